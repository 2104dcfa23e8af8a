import type { Token } from '../../src/model/course/activity.ts';
import type { Missing } from '../../src/player/frame/mount.ts';

/** A way to put items into groups: cards on a pile, or rows with boxes or a list. */
export interface Placement {
  /** The groups of an item. */
  chosen(item: Token): readonly Token[];
  missing(): Missing | undefined;
  lock(on: boolean): void;
  /** Begins a new try: these items were wrong. */
  again(wrong: readonly Token[]): void;
}
