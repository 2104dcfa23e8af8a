import type { Activity } from '../model/course/activity.ts';
import type { Visit } from '../model/record/record.ts';

/** Times at which each question was shown and answered in this visit; not saved. */
export interface Stopwatch {
  readonly answered: Visit['answered'];
  show(page: string): void;
  answer(activity: Activity): void;
  forget(n: number): void;
}

/**
 * @param now milliseconds since 1970
 * @param session milliseconds of this visit
 */
export function createStopwatch(now: () => number, session: () => number): Stopwatch {
  const shown = new Map<string, number>();
  const last = new Map<number, number>();
  const answered = new Map<number, { readonly time: number; readonly latency: number }>();
  return {
    answered,
    show: (page) => void shown.set(page, session()),
    answer({ n, page }) {
      const latency = (session() - Math.max(shown.get(page) ?? 0, last.get(n) ?? 0)) / 1000;
      last.set(n, session());
      answered.set(n, { time: now(), latency });
    },
    forget: (n) => void answered.delete(n),
  };
}
