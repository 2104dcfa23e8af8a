import type { DataModel } from './strict-lms/data-model.ts';
import { longString, shortString } from './strict-lms/formats-12.ts';
import { Records } from './strict-lms/records.ts';
import { session12 } from './strict-lms/session-12.ts';
import { session2004 } from './strict-lms/session-2004.ts';
import type { Kind, Phase, Standard } from './strict-lms/standard.ts';
import type { Call, Settings, Stored, StrictLmsOptions } from './strict-lms/types.ts';

export type { Call, Stored, StrictLmsOptions };

/** What a call comes to. */
interface Outcome {
  result: string;
  error: number;
  overlong?: boolean;
}

const done: Outcome = { result: 'true', error: 0 };
const failed = (error: number): Outcome => ({ result: 'false', error });

/**
 * The LMS side of one session, for tests: the strict data model of SCORM 1.2 or 2004 (error codes as ADL's API
 * gives them, `tests/fixtures/answers-*.tsv`) and the habits of a real Moodle that touch what is stored
 * (`docs/moodle.md`, by number). Runs in Node and in a page alike; hang `api` at `window.API` (1.2) or
 * `window.API_1484_11` (2004).
 */
export class StrictLms {
  /** The eight functions of the version (1.2 RTE 3.2, 2004 RTE 3.1). */
  readonly api: Record<string, (...args: string[]) => string>;
  /** Every call, support functions included, in order. */
  readonly calls: Call[] = [];
  /** Accepted calls whose value (or record number) is beyond the standard's guaranteed minimum. */
  readonly overlong: Call[] = [];

  private readonly options: StrictLmsOptions;
  private readonly standard: Standard;
  private readonly model: DataModel;
  private readonly records: Records;
  private readonly kept: Stored;
  private phase: Phase = 'before';
  private lastError = 0;

  constructor(options: StrictLmsOptions) {
    this.options = options;
    this.standard = options.version === '1.2' ? session12 : session2004;
    this.model = this.standard.dataModel(settingsOf(options));
    const launch = this.standard.launch(options);
    this.kept = { ...launch.resumed };
    const { ofOneSession } = this.standard;
    const resumed = Object.entries(launch.resumed).filter(([element]) => !ofOneSession.includes(element));
    this.records = new Records(this.standard.given(options, launch), Object.fromEntries(resumed));
    this.api = Object.fromEntries(
      (Object.entries(this.standard.names) as [Kind, string][]).map(([kind, name]) => [
        name,
        (...args: unknown[]) => this.call(kind, name, args),
      ]),
    );
  }

  /** What the LMS holds: committed data only, a copy. Finish and Terminate commit (1.2 RTE 3.2.2.1, 2004 RTE 3.1.3.2). */
  get stored(): Stored {
    return { ...this.kept };
  }

  /** Calls that were refused. 2004's 403 is left out: to ask for what was never set is no fault (scorm.md 9). */
  get refused(): Call[] {
    const notSet = this.options.version === '2004' ? 403 : 0;
    return this.calls.filter(({ error }) => error !== 0 && error !== notSet);
  }

  /** An element's value in this session, committed or not, write-only ones and `_count` too. */
  get(element: string): string | undefined {
    const [, collection] = /^(.*)\._count$/.exec(element) ?? [];
    return collection === undefined ? this.records.value(element) : String(this.records.count(collection));
  }

  /**
   * The next visit: a new session on what was stored, whether this one was finished or broken off.
   * @param change options that differ in the new session, such as `mode`
   */
  launchAgain(change: Partial<StrictLmsOptions> = {}): StrictLms {
    return new StrictLms({ ...this.options, ...change, stored: this.stored });
  }

  /** The one way into the LMS: faults belong here, before (refuse, throw) or after (lose) `answer`. */
  private call(kind: Kind, name: string, args: unknown[]): string {
    const outcome = this.answer(kind, args);
    const call: Call = { name, args, result: outcome.result, error: outcome.error };
    this.calls.push(call);
    if (outcome.overlong === true) this.overlong.push(call);
    // Support functions leave the error as it was, so that it can be asked for again (2004 RTE 3.1.5).
    if (!isSupport(kind)) this.lastError = outcome.error;
    return outcome.result;
  }

  private answer(kind: Kind, args: unknown[]): Outcome {
    if (isSupport(kind)) return { result: this.support(kind, args), error: 0 };
    const failure = this.standard.phaseError(kind, this.phase);
    const empty = kind === 'get' ? '' : 'false';
    if (failure !== 0) return { result: empty, error: failure };
    // Arguments are strings, "" where there is nothing to say: real LMSs see a number as a number (scorm.md 8).
    if (!areLegal(kind, args)) return { result: empty, error: 201 };
    const [element = '', value = ''] = args as string[];
    switch (kind) {
      case 'get':
        return this.getValue(element);
      case 'set':
        return this.setValue(element, value);
      case 'initialize':
        this.phase = 'open';
        return done;
      case 'terminate':
        this.standard.finish(this.records, this.options);
        this.phase = 'closed';
        return this.commit();
      case 'commit':
        return this.commit();
    }
  }

  private getValue(element: string): Outcome {
    const { value, error } = this.model.get(element, this.records);
    return { result: value, error };
  }

  private setValue(element: string, value: string): Outcome {
    const { error, keep, overlong } = this.model.set(element, value, this.records);
    if (error !== 0) return failed(error);
    // moodle.md 9, 12: the last value wins, a worse score too, and so it does in review and browse.
    this.records.write(element, keep);
    return { ...done, overlong };
  }

  private commit(): Outcome {
    for (const element of this.standard.ofOneSession) {
      if (!this.records.isFresh(element)) delete this.kept[element];
    }
    Object.assign(this.kept, Object.fromEntries(this.records.takeChanges()));
    return done;
  }

  private support(kind: Support, args: unknown[]): string {
    if (kind === 'lastError') return String(this.lastError);
    const [asked] = args;
    const code = asked === '' || asked === undefined ? this.lastError : Number(asked);
    const message = this.standard.messages[code] ?? '';
    return kind === 'errorString' ? message : `${code}: ${message}`;
  }
}

type Support = 'lastError' | 'errorString' | 'diagnostic';

function isSupport(kind: Kind): kind is Support {
  return kind === 'lastError' || kind === 'errorString' || kind === 'diagnostic';
}

function areLegal(kind: Exclude<Kind, Support>, args: unknown[]): boolean {
  const count = { get: 1, set: 2, initialize: 1, terminate: 1, commit: 1 }[kind];
  const strings = args.length === count && args.every((arg) => typeof arg === 'string');
  return strings && (kind === 'get' || kind === 'set' || args[0] === '');
}

function settingsOf({ version, limits, asMoodle }: StrictLmsOptions): Settings {
  return {
    moodle: asMoodle === true,
    suspendData: limits?.suspendData ?? (version === '1.2' ? longString : 64_000),
    string: limits?.string ?? shortString,
  };
}
