/** Milliseconds for which an activity ignores presses after its button has shown a verdict or taken it away. */
const CALM = 600;

const ends = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/**
 * Lets an activity ignore presses for a moment: the second click of a double click would meet « Réessayer », or an option that
 * slid under the pointer. `data-calm` marks it meanwhile.
 */
export function rest(root: HTMLElement): void {
  clearTimeout(ends.get(root));
  root.dataset.calm = '';
  ends.set(
    root,
    setTimeout(() => delete root.dataset.calm, CALM),
  );
}

/** Ignores presses on activities that rest. Questions of a quiz rest one by one. */
export function ignorePressesAtRest(): void {
  const ignore = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    if (key !== undefined && key !== 'Enter' && key !== ' ') return;
    const activity = (event.target as Element).closest<HTMLElement>('[data-activity]');
    if (activity?.dataset.calm === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
  for (const press of ['pointerdown', 'click', 'keydown']) document.addEventListener(press, ignore, true);
}

/** Scrolls the page by what the task moved the button, then brings the verdict into view where it is off the screen. */
export function stayingAt(button: HTMLElement, verdict: HTMLElement, task: () => void): void {
  const before = button.getBoundingClientRect().top;
  task();
  if (before >= 0 && before <= innerHeight) scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  const { top, bottom } = verdict.getBoundingClientRect();
  if (verdict.dataset.mark && (top < 0 || bottom > innerHeight)) verdict.scrollIntoView({ block: 'nearest' });
}
