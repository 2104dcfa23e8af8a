import type { Tracker } from '../visit/tracker.ts';
import { SHOWN } from './save-status.ts';
import { all } from './widgets/element.ts';

/** Opens folded content while the page is printed. Without its name, a part closes no other one. */
export function unfold(): void {
  const folded = (all(`${SHOWN} details:not([open])`) as HTMLDetailsElement[]).map((details) => [details, details.name] as const);
  const set = (open: boolean) => {
    for (const [details, name] of folded) {
      details.name = open ? '' : name;
      details.open = open;
    }
  };
  set(true);
  addEventListener('afterprint', () => set(false), { once: true });
}

/**
 * Ignores the second click of a double click if the first one moved the page: it could hit another element, such as an
 * unintended choice.
 */
export function ignoreSecondClicks(): void {
  let first: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element;
      const pressed = target.closest('label')?.control ?? target.closest('button, summary, a, input');
      if (event.detail < 2) first = pressed;
      else if (pressed !== first) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true,
  );
}

/** Saves and ends the visit when the learner leaves. @param back called if the browser restores the page after the visit has ended */
export function watchLeaving(tracker: Tracker, back: () => void): void {
  let gone = false;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) tracker.flush();
  });
  addEventListener('pagehide', () => {
    gone = true;
    // In 1.2, ILIAS sends its beacon only while this window handles one of a list of events; pagehide isn't in it.
    addEventListener('beforeunload', () => tracker.leave(), { once: true });
    dispatchEvent(new Event('beforeunload'));
  });
  addEventListener('pageshow', () => {
    if (gone) back();
  });
}
