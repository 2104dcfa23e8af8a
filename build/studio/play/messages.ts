import type { Call, CmiRecord, LmsSettings } from '../../preview/client/lms.ts';

export type { Call, CmiRecord, LmsSettings };

/** Everything that the frame needs for one visit. */
export interface PlayMessage {
  readonly kind: 'play';
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly settings: LmsSettings;
  /** The learner's record; null at the first visit. */
  readonly record: CmiRecord | null;
  /** Address of the LMS's script. */
  readonly lms: string;
}

/** Shows a page or an activity of the session, by its id. */
export interface ShowMessage {
  readonly kind: 'show';
  readonly page: string;
  readonly activity: string;
}

export type ToFrame = PlayMessage | ShowMessage;

/** Messages of the frame. Nothing in them is trusted: a stranger's course may send any. */
export type FromFrame =
  /** It can take a visit. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'call'; readonly call: Call }
  /** What the LMS would store now. @param isSaved after a commit or at the end */
  | { readonly kind: 'record'; readonly record: CmiRecord; readonly isSaved: boolean }
  /** An activity or page was clicked. */
  | { readonly kind: 'picked'; readonly id: string };
