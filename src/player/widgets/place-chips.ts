import type { Answer } from '../../model/course/activity.ts';
import type { MountContext } from '../frame/mount.ts';
import { dragOnTop } from './drag.ts';
import { pickAndPlace } from './pick-and-place.ts';
import { format } from './strings.ts';

/** Chips and places of a type. Its strings have `here`, `picked` and `placed`. */
export interface Board {
  enabled(): boolean;
  textOf(chip: HTMLElement): string;
  /** Describes a place for those who can't see where it is. */
  nameOf(place: HTMLElement): string;
  /** Saves that a chip is in a place, and moves the focus to its field. */
  put(chip: HTMLElement, place: HTMLElement): void;
}

/** Lets chips be placed in two touches, and by dragging; announces both. @returns function that puts back the chip picked up */
export function placeChips(
  root: HTMLElement,
  { strings, announce }: Pick<MountContext<unknown, Answer>, 'strings' | 'announce'>,
  { enabled, textOf, nameOf, put }: Board,
): () => void {
  function place(chip: HTMLElement, to: HTMLElement): void {
    put(chip, to);
    announce(format(strings, 'placed', { item: textOf(chip), place: nameOf(to) }));
  }

  const putBack = pickAndPlace(root, {
    enabled,
    here: strings.here ?? '',
    nameOf,
    picked: (chip) => announce(format(strings, 'picked', { item: textOf(chip) })),
    place,
  });
  dragOnTop(root, { enabled, started: putBack, dropped: (chip, to) => to && place(chip, to) });
  return putBack;
}
