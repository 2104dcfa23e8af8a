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

/** The first of these around a target is what was pressed: a control in a chip keeps its own work. */
const PRESSED = 'a, button, input, label, select, [data-chip]';

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
  const covers = () => root.querySelectorAll<HTMLElement>('.c-here');

  function putBack(): void {
    if (picked) show(picked, false);
    picked = null;
    for (const cover of covers()) {
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
    const pressed = (event.target as Element).closest<HTMLElement>(PRESSED);
    const chip = picked;
    if (chip && pressed?.matches('.c-here')) {
      const place = pressed.parentElement as HTMLElement;
      putBack();
      placing.place(chip, place);
    } else if (pressed?.dataset.chip && placing.enabled()) {
      if (pressed === chip) return putBack();
      pickUp(pressed);
      // From the keyboard there is no pointer that could go to a place.
      if (event.detail === 0) covers()[0]?.focus();
    }
  });
  // Where a chip can't have the focus, the key goes to the page.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    picked?.focus();
    putBack();
  });
  return putBack;
}
