import type { Saved } from './driver.ts';
import type { Failure, LmsCalls } from './lms-call.ts';

/** Writes to an LMS what it does not surely have. */
export interface Writer {
  /** Says what an element must hold; set only where the LMS was not given it or may have lost it, or `always`. */
  put(element: string, value: string, always?: boolean): void;
  /** Sets again what was refused, in its order: an LMS takes nothing of a record before its id, nor a record before the one in front. */
  retry(): void;
  /** Whether an element was refused for now, and never taken before: the LMS may take it later. */
  awaits(element: string): boolean;
  /** Values that the LMS took in this session, by element. */
  readonly held: ReadonlyMap<string, string>;
  /** Commits, or ends the session, and says whether all that counts has arrived. */
  flush(last: boolean): Saved;
  /** Whether the network really carried the commits since the last word; those that it didn't are sent again. */
  witnessed(kept: boolean): void;
}

/** The same number or text in other letters: `80` and `80.0`, a blank or a mark more. */
export function respell(element: string, value: string): string {
  const zero = value.includes('.') ? '0' : '.0';
  const more = /^[\d:.-]+$/.test(value) ? zero : element.endsWith('id') ? '_' : ' ';
  // Nothing may be added beyond the length of 1.2's fields.
  const isFull = value.length <= 255 && value.length + more.length > 255;
  return isFull ? value.slice(0, -1) : value + more;
}

/** Without these a record is wrong; the rest may be refused by an LMS that has no room for it. */
const vital = /^cmi\.(?:core\.)?(?:\w+_(?:data|status)|score\.)/;

/** The LMS means the value, not the session: it would not help to try later. */
const meansValue = ({ code }: Failure): boolean => code === 201 || code === 351 || code > 400;

/**
 * Keeps account of what one session gave to the LMS.
 * @param vary another text for the same value, or another value where there is none
 * @param launched 1.2 in Moodle never sends again what a failed commit carried, though the same value is set once more
 *   (moodle.md 18). 2004 does, but leaves out a value that is back at the one that the session began with: these
 *   are given here, which chooses the way of 2004.
 */
export function createWriter(
  calls: LmsCalls,
  vary: (element: string, value: string) => string,
  launched?: ReadonlyMap<string, string>,
): Writer {
  /** What each element must hold, and what it was given. */
  const wanted = new Map<string, string>();
  const held = new Map<string, string>();
  /** Sets that failed. */
  const refused = new Map<string, Failure>();
  /** Given since the last commit; by commits not yet witnessed. */
  const carried = new Map<string, string>();
  const recent = new Map<string, string>();
  /** Given by commits that failed: any of these may be what 1.2 in Moodle sent last. */
  const doubtful = new Map<string, Set<string>>();
  /** Elements that were given another value so that the right one counts as a change. */
  const detours = new Set<string>();

  function give(element: string, text: string): void {
    if (calls.set(element, text)) {
      held.set(element, text);
      carried.set(element, text);
      refused.delete(element);
    } else refused.set(element, calls.last());
  }

  function doubt(element: string, text: string): void {
    doubtful.set(element, (doubtful.get(element) ?? new Set()).add(text));
  }

  function put(element: string, value: string, always = false): void {
    wanted.set(element, value);
    // The other value is to be committed first.
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

  const isForNow = (failure: Failure | undefined): boolean => failure !== undefined && !meansValue(failure);
  const awaits = (element: string): boolean => !held.has(element) && isForNow(refused.get(element));

  function keep(last: boolean): boolean {
    const done = last ? calls.close() : calls.commit();
    for (const [element, text] of carried) {
      if (done) {
        recent.set(element, text);
        doubtful.delete(element);
      } else doubt(element, text);
    }
    carried.clear();
    return done;
  }

  /** Commits the other values, then gives the right ones; before an end that comes anyhow, even if that commit fails. */
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
    // An LMS that throws at one value and commits the rest does not mean the session (moodle.md 21).
    const lost = [...refused].find(([element, failure]) => vital.test(element) || (isForNow(failure) && failure.code !== 0));
    if (done && !lost) return { ok: true };
    return { ok: false, ...((done && lost?.[1]) || calls.last()) };
  }

  function witnessed(kept: boolean): void {
    if (!kept) for (const [element, text] of recent) doubt(element, text);
    recent.clear();
  }

  return { put, retry, awaits, held, flush, witnessed };
}
