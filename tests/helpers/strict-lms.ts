import type { DataModel } from './strict-lms/data-model.ts';
import { type Fate, type Faults, faultOf } from './strict-lms/faults.ts';
import { longString, shortString } from './strict-lms/formats-12.ts';
import { isSupport, type Kind, type Support } from './strict-lms/kind.ts';
import { Records } from './strict-lms/records.ts';
import { session12 } from './strict-lms/session-12.ts';
import { session2004 } from './strict-lms/session-2004.ts';
import type { Phase, Standard } from './strict-lms/standard.ts';
import { type Transport, transportOf } from './strict-lms/transport.ts';
import type { Call, Settings, Stored, StrictLmsOptions } from './strict-lms/types.ts';

export type { Call, Stored, StrictLmsOptions };

/** Result of a call. */
interface Outcome {
  result: string;
  error: number;
  overlong?: boolean;
  injected?: boolean;
}

const done: Outcome = { result: 'true', error: 0 };
const failed = (error: number): Outcome => ({ result: 'false', error });

/**
 * The LMS side of one session, for tests: the strict data model of SCORM 1.2 or 2004 (error codes as ADL's API
 * gives them, `tests/fixtures/answers-*.tsv`) and the behaviour of a real Moodle that affects stored data
 * (`docs/moodle.md`, by number). Runs in Node and in a page; assign `api` to `window.API` (1.2) or
 * `window.API_1484_11` (2004).
 */
export class StrictLms {
  /** The eight functions of the version (1.2 RTE 3.2, 2004 RTE 3.1). */
  readonly api: Record<string, (...args: string[]) => string>;
  /** Every call, support functions included, in order. */
  readonly calls: Call[] = [];
  /** Accepted calls whose value (or record number) is beyond the standard's guaranteed minimum. */
  readonly overlong: Call[] = [];

  /** Faults from now on. */
  readonly faults: Faults;

  private readonly options: StrictLmsOptions;
  private readonly standard: Standard;
  private readonly model: DataModel;
  private readonly records: Records;
  private readonly transport: Transport;
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
    const given = { ...this.standard.given(options, launch), ...(options.noEntry && { [this.standard.entry]: '' }) };
    this.records = new Records(given, Object.fromEntries(resumed));
    this.transport = transportOf(options.version, options.asMoodle === true, Object.fromEntries(resumed));
    this.faults = options.faults ?? {};
    if (options.opened) this.phase = 'open';
    this.api = Object.fromEntries(
      (Object.entries(this.standard.names) as [Kind, string][]).map(([kind, name]) => [
        name,
        (...args: unknown[]) => this.call(kind, name, args),
      ]),
    );
  }

  /** Copy of the LMS's committed data. Finish and Terminate commit (1.2 RTE 3.2.2.1, 2004 RTE 3.1.3.2). */
  get stored(): Stored {
    return { ...this.kept };
  }

  /** Calls refused for a fault of their own. 2004's 403 is left out: reading a value that was never set is not a fault (scorm.md 9). */
  get refused(): Call[] {
    const notSet = this.options.version === '2004' ? 403 : 0;
    return this.calls.filter(({ error, injected }) => !injected && error !== 0 && error !== notSet);
  }

  /** An element's value in this session, committed or not, write-only ones and `_count` too. */
  get(element: string): string | undefined {
    const [, collection] = /^(.*)\._count$/.exec(element) ?? [];
    return collection === undefined ? this.records.value(element) : String(this.records.count(collection));
  }

  /**
   * Starts the next visit: a new session on the stored data, whether this one was finished or interrupted.
   * @param change options that differ in the new session, such as `mode`
   */
  launchAgain(change: Partial<StrictLmsOptions> = {}): StrictLms {
    const { faults: _, ...options } = this.options;
    return new StrictLms({ ...options, ...change, stored: this.stored });
  }

  /** Handles every call to the LMS. */
  private call(kind: Kind, name: string, args: unknown[]): string {
    const [element = ''] = args;
    const fault = faultOf(this.faults, this.options.lacks ?? [], kind, String(element));
    const outcome: Outcome =
      fault === undefined
        ? this.answer(kind, args)
        : { result: kind === 'get' ? '' : 'false', error: fault === 'throw' ? 0 : fault, injected: true };
    const { result, error, injected } = outcome;
    const call: Call = { name, args, result, error, ...(injected && { injected }) };
    this.calls.push(call);
    if (outcome.overlong === true) this.overlong.push(call);
    if (fault === 'throw') throw new Error(`${name} is broken`);
    // Support functions leave the error as it was, so that it can be asked for again (2004 RTE 3.1.5).
    if (!isSupport(kind)) this.lastError = error;
    const isNumber = this.options.numbers && kind === 'get' && result.trim() !== '' && String(Number(result)) === result;
    return isNumber ? (Number(result) as unknown as string) : result;
  }

  private answer(kind: Kind, args: unknown[]): Outcome {
    if (isSupport(kind)) return { result: this.support(kind, args), error: 0 };
    const failure = this.standard.phaseError(kind, this.phase);
    const empty = kind === 'get' ? '' : 'false';
    if (failure !== 0) return { result: empty, error: failure };
    // Arguments must be strings, "" if there is nothing to pass: real LMSs treat a number as a number (scorm.md 8).
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
        return this.terminate();
      case 'commit':
        return this.commit(this.faults.commit ?? 'kept');
    }
  }

  private getValue(element: string): Outcome {
    const { value, error } = this.model.get(element, this.records);
    return { result: value, error };
  }

  private setValue(element: string, value: string): Outcome {
    const { error, keep, overlong } = this.model.set(element, value, this.records);
    if (error !== 0) return failed(error);
    // moodle.md 9, 12: the last value wins, even a worse score, and even in review and browse.
    this.records.write(element, keep);
    return { ...done, overlong };
  }

  private terminate(): Outcome {
    const { commit = 'kept' } = this.faults;
    // A refused end doesn't count: it may be tried again.
    if (commit === 'refused') return this.commit('refused');
    this.standard.finish(this.records, this.options);
    this.phase = 'closed';
    return this.commit(commit);
  }

  private commit(asked: Fate): Outcome {
    const load = this.transport.load(this.records);
    const isDropped = asked === 'kept' && this.faults.closing === true && !this.transport.fits(this.records, load);
    const fate = isDropped ? 'lost' : asked;
    this.transport.carried(this.records, load, fate);
    if (fate === 'refused') return { ...failed(101), injected: true };
    if (fate === 'lost') return { ...done, injected: true };
    for (const element of this.standard.ofOneSession) {
      if (!this.records.isFresh(element)) delete this.kept[element];
    }
    Object.assign(this.kept, Object.fromEntries(load));
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
