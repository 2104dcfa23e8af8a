import type { Standard } from '../model/course/course.ts';

/** API object of an LMS; its methods are called by name. */
export type LmsApi = object;

/** Failed call. `code` is the LMS's own error code; 0 if it threw or gave none. */
export interface Failure {
  readonly call: string;
  readonly code: number;
}

/** LMS functions named by purpose, for both standards. None of them throws. */
export interface LmsCalls {
  /** Last twenty failures, newest last. */
  readonly failures: readonly Failure[];
  /** Returns the newest failure. */
  last(): Failure;
  open(): boolean;
  /** Returns a value; '' if there is none, for whatever reason. */
  get(element: string): string;
  /** Returns a value; '' if there is none; undefined if unknown because of an error. */
  read(element: string): string | undefined;
  set(element: string, value: string): boolean;
  commit(): boolean;
  close(): boolean;
}

type Methods = Record<string, (...args: string[]) => unknown>;

/** Wraps an API object: strings in and out, each refusal recorded with its code. */
export function lmsCalls(api: LmsApi, standard: Standard): LmsCalls {
  const failures: Failure[] = [];
  const old = standard === '1.2';
  const run = (method: string, ...args: string[]): string => String((api as Methods)[old ? `LMS${method}` : method]?.(...args) ?? '');

  /** Calls a method. If it fails, records the failure and returns undefined. */
  function ask(method: string, ...args: string[]): string | undefined {
    const reads = method === 'GetValue';
    let code = 0;
    // Retry reads: a value not read at launch stays unknown for the whole visit.
    for (let tries = reads ? 3 : 1; tries > 0; tries--) {
      try {
        const answer = run(method, ...args);
        // Ignore the code if the result is good: some LMSs keep that of an earlier call.
        if (reads ? answer : answer === 'true') return answer;
        code = Number.parseInt(run('GetLastError'), 10) || 0;
        // 403 in 2004 means not set yet, which is no failure (RTE 3.1.7.5).
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
