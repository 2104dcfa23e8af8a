import { isSupport, type Kind } from './kind.ts';

/** Parts that an LMS of 1.2 may lack (RTE 3.4.4); `children`: it can't list its elements. */
export type Lack = 'interactions' | 'objectives' | 'children';

/** Faults of an LMS. They can be combined, and changed while a session runs. */
export interface Faults {
  /** Commit and end of the session: `false`, as after an HTTP 500; or `true` with the network down, and nothing stored (moodle.md 17). */
  commit?: 'refused' | 'lost' | undefined;
  /** The code with which a value is refused; 0 accepts it. */
  set?: ((element: string) => number) | undefined;
  /** Calls that throw, support functions included (moodle.md 21); `element` is '' if the call names none. */
  throws?: ((kind: Kind, element: string) => boolean) | undefined;
  /** The login has expired: every answer is 101 (moodle.md 17). */
  expired?: boolean | undefined;
  /** The page crashes after this many calls: later calls throw, and uncommitted data are lost. */
  crashAfter?: number | undefined;
  /**
   * The tab is being closed: Moodle now sends by beacon. A request above 64 KiB is dropped, and the answer is `true`
   * (moodle.md 3, 36). Otherwise requests have no limit.
   */
  closing?: boolean | undefined;
}

/** Result of a commit. */
export type Fate = 'kept' | 'refused' | 'lost';

/** Effect of an injected fault on a call: an error code, or it throws; undefined if the call goes through. */
export type Injected = 'throw' | number | undefined;

const LISTS: Readonly<Record<Lack, RegExp>> = {
  interactions: /^cmi\.interactions\b/,
  objectives: /^cmi\.objectives\b/,
  children: /\._children$/,
};

/** Judges one call before the LMS sees it. */
export function faultOf(faults: Faults, lacks: readonly Lack[], kind: Kind, element: string): Injected {
  if (faults.crashAfter !== undefined && faults.crashAfter-- <= 0) return 'throw';
  if (faults.throws?.(kind, element)) return 'throw';
  if (kind === 'initialize' || isSupport(kind)) return undefined;
  if (faults.expired) return 101;
  // Not implemented (1.2 RTE 3.3.2).
  if (lacks.some((lack) => LISTS[lack].test(element))) return 401;
  return (kind === 'set' && faults.set?.(element)) || undefined;
}
