/** Callbacks of a type whose chips (`[data-chip]`) can be put into places (`[data-place]`). */
export interface Placing {
  enabled(): boolean;
  /** Text of a place while a chip is picked up. */
  readonly here: string;
  /** Describes a place for those who can't see where it is. */
  nameOf(place: HTMLElement): string;
  /** Reports that a chip was picked up. */
  picked(chip: HTMLElement): void;
  place(chip: HTMLElement, place: HTMLElement): void;
}

/** Selects the pressed element: the nearest of these around the target. A control in a chip keeps its own behaviour. */
const PRESSED = 'a, button, input, label, select, [data-chip]';

function show(chip: HTMLElement, picked: boolean): void {
  chip.toggleAttribute('data-picked', picked);
  if (chip.hasAttribute('aria-pressed')) chip.setAttribute('aria-pressed', String(picked));
}

/** Covers a place with a button. */
function cover(place: HTMLElement, { here, nameOf }: Placing): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'c-here';
  button.textContent = here;
  button.setAttribute('aria-label', `${here}, ${nameOf(place)}`);
  place.setAttribute('data-target', '');
  place.append(button);
}

/**
 * Lets chips be placed in two touches: the first picks a chip up, and each other place becomes a button.
 * A second touch of the chip, or Escape, puts it back.
 * @returns function that puts back the chip picked up
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

  function pickUp(chip: HTMLElement): void {
    putBack();
    picked = chip;
    show(chip, true);
    for (const place of root.querySelectorAll<HTMLElement>('[data-place]'))
      if (!place.hidden && !place.contains(chip)) cover(place, placing);
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
      // Keyboard users have no pointer: move the focus to a place.
      if (event.detail === 0) covers()[0]?.focus();
    }
  });
  // If a chip can't have the focus, the page gets the key event.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    picked?.focus();
    putBack();
  });
  return putBack;
}
