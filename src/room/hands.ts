/** Maximum number of hands in a field, which has three digits. */
const MOST = 999;

function handsIn(place: Element): number {
  const value = place.querySelector('input')?.value ?? '';
  return Math.min(MOST, Number.parseInt(value, 10) || 0);
}

/** Finds the group whose bars add up to 100 %: the choices of a question, or the columns of a row. */
function groupOf(place: Element): Element | null {
  return place.closest('.r-cells, .r-options');
}

/** Counts all hands of a screen. */
export function countHands(screen: Element): number {
  return [...screen.querySelectorAll('[data-hand]')].reduce((sum, place) => sum + handsIn(place), 0);
}

/** Updates the bars of a group. */
function draw(group: Element | null): void {
  const places = [...(group?.querySelectorAll('[data-hand]') ?? [])];
  const all = places.reduce((sum, place) => sum + handsIn(place), 0);
  for (const place of places) {
    const share = all === 0 ? 0 : (100 * handsIn(place)) / all;
    place.querySelector<HTMLElement>('.r-fill')?.style.setProperty('inline-size', `${share.toFixed(2)}%`);
    place.toggleAttribute('data-counted', all > 0);
  }
}

function add(place: Element, by: number): void {
  const input = place.querySelector('input');
  if (!input) return;
  input.value = String(Math.min(MOST, Math.max(0, handsIn(place) + by)));
  draw(groupOf(place));
}

/** Adds hands to the choice with a number, counted from 1. Rows with columns have no number. @returns false if there is no such choice */
export function addHand(screen: Element, number: number, by: number): boolean {
  const place = [...screen.querySelectorAll('.r-option[data-hand]')].filter((one) => !one.closest('[data-elsewhere]'))[number - 1];
  if (!place) return false;
  add(place, by);
  return true;
}

/** Sets all hands of a screen to zero. */
export function clearHands(screen: Element): void {
  for (const input of screen.querySelectorAll<HTMLInputElement>('[data-hand] input')) input.value = '0';
  for (const group of screen.querySelectorAll('.r-cells, .r-options')) draw(group);
}

/** Counts hands as the trainer taps or types. Only the fields hold the numbers. @param changed called after each change */
export function bindHands(stage: HTMLElement, changed: () => void): void {
  stage.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-less], [data-more]');
    const place = button?.closest('[data-hand]');
    if (!button || !place) return;
    add(place, button.hasAttribute('data-more') ? 1 : -1);
    changed();
  });
  stage.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) target.select();
  });
  stage.addEventListener('input', ({ target }) => {
    const place = (target as Element).closest('[data-hand]');
    if (!place || !(target instanceof HTMLInputElement)) return;
    target.value = target.value.replace(/\D/g, '');
    draw(groupOf(place));
    changed();
  });
}
