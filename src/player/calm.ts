/** Time (ms) for which an activity ignores presses after its button has shown or cleared a verdict. */
const CALM = 600;

const FRAME_BUTTON = '.c-actions > button';
/** Selects fields for typing: a press there answers nothing, and no character may be lost. */
const TEXT_FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"], [type="range"])';

/**
 * Lets an activity ignore presses for a moment: the second click of a double click would meet « Réessayer », or an option that
 * slid under the pointer. `data-calm` marks it meanwhile, with the time (ms of the page) at which the moment ends.
 */
export function rest(root: HTMLElement): void {
  const end = String(performance.now() + CALM);
  root.dataset.calm = end;
  setTimeout(() => {
    // A later rest has another end.
    if (root.dataset.calm === end) wake(root);
  }, CALM);
}

/** Lets an activity take presses again, before its time where it begins afresh. */
export function wake(root: HTMLElement): void {
  delete root.dataset.calm;
}

/** Tells a key that presses something from one that is typed or moves the focus. */
function isPressingKey({ key }: KeyboardEvent, target: Element): boolean {
  if (key === 'Enter') return !target.matches('textarea');
  return key === ' ' && !target.matches(TEXT_FIELD);
}

function isIgnored(event: Event, target: Element): boolean {
  const isKey = event.type === 'keydown';
  if (isKey && !isPressingKey(event as KeyboardEvent, target)) return false;
  // A key held down, or a slow double click, would press « Réessayer » once the time is over.
  const isRepeated = isKey ? (event as KeyboardEvent).repeat : event.type === 'click' && (event as MouseEvent).detail > 1;
  if (isRepeated && target.closest(FRAME_BUTTON)) return true;
  if (!isKey && target.closest(TEXT_FIELD)) return false;
  return target.closest<HTMLElement>('[data-activity]')?.dataset.calm !== undefined;
}

/** Ignores presses on activities that rest. Questions of a quiz rest one by one. */
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
 * Scrolls the page by what the task moved the button, so that it stays under the pointer. Then brings into view what the learner
 * has to see: the verdict, and what the task gave the focus to.
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
