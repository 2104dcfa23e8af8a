/** How a type lets its chips (`[data-chip]`) be put into places (`[data-place]`). */
export interface Placing {
  enabled(): boolean;
  /** What a place says while something is picked up. */
  readonly here: string;
  /** A place in words, for those who can't see where it is. */
  nameOf(place: HTMLElement): string;
  /** Says what is to be done now. */
  picked(chip: HTMLElement): void;
  place(chip: HTMLElement, place: HTMLElement): void;
}

const CONTROL = 'a, button, input, label, select';

/** The chip that an event is meant for; null where it is meant for a control inside a chip. */
function chipOf(target: Element): HTMLElement | null {
  const chip = target.closest<HTMLElement>('[data-chip]');
  const control = target.closest(CONTROL);
  return chip && control && control !== chip && chip.contains(control) ? null : chip;
}

function show(chip: HTMLElement, picked: boolean): void {
  chip.toggleAttribute('data-picked', picked);
  if (chip.hasAttribute('aria-pressed')) chip.setAttribute('aria-pressed', String(picked));
}

/**
 * Lets chips be placed in two touches: one picks a chip up, and each place where it does not lie yet becomes a button.
 * A second touch of the chip, or Escape, puts it back.
 * @returns puts back what is picked up
 */
export function pickAndPlace(root: HTMLElement, placing: Placing): () => void {
  let picked: HTMLElement | null = null;

  function putBack(): void {
    if (!picked) return;
    show(picked, false);
    picked = null;
    for (const cover of root.querySelectorAll('.c-here')) {
      cover.parentElement?.removeAttribute('data-target');
      cover.remove();
    }
  }

  function cover(place: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'c-here';
    button.textContent = placing.here;
    button.setAttribute('aria-label', `${placing.here}, ${placing.nameOf(place)}`);
    place.setAttribute('data-target', '');
    place.append(button);
  }

  function pickUp(chip: HTMLElement): void {
    putBack();
    picked = chip;
    show(chip, true);
    for (const place of root.querySelectorAll<HTMLElement>('[data-place]')) if (!place.hidden && !place.contains(chip)) cover(place);
    placing.picked(chip);
  }

  root.addEventListener('click', (event) => {
    const target = event.target as Element;
    const place = target.closest('.c-here')?.parentElement;
    if (place && picked) {
      const chip = picked;
      putBack();
      placing.place(chip, place);
      return;
    }
    const chip = chipOf(target);
    if (!chip || !placing.enabled()) return;
    if (chip === picked) putBack();
    else pickUp(chip);
    // From the keyboard there is no pointer that could go to a place.
    if (event.detail === 0) root.querySelector<HTMLElement>('.c-here')?.focus();
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !picked) return;
    picked.focus();
    putBack();
  });
  return putBack;
}
