import type { Html } from '../../../src/model/course/activity.ts';
import type { Node, ValidActivity } from '../../model/source.ts';
import type { KeyGroup } from '../../sheets/answer-key.ts';
import type { RoomStrings } from '../room-strings.ts';

/** Any part of an activity. The form that read it decides which members are present. */
export interface Part {
  readonly token?: string;
  readonly html?: Html;
  readonly text?: string;
  readonly title?: Html;
  readonly second?: Html;
  readonly lead?: Html;
  readonly trail?: Html;
  readonly left?: Html;
  readonly leftText?: string;
  readonly target?: string;
  readonly right?: boolean | Html;
  readonly feedback?: Html;
  /** Percent. */
  readonly weight?: number;
  readonly icon?: string;
  readonly x?: number;
  readonly y?: number;
  readonly to?: string;
  readonly label?: string;
  readonly ending?: string;
  readonly accepted?: readonly string[];
  readonly nodes?: readonly Node[];
  readonly choices?: readonly Part[];
  readonly cells?: readonly Part[];
  readonly needs?: readonly (readonly [name: string, than: string, value: number])[];
  readonly changes?: readonly (readonly [name: string, by: string, value: number])[];
}

/** Lists of parts in an activity's options, by name. */
export type Lists = Readonly<Record<string, readonly Part[] | undefined>>;

/** An activity to be shown in a room. */
export interface Asked {
  readonly activity: ValidActivity;
  readonly lists: Lists;
  /** Its answer key, as in the guide. */
  readonly groups: readonly KeyGroup[];
  readonly strings: RoomStrings;
  /** Its markup on paper. */
  readonly paper: Html;
  render(nodes: readonly Node[]): Html;
}

/** An activity in its room form. Elements with `data-answer` appear with the answer; those with `data-before` disappear. */
export interface Shown {
  /** Repeated on each screen that continues the question. */
  readonly keep?: Html;
  readonly body: Html;
  /** True if there is an answer to show. */
  readonly reveals: boolean;
}

/** Reads an option of an activity as an array of parts. */
export function listOf({ lists }: Asked, name: string): readonly Part[] {
  return lists[name] ?? [];
}

/** Returns the letter of a choice. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
