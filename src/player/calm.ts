/** Time (ms) for which an activity ignores presses after its button has shown or cleared a verdict. */
const CALM = 600;

const FRAME_BUTTON = '.c-actions > button';
/** Selects fields for typing: a press there answers nothing, and no character may be lost. */
const TEXT_FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"], [type="range"])';

/**
 * Makes an activity ignore presses for a moment: the second click of a double click could hit « Réessayer », or an option that
 * moved under the pointer. Meanwhile `data-calm` holds the end time (ms since page load).
 */
export function rest(root: HTMLElement): void {
  const end = String(performance.now() + CALM);
  root.dataset.calm = end;
  setTimeout(() => {
    // A later rest has a different end time.
    if (root.dataset.calm === end) wake(root);
  }, CALM);
}

/** Makes an activity accept presses again, early if it starts afresh. */
export function wake(root: HTMLElement): void {
  delete root.dataset.calm;
}

/** Returns true for a key that presses something; false for one that types or moves the focus. */
function isPressingKey({ key }: KeyboardEvent, target: Element): boolean {
  if (key === 'Enter') return !target.matches('textarea');
  return key === ' ' && !target.matches(TEXT_FIELD);
}

function isIgnored(event: Event, target: Element): boolean {
  const isKey = event.type === 'keydown';
  if (isKey && !isPressingKey(event as KeyboardEvent, target)) return false;
  // A key held down, or a slow double click, would press « Réessayer » after the rest.
  const isRepeated = isKey ? (event as KeyboardEvent).repeat : event.type === 'click' && (event as MouseEvent).detail > 1;
  if (isRepeated && target.closest(FRAME_BUTTON)) return true;
  if (!isKey && target.closest(TEXT_FIELD)) return false;
  return target.closest<HTMLElement>('[data-activity]')?.dataset.calm !== undefined;
}

/** Ignores presses on activities at rest. Questions of a quiz rest separately. */
export function ignorePressesAtRest(): void {
  const ignore = (event: Event): void => {
    if (!(event.target instanceof Element) || !isIgnored(event, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  for (const press of ['pointerdown', 'click', 'keydown']) document.addEventListener(press, ignore, true);
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  return top >= (Number.parseFloat(scrollPaddingTop) || 0) && bottom <= innerHeight;
}

/**
 * Runs a task, and scrolls the page so that the button stays under the pointer. Then scrolls the verdict and the focused element
 * into view.
 */
export function stayingAt(button: HTMLElement, line: HTMLElement, task: () => void): void {
  const before = button.getBoundingClientRect().top;
  task();
  if (before >= 0 && before <= innerHeight) scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  const focus = document.activeElement;
  if (line.textContent && !isOnScreen(line)) line.scrollIntoView({ block: 'nearest' });
  if (focus && focus !== button && button.closest('[data-activity]')?.contains(focus) && !isOnScreen(focus))
    focus.scrollIntoView({ block: 'nearest' });
}
