/** Uncovers or covers an answer. */
function turn(slot: Element, isOpen: boolean): void {
  slot.setAttribute('aria-expanded', String(isOpen));
  slot.querySelector('[data-cover]')?.toggleAttribute('hidden', isOpen);
  slot.querySelector('[data-under]')?.toggleAttribute('hidden', !isOpen);
}

/** Uncovers or covers all answers and cards of a screen. */
export function turnAll(screen: Element, isOpen: boolean): void {
  for (const slot of screen.querySelectorAll('.r-slot')) turn(slot, isOpen);
  for (const card of screen.querySelectorAll<HTMLDetailsElement>('details.r-card')) card.open = isOpen;
}

/** Uncovers or covers an answer on a click. @param changed called afterwards, because the content's height may have changed */
export function bindCovers(stage: HTMLElement, changed: () => void): void {
  stage.addEventListener('click', (event) => {
    const slot = (event.target as Element).closest('.r-slot');
    if (!slot) return;
    turn(slot, slot.getAttribute('aria-expanded') !== 'true');
    changed();
  });
}
