import type { Tracker } from '../tracker.ts';
import { all } from './element.ts';

/** Opens what is folded while the page is printed. */
export function unfold(): void {
  const folded = all('.c-page:not([hidden]) details:not([open])') as HTMLDetailsElement[];
  const set = (open: boolean) => {
    for (const details of folded) details.open = open;
  };
  set(true);
  addEventListener('afterprint', () => set(false), { once: true });
}

/**
 * What the first click of a double click opens moves the page: the second would meet something else, a choice perhaps that
 * nobody meant.
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

/** Tells the tracker when the learner goes away. `back`: the browser brought the page back, whose visit is over. */
export function watchLeaving(tracker: Tracker, back: () => void): void {
  let gone = false;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) tracker.flush();
  });
  addEventListener('pagehide', () => {
    gone = true;
    // ILIAS in 1.2 takes its beacon only while this window handles an event that it knows by name; pagehide is none of them.
    addEventListener('beforeunload', () => tracker.leave(), { once: true });
    dispatchEvent(new Event('beforeunload'));
  });
  addEventListener('pageshow', () => {
    if (gone) back();
  });
}
