import type { DataModel } from './data-model.ts';
import type { Kind } from './kind.ts';
import type { Records } from './records.ts';
import type { Settings, Stored, StrictLmsOptions } from './types.ts';

/** Where a session stands. */
export type Phase = 'before' | 'open' | 'closed';

/** How an attempt stands as the content is launched. */
export interface Launch {
  entry: 'ab-initio' | 'resume' | '';
  /** What is left of earlier visits. */
  resumed: Stored;
  mode: NonNullable<StrictLmsOptions['mode']>;
  credit: NonNullable<StrictLmsOptions['credit']>;
}

/** What the two versions do differently around one and the same session. */
export interface Standard {
  names: Record<Kind, string>;
  messages: Record<number, string>;
  /** The element that says how the attempt was entered. */
  entry: string;
  /** Written anew at each visit: what an earlier one left there does not count. */
  ofOneSession: readonly string[];
  dataModel(settings: Settings): DataModel;
  /** The code for a call that the phase doesn't allow, 0 where it does. */
  phaseError(kind: Kind, phase: Phase): number;
  launch(options: StrictLmsOptions): Launch;
  /** What the LMS itself says, by element. */
  given(options: StrictLmsOptions, launch: Launch): Stored;
  /** What the LMS adds at Finish/Terminate, before it commits. */
  finish(records: Records, options: StrictLmsOptions): void;
}
