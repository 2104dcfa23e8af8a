import type { Call, CmiRecord, LmsSettings } from '../../preview/client/lms.ts';

export type { Call, CmiRecord, LmsSettings };

/** Everything that the frame needs for one visit. */
export interface PlayMessage {
  readonly kind: 'play';
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly settings: LmsSettings;
  /** The learner's record; null at the first visit. */
  readonly record: CmiRecord | null;
  /** Shown at the start, instead of where the learner left. */
  readonly show: Shown | null;
}

/** A page or an activity of the session, by its id; '' for none. */
export interface Shown {
  readonly page: string;
  readonly activity: string;
}

/** Shows a page or an activity. */
export interface ShowMessage extends Shown {
  readonly kind: 'show';
}

/** Ends the visit, as an LMS does when it removes the page. */
export interface EndMessage {
  readonly kind: 'end';
}

export type ToFrame = PlayMessage | ShowMessage | EndMessage;

/** Messages of the frame. Nothing in them is trusted: a stranger's course may send any. */
export type FromFrame =
  /** The frame can take a visit. */
  | { readonly kind: 'ready' }
  /** The page or the cover is on screen. */
  | { readonly kind: 'shown' }
  /** The visit is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'call'; readonly call: Call }
  /** The record that the LMS would store now. `isSaved`: after a commit or at the end. */
  | { readonly kind: 'record'; readonly record: CmiRecord; readonly isSaved: boolean }
  /** An activity or page was clicked. */
  | { readonly kind: 'picked'; readonly id: string };
