import type { DataModel } from './data-model.ts';
import type { Kind } from './kind.ts';
import type { Records } from './records.ts';
import type { Settings, Stored, StrictLmsOptions } from './types.ts';

/** Phase of a session. */
export type Phase = 'before' | 'open' | 'closed';

/** State of an attempt at launch. */
export interface Launch {
  entry: 'ab-initio' | 'resume' | '';
  /** Data of earlier visits. */
  resumed: Stored;
  mode: NonNullable<StrictLmsOptions['mode']>;
  credit: NonNullable<StrictLmsOptions['credit']>;
}

/** Differences between the two versions in a session. */
export interface Standard {
  names: Record<Kind, string>;
  messages: Record<number, string>;
  /** The element with the kind of entry. */
  entry: string;
  /** Elements of one visit: values of earlier visits don't count. */
  ofOneSession: readonly string[];
  dataModel(settings: Settings): DataModel;
  /** The code for a call that the phase doesn't allow, otherwise 0. */
  phaseError(kind: Kind, phase: Phase): number;
  launch(options: StrictLmsOptions): Launch;
  /** Values set by the LMS, by element. */
  given(options: StrictLmsOptions, launch: Launch): Stored;
  /** Adds values at Finish/Terminate, before the commit. */
  finish(records: Records, options: StrictLmsOptions): void;
}
