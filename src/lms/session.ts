import { decimal, type Formats, secondsOf } from '../model/standards/formats.ts';
import type { Thrift } from '../model/standards/limits-leaving.ts';
import type { Driver, Launch, LearnerRecord, Limits, Objective, Saved } from './driver.ts';
import type { LmsCalls } from './lms-call.ts';
import { openInteractions, openObjectives } from './records.ts';
import type { Writer } from './writer.ts';

/** Elements and rules of one standard. */
export interface Dialect {
  readonly formats: Formats;
  readonly limits: Limits;
  /** Length of saved state that the strictest LMS accepts, in characters. */
  readonly strict: number;
  /** Prefixes of elements: score, exit and time; mode and location; learner's id and name. */
  readonly core: string;
  readonly lesson: string;
  readonly learner: string;
  /** Kinds of data to leave out of interactions and objectives. */
  readonly thrift: readonly Thrift[];
  /** Element that holds the completion status. */
  readonly status: string;
  /** Returns true if the LMS supports this list. */
  keeps(list: 'interactions' | 'objectives'): boolean;
  /** Returns the final status in the LMS; undefined if there is none. */
  known(status: string): NonNullable<Launch['known']>['status'];
  /** Called after a session opened in normal mode; `found` is the status before it. */
  begin?(found: string): void;
  writeScaled?(at: string, score: string): void;
  writeObjective(at: string, objective: Objective): void;
  writeStatus(record: LearnerRecord): void;
  /** Reports that the attempt continues after this visit. */
  suspend(): void;
  /** Called before the end of a session that is not in normal mode. */
  endLook?(): void;
  /** Returns false if a commit or an end would destroy data in the LMS. */
  mayCommit?(): boolean;
}

const state = 'cmi.suspend_data';

/** Writes records in the order that LMSs need for grading: the score before the status (scorm.md 12). */
function createRecords(calls: LmsCalls, { put, retry }: Writer, dialect: Dialect, hasNoStatus: boolean) {
  const { formats, core, lesson, status } = dialect;
  const interactions = dialect.keeps('interactions') ? openInteractions(calls, put, formats, dialect.thrift) : undefined;
  const objectiveAt = dialect.keeps('objectives') ? openObjectives(calls, put) : undefined;
  let isEntered = !hasNoStatus;

  /** Reports the start of the visit, before anything else. Never called if nothing is written, as in a second tab. */
  function enter(): void {
    if (!isEntered) put(status, 'incomplete');
    isEntered = true;
  }

  function writeScore(at: string, score: number | undefined): void {
    if (score === undefined) return;
    put(`${at}score.raw`, decimal(score));
    put(`${at}score.min`, '0');
    put(`${at}score.max`, '100');
    dialect.writeScaled?.(`${at}score.scaled`, decimal(score / 100));
  }

  function writeWork(record: LearnerRecord): void {
    retry();
    if (interactions) record.interactions.forEach(interactions.write);
    for (const objective of objectiveAt ? record.objectives : []) {
      const at = objectiveAt?.(objective.id) ?? '';
      writeScore(at, objective.score);
      dialect.writeObjective(at, objective);
    }
    writeScore(core, record.score);
    dialect.writeStatus(record);
    put(`${lesson}location`, record.location.slice(0, 255));
    put(state, record.state);
  }

  return {
    count: interactions?.count ?? -1,
    register(slots: Parameters<Driver['register']>[0]): void {
      enter();
      interactions?.register(slots);
    },
    write(record: LearnerRecord): void {
      enter();
      if (!record.silent) writeWork(record);
      dialect.suspend();
      put(`${core}session_time`, formats.span(record.session));
    },
  };
}

/** Reads the learner's data other than the saved state. @param found status at the start */
function readLearner(calls: LmsCalls, { core, learner, known }: Dialect, found: string): Pick<Launch, 'learner' | 'counted' | 'known'> {
  const final = known(found);
  const score = Number.parseFloat(calls.get(`${core}score.raw`));
  const counted = secondsOf(calls.get(`${core}total_time`));
  return {
    learner: { id: calls.get(`${learner}_id`), name: calls.get(`${learner}_name`) },
    ...(counted !== undefined && { counted }),
    known: { ...(final && { status: final }), ...(score >= 0 && score <= 100 && { score }) },
  };
}

function flush(calls: LmsCalls, writer: Writer, dialect: Dialect, last: boolean): Saved {
  return (dialect.mayCommit?.() ?? true) ? writer.flush(last) : { ok: false, ...calls.last() };
}

/** Returns true if the LMS has cut or refused a saved state that was too long. */
function isTooLong(calls: LmsCalls, saved: Saved, text: string): boolean {
  const kept = calls.read(state);
  // A temporary error doesn't mean that the state is too long, and neither does getting the previous state back.
  return !(kept === undefined || kept.length >= text.length || (saved.ok && !(kept && text.startsWith(kept))));
}

/** Makes the session with an LMS, from start to end, in either standard. */
export function createSession(calls: LmsCalls, writer: Writer, dialect: Dialect): Driver {
  const limits = { ...dialect.limits };
  let mode: Launch['mode'] = 'normal';
  let records: ReturnType<typeof createRecords> | undefined;
  /** True if no earlier visit has reported a status. */
  let hasNoStatus = false;
  /** Result of the end; set once the session is over. */
  let ended: Saved | undefined;

  function start(): Launch {
    const opened = calls.open();
    const refusal = calls.last();
    const found = calls.get(dialect.status);
    hasNoStatus = /^(?:|not attempted|unknown)$/.test(found);
    const word = calls.get(`${dialect.lesson}mode`);
    mode = word === 'review' || word === 'browse' ? word : 'normal';
    // A session that is already open refuses to open again, but still answers (101 in 1.2, 103 in 2004).
    const text = calls.read(state);
    // Unreadable data must not be overwritten, unless the LMS reports a new attempt.
    const alone = (!opened && !found) || (text === undefined && calls.get(`${dialect.core}entry`) !== 'ab-initio');
    ended = alone ? { ok: false, ...refusal } : undefined;
    // `begin` reports nothing about the learner, so a second tab may call it too.
    if (mode === 'normal' && !alone) dialect.begin?.(found);
    records = createRecords(calls, writer, dialect, hasNoStatus);
    const { count } = records;
    return {
      mode,
      state: (text ?? '').trim(),
      alone,
      ...(alone && { refused: true }),
      interactions: count,
      ...readLearner(calls, dialect, found),
    };
  }

  function save(record: LearnerRecord): Saved {
    if (ended) return ended.ok ? { ok: false, call: 'Commit', code: 0 } : ended;
    if (mode !== 'normal') return { ok: true };
    records?.write(record);
    const saved = flush(calls, writer, dialect, false);
    if (record.state.length <= dialect.strict || !isTooLong(calls, saved, record.state)) return saved;
    limits.state = dialect.strict;
    return saved.ok ? { ok: false, call: `SetValue ${state}`, code: 0 } : saved;
  }

  function leave(record: LearnerRecord): Saved {
    if (ended) return ended;
    if (mode === 'normal') records?.write(record);
    else dialect.endLook?.();
    // If a session ends without a status, an LMS sets `completed` (moodle.md 11): leave it open.
    const last = mode !== 'normal' || !hasNoStatus || writer.held.has(dialect.status);
    const end = flush(calls, writer, dialect, last);
    if (end.ok && last) ended = end;
    return end;
  }

  return {
    limits,
    start,
    register(slots) {
      if (mode === 'normal' && !ended) records?.register(slots);
    },
    save,
    leave,
    witnessed: writer.witnessed,
  };
}
