import type { Standard } from '../model/course/course.ts';
import type { LmsApi } from './lms-call.ts';

/** Window, as needed to search for the LMS; in a frame of another origin, any access may throw. */
type Frame = Pick<Window, 'parent' | 'opener' | 'top'>;

const names = {
  '1.2': ['API', 'LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError'],
  '2004': ['API_1484_11', 'Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'],
} as const;

/** Returns the result of a task; undefined if it throws. */
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

/** Finds the window that holds an API, in a window and its parents; skips frames of another origin. */
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
 * Finds the LMS's API object: in this window and its parents, then the opener's, then those of the outermost window's opener
 * (1.2 RTE 3.3.6, 2004 RTE 3.2.1). Accepts only an object with all methods that we call. Null if there is none.
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
 * Finds the window that holds the API, this one or a parent. Reloading it makes the LMS open a new session. Undefined if
 * an opener holds the API.
 */
export function findHolder(win: Window, standard: Standard): Window | undefined {
  return searchUp(win, standard) as Window | undefined;
}

/** Returns true for a window without a parent or an opener. */
export function isOutermost(win: Frame): boolean {
  return attempt(() => win.parent === win && !win.opener) === true;
}

/**
 * Like `findApi`, but retries for two seconds, while an LMS's frame may still be loading. A page without parents or opener
 * doesn't wait. The API is wrapped in an object: a promise would await an API with a `then`, and a Proxy may have any name.
 * @param later like `setTimeout`, milliseconds first
 */
export async function awaitApi(
  win: Frame,
  standard: Standard,
  later: (milliseconds: number, task: () => void) => unknown,
): Promise<{ readonly api: LmsApi | null }> {
  for (let tries = isOutermost(win) ? 0 : 20; tries > 0; tries--) {
    const api = findApi(win, standard);
    if (api) return { api };
    await new Promise<void>((resume) => later(100, resume));
  }
  return { api: findApi(win, standard) };
}
