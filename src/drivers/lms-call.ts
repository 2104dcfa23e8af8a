import type { Standard } from '../model/course.ts';

/** An LMS's API object; its methods are called by name. */
export type LmsApi = object;

/** A call that did not do what it should. `code` is the LMS's own, 0 where it threw or gave none. */
export interface Failure {
  readonly call: string;
  readonly code: number;
}

/** The LMS's functions by what they do, in both standards. None throws. */
export interface LmsCalls {
  /** The last twenty, newest last. */
  readonly failures: readonly Failure[];
  /** The newest of them. */
  last(): Failure;
  open(): boolean;
  /** '' where there is no value, for whatever reason. */
  get(element: string): string;
  /** '' where there is no value; undefined where nobody can tell, since the LMS gave an error. */
  read(element: string): string | undefined;
  set(element: string, value: string): boolean;
  commit(): boolean;
  close(): boolean;
}

type Methods = Record<string, (...args: string[]) => unknown>;

/** Wraps an API object: strings in and out, each refusal noted with its code. */
export function lmsCalls(api: LmsApi, standard: Standard): LmsCalls {
  const failures: Failure[] = [];
  const old = standard === '1.2';
  const run = (method: string, ...args: string[]): string => String((api as Methods)[old ? `LMS${method}` : method]?.(...args) ?? '');

  /** What the call gave, or nothing, with a note, where it failed. */
  function ask(method: string, ...args: string[]): string | undefined {
    const reads = method === 'GetValue';
    let code = 0;
    // What is not read at the launch is not known in the whole visit: that is asked for again.
    for (let tries = reads ? 3 : 1; tries > 0; tries--) {
      try {
        const answer = run(method, ...args);
        // A good answer needs no code: some LMSs leave that of an earlier call.
        if (reads ? answer : answer === 'true') return answer;
        code = Number.parseInt(run('GetLastError'), 10) || 0;
        // 403 in 2004: not set yet, no failure (RTE 3.1.7.5).
        if (reads && (code === 0 || (code === 403 && !old))) return '';
      } catch {
        // An LMS that throws gives no code.
      }
    }
    failures.push({ call: `${method} ${args[0]}`.trim(), code });
    if (failures.length > 20) failures.shift();
    return undefined;
  }

  return {
    failures,
    last: () => failures[failures.length - 1] ?? { call: 'Initialize', code: 0 },
    open: () => ask('Initialize', '') !== undefined,
    get: (element) => ask('GetValue', element) ?? '',
    read: (element) => ask('GetValue', element),
    set: (element, value) => ask('SetValue', element, value) !== undefined,
    commit: () => ask('Commit', '') !== undefined,
    close: () => ask(old ? 'Finish' : 'Terminate', '') !== undefined,
  };
}
