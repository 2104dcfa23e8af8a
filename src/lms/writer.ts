import type { Saved } from './driver.ts';
import type { Failure, LmsCalls } from './lms-call.ts';

/** Writes values to an LMS, skipping those that it is known to have. */
export interface Writer {
  /** Sets an element if the LMS hasn't received this value, or may have lost it, or if `always`. */
  put(element: string, value: string, always?: boolean): void;
  /** Retries refused values in their original order: ids first, no gaps in a list. */
  retry(): void;
  /** Returns true if an element was refused temporarily, and never accepted before: the LMS may accept it later. */
  awaits(element: string): boolean;
  /** Values that the LMS accepted in this session, by element. */
  readonly held: ReadonlyMap<string, string>;
  /** Commits, or ends the session. The result is ok if everything important was accepted. */
  flush(last: boolean): Saved;
  /** Reports whether the commits since the last call arrived; if not, their values are sent again. */
  witnessed(kept: boolean): void;
}

/** Spells the same number or text in another way: `80` as `80.0`, or with one more space or character. */
export function respell(element: string, value: string): string {
  const zero = value.includes('.') ? '0' : '.0';
  const more = /^[\d:.-]+$/.test(value) ? zero : element.endsWith('id') ? '_' : ' ';
  // A field of 1.2 that is full can't get longer.
  const isFull = value.length <= 255 && value.length + more.length > 255;
  return isFull ? value.slice(0, -1) : value + more;
}

/** Elements without which a record is wrong; an LMS may refuse the others for lack of room. */
const vital = /^cmi\.(?:core\.)?(?:\w+_(?:data|status)|score\.)/;

/** Returns true if a refusal concerns the session, not the value: the LMS may accept the value later. */
const isForNow = (failure: Failure | undefined): boolean =>
  failure !== undefined && failure.code !== 201 && failure.code !== 351 && failure.code <= 400;

/** Tracks the values in each commit, and those that may not have arrived. */
function createLedger(calls: LmsCalls) {
  /** Values set since the last commit (`carried`), and in commits not yet confirmed (`recent`). */
  const carried = new Map<string, string>();
  const recent = new Map<string, string>();
  /** Values in failed commits: Moodle in 1.2 may have sent any of them last. */
  const doubtful = new Map<string, Set<string>>();

  function doubt(element: string, text: string): void {
    doubtful.set(element, (doubtful.get(element) ?? new Set()).add(text));
  }

  return {
    carried,
    doubtful,
    /** Commits, or ends the session. @returns false if that failed */
    keep(last: boolean): boolean {
      const done = last ? calls.close() : calls.commit();
      for (const [element, text] of carried) {
        if (done) {
          recent.set(element, text);
          doubtful.delete(element);
        } else doubt(element, text);
      }
      carried.clear();
      return done;
    },
    witnessed(kept: boolean): void {
      if (!kept) for (const [element, text] of recent) doubt(element, text);
      recent.clear();
    },
  };
}

/**
 * Makes the writer of one session.
 * @param vary returns another text for the same value, or another value if there is none
 * @param launched values at the start of the session, for 2004 only; they switch the writer to the rules of 2004. In 1.2,
 *   Moodle never resends a value from a failed commit, even if it is set again (moodle.md 18). In 2004 it does, but
 *   omits a value that is back to the one at the start.
 */
export function createWriter(
  calls: LmsCalls,
  vary: (element: string, value: string) => string,
  launched?: ReadonlyMap<string, string>,
): Writer {
  /** Value that each element must have (`wanted`), and the one that the LMS accepted (`held`). */
  const wanted = new Map<string, string>();
  const held = new Map<string, string>();
  /** Failures by element that was refused. */
  const refused = new Map<string, Failure>();
  const { carried, doubtful, keep, witnessed } = createLedger(calls);
  /** Elements set to another value first, so that the right one counts as a change. */
  const detours = new Set<string>();

  function give(element: string, text: string): void {
    if (calls.set(element, text)) {
      held.set(element, text);
      carried.set(element, text);
      refused.delete(element);
    } else refused.set(element, calls.last());
  }

  function put(element: string, value: string, always = false): void {
    wanted.set(element, value);
    // The temporary value must be committed first.
    if (detours.has(element)) return;
    const before = held.get(element);
    const doubts = doubtful.get(element);
    const returns = launched && before !== undefined && before !== value && launched.get(element) === value;
    const detour = !launched && doubts?.has(value);
    const text = returns || detour ? vary(element, value) : value;
    if (always || before !== text || (doubts && !carried.has(element))) give(element, text);
    else refused.delete(element);
    if (detour && !refused.has(element)) detours.add(element);
  }

  const putAgain = (elements: Iterable<string>): void => {
    for (const element of [...elements]) put(element, wanted.get(element) ?? '');
  };

  const retry = (): void => putAgain(refused.keys());

  const awaits = (element: string): boolean => !held.has(element) && isForNow(refused.get(element));

  /** Commits the temporary values, then sets the right ones. If the session is ending (`last`), sets them even if that commit fails. */
  function straighten(last: boolean): boolean {
    while (detours.size > 0) {
      const elements = [...detours];
      detours.clear();
      const kept = keep(false);
      if (!kept && !last) return false;
      for (const element of elements) give(element, wanted.get(element) ?? '');
      if (!kept) return false;
      retry();
    }
    return true;
  }

  function flush(last: boolean): Saved {
    putAgain(doubtful.keys());
    retry();
    let done = straighten(last);
    if (done || last) done = keep(last);
    // If an LMS throws at one value but commits the rest, it refuses the value, not the session (moodle.md 21).
    const lost = [...refused].find(([element, failure]) => vital.test(element) || (isForNow(failure) && failure.code !== 0));
    if (done && !lost) return { ok: true };
    return { ok: false, ...((done && lost?.[1]) || calls.last()) };
  }

  return { put, retry, awaits, held, flush, witnessed };
}
