import type { Standard } from '../model/course.ts';
import type { LmsApi } from './lms-call.ts';

/** A window as far as a search for the LMS goes; any access may throw in a frame of another origin. */
type Frame = Pick<Window, 'parent' | 'opener' | 'top'>;

const names = {
  '1.2': ['API', 'LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError'],
  '2004': ['API_1484_11', 'Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'],
} as const;

/** What the task gives, or nothing where it throws. */
function attempt<Result>(task: () => Result): Result | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

function apiOf(frame: Frame, standard: Standard): LmsApi | undefined {
  return attempt(() => {
    const [name, ...methods] = names[standard];
    const api = (frame as unknown as Record<string, Record<string, unknown> | undefined>)[name];
    return api && methods.every((method) => typeof api[method] === 'function') ? (api as LmsApi) : undefined;
  });
}

/** The one that holds an API, of a window and those around it; a frame of another origin is stepped over. */
function searchUp(start: Frame | null | undefined, standard: Standard): Frame | undefined {
  let frame = start ?? undefined;
  for (let hops = 0; frame && hops < 500; hops++) {
    const here: Frame = frame;
    if (apiOf(here, standard)) return here;
    const parent = attempt(() => here.parent);
    if (!parent || parent === here) return undefined;
    frame = parent;
  }
  return undefined;
}

/**
 * The LMS's API object, or null: own window and its parents, then the opener's, then the opener of the outermost
 * (1.2 RTE 3.3.6, 2004 RTE 3.2.1). Only an object with all methods that we call counts.
 */
export function findApi(win: Frame, standard: Standard): LmsApi | null {
  const starts = [() => win, () => win.opener as Frame | null, () => win.top?.opener as Frame | null | undefined];
  for (const start of starts) {
    const holder = searchUp(attempt(start), standard);
    if (holder) return apiOf(holder, standard) ?? null;
  }
  return null;
}

/**
 * The window, this one or one around it, that holds the API: loaded anew, it makes the LMS open a new session. Nothing where
 * an opener holds it.
 */
export function findHolder(win: Window, standard: Standard): Window | undefined {
  return searchUp(win, standard) as Window | undefined;
}

/**
 * As `findApi`, and looks again for two seconds while an LMS's frame may still be loading. A page that stands alone
 * is answered at once. The API comes in a box: one that has a `then`, as a Proxy has every name, would be waited for.
 * @param later as `setTimeout`, milliseconds first
 */
export async function awaitApi(
  win: Frame,
  standard: Standard,
  later: (milliseconds: number, task: () => void) => unknown,
): Promise<{ readonly api: LmsApi | null }> {
  const alone = attempt(() => win.parent === win && !win.opener) === true;
  for (let tries = alone ? 0 : 20; tries > 0; tries--) {
    const api = findApi(win, standard);
    if (api) return { api };
    await new Promise<void>((resume) => later(100, resume));
  }
  return { api: findApi(win, standard) };
}
