import type { PlayedCall, PlayedLaunch } from './record.ts';

/** A value that a SCO has set. */
export interface SetValue {
  readonly element: string;
  readonly value: string;
}

const SET = /^(?:LMS)?SetValue$/;
const SAVE = /^(?:LMS)?(?:Commit|Finish|Terminate)$/;
const END = /^(?:LMSFinish|Terminate)$/;
const START = /^(?:LMS)?Initialize$/;

function succeeded({ result }: PlayedCall): boolean {
  return result === 'true';
}

/** Last accepted value of each element, in the order in which they were first set. */
function valuesIn(calls: readonly PlayedCall[]): SetValue[] {
  const values = new Map<string, string>();
  for (const call of calls) if (SET.test(call.method) && succeeded(call)) values.set(call.args[0] ?? '', call.args[1] ?? '');
  return [...values].map(([element, value]) => ({ element, value }));
}

/** A value that was set, with what becomes of it if the tab is closed. */
export interface Write extends SetValue {
  /** Milliseconds since the page was requested. */
  readonly at: number;
  readonly closing: boolean;
  /** True if Commit, Finish or Terminate followed. */
  readonly kept: boolean;
}

/** Lists the accepted values of a visit in order. Of an element that was set several times only the last value is listed. */
export function writesOf({ calls }: PlayedLaunch): Write[] {
  const saved = calls.findLastIndex((call) => SAVE.test(call.method) && succeeded(call));
  const writes = new Map<string, Write>();
  calls.forEach((call, index) => {
    const { method, args, at, closing } = call;
    const [element = '', value = ''] = args;
    if (!SET.test(method) || !succeeded(call)) return;
    writes.delete(element);
    writes.set(element, { element, value, at, closing, kept: index < saved });
  });
  return [...writes.values()];
}

/** An LMS's record of a visit, read from its calls. */
export interface Visit {
  readonly hasStarted: boolean;
  readonly hasEnded: boolean;
  /** Set while the page was opened. */
  readonly atOpening: readonly SetValue[];
  /** Set at any time. */
  readonly atAll: readonly SetValue[];
  /** Set, and never followed by Commit, Finish or Terminate. */
  readonly lost: readonly SetValue[];
  /** Set before the tab was closed and not committed by then: a crash loses it. */
  readonly unsaved: readonly SetValue[];
  /** Calls that the LMS refused. */
  readonly refused: readonly PlayedCall[];
  /** Calls after the end of the session. */
  readonly late: readonly PlayedCall[];
}

/** 2004: the value was never set, which is no failure. */
const NEVER_SET = 403;

/** Codes of calls before the start and after the end. They have rules of their own. */
const OUTSIDE: Readonly<Record<'1.2' | '2004', readonly number[]>> = {
  '1.2': [101, 301],
  '2004': [103, 104, 112, 113, 122, 123, 132, 133, 142, 143],
};

function afterLastSave(calls: readonly PlayedCall[]): PlayedCall[] {
  return calls.slice(calls.findLastIndex((call) => SAVE.test(call.method) && succeeded(call)) + 1);
}

/** Reads what happened from the calls of a visit. */
export function visitOf(launch: PlayedLaunch): Visit {
  const { calls, version } = launch;
  const opening = calls.filter(({ closing }) => !closing);
  const end = calls.findIndex((call) => END.test(call.method) && succeeded(call));
  const isFailure = ({ method, error }: PlayedCall): boolean =>
    error !== 0 && !OUTSIDE[version].includes(error) && !(version === '2004' && error === NEVER_SET && method === 'GetValue');
  return {
    hasStarted: calls.some((call) => START.test(call.method) && succeeded(call)),
    hasEnded: end >= 0,
    atOpening: valuesIn(opening),
    atAll: valuesIn(calls),
    lost: writesOf(launch).filter(({ kept }) => !kept),
    unsaved: valuesIn(afterLastSave(opening)),
    refused: calls.filter(isFailure),
    late: end < 0 ? [] : calls.slice(end + 1),
  };
}
