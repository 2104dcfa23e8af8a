import type { Diagnostic } from '../diagnostics/diagnostics.ts';
import type { ProgramFiles } from '../host/browser/engine.ts';
import type { BuildRequest } from '../model/request.ts';
import type { BuildOutcome } from '../model/run.ts';

/** A request to the worker. Requests are answered one after the other. */
export interface BuildMessage {
  /** Needed in the first message only. */
  readonly program?: ProgramFiles<ReadonlyMap<string, Uint8Array>>;
  /** New and changed files of the project since the last message, by absolute path. Null: removed. */
  readonly files: ReadonlyMap<string, Uint8Array | string | null>;
  readonly request: Omit<BuildRequest, 'progress'>;
}

export interface ProgressMessage {
  readonly kind: 'progress';
  readonly done: number;
  readonly total: number;
  /** The last package made. */
  readonly file: string;
}

/** The end of a build, with or without an author's mistakes. */
export interface BuiltMessage extends Omit<BuildOutcome, 'diagnostics'> {
  readonly kind: 'built';
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were written since the last such answer, by absolute path: packages, sheets, locks, `build.json`. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The build failed, not because of an author's mistake. The next request starts from scratch. */
export interface FailedMessage {
  readonly kind: 'failed';
  readonly why: string;
}

export type WorkerMessage = ProgressMessage | BuiltMessage | FailedMessage;
