import { isSupport, type Kind } from './kind.ts';

/** Parts that an LMS of 1.2 may lack (RTE 3.4.4); `children`: it can't say what it has. */
export type Lack = 'interactions' | 'objectives' | 'children';

/** How an LMS misbehaves. May be changed while a session runs, and combined at will. */
export interface Faults {
  /** Commit and the end of the session: `false`, as after an HTTP 500; or `true` with the network down, and nothing is kept (moodle.md 17). */
  commit?: 'refused' | 'lost' | undefined;
  /** The code with which a value is refused; 0 lets it through. */
  set?: ((element: string) => number) | undefined;
  /** Which calls throw, the support functions too (moodle.md 21); `element` is '' where the call names none. */
  throws?: ((kind: Kind, element: string) => boolean) | undefined;
  /** The login is gone: whatever is asked, the answer is 101 (moodle.md 17). */
  expired?: boolean | undefined;
  /** The page dies at the call after so many more: it throws, as all later ones do, and what was not committed is gone. */
  crashAfter?: number | undefined;
  /**
   * The tab is being closed: Moodle sends by beacon now. A request above 64 KiB is dropped, and answered `true`
   * (moodle.md 3, 36). Otherwise requests have no limit.
   */
  closing?: boolean | undefined;
}

/** What becomes of a commit. */
export type Fate = 'kept' | 'refused' | 'lost';

/** What an injected fault makes of a call: an error code, or it throws; nothing where the call goes through. */
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
