import { decimal, type Formats, secondsOf } from '../model/formats.ts';
import type { Thrift } from '../model/limits-leaving.ts';
import type { Driver, Launch, LearnerRecord, Limits, Objective, Saved } from './driver.ts';
import type { LmsCalls } from './lms-call.ts';
import { type Interactions, openInteractions, openObjectives } from './records.ts';
import type { Writer } from './writer.ts';

/** What one standard says in its own way. */
export interface Dialect {
  readonly formats: Formats;
  readonly limits: Limits;
  /** Characters of saved state that the strictest LMS takes. */
  readonly strict: number;
  /** Beginnings of elements: score, exit and time; mode and place; learner's id and name. */
  readonly core: string;
  readonly lesson: string;
  readonly learner: string;
  /** Kinds of data to leave out of interactions and objectives. */
  readonly thrift: readonly Thrift[];
  /** The element that says how far the learner is. */
  readonly status: string;
  /** Whether the LMS keeps this list. */
  keeps(list: 'interactions' | 'objectives'): boolean;
  /** What is final among what the LMS has. */
  known(status: string): NonNullable<Launch['known']>['status'];
  /** After a session opened in normal mode; `found` is how far the learner was. */
  begin?(found: string): void;
  writeScaled?(at: string, score: string): void;
  writeObjective(at: string, objective: Objective): void;
  writeStatus(record: LearnerRecord): void;
  /** Says that the attempt goes on after this visit. */
  suspend(): void;
  /** Before the end of a session that was only a look. */
  endLook?(): void;
  /** False where a commit or an end would cost what the LMS has. */
  mayCommit?(): boolean;
}

const done: Saved = { ok: true };
const state = 'cmi.suspend_data';

/** A session with an LMS from its opening to its end, in either standard. */
export function createSession(calls: LmsCalls, { put, retry, held, flush, witnessed }: Writer, dialect: Dialect): Driver {
  const { formats, core, lesson, learner, status } = dialect;
  const limits = { ...dialect.limits };
  let mode: Launch['mode'] = 'normal';
  let interactions: Interactions | undefined;
  let objectiveAt: ((id: string) => string) | undefined;
  /** Says that the visit has begun, before anything else is said; not where nothing ever is, as in a second tab. */
  let enter: (() => void) | undefined;
  /** No visit before this one has said how far the learner is. */
  let isUntold = false;
  /** What became of the end; set once there is no session any more. */
  let ended: Saved | undefined;

  function start(): Launch {
    const opened = calls.open();
    const refusal = calls.last();
    const found = calls.get(status);
    isUntold = /^(?:|not attempted|unknown)$/.test(found);
    const word = calls.get(`${lesson}mode`);
    mode = word === 'review' || word === 'browse' ? word : 'normal';
    // A session that is open already refuses to be opened, and yet answers (101 in 1.2, 103 in 2004).
    const text = calls.read(state);
    // What can't be read must not be written over, unless the LMS says that there is nothing.
    const alone = (!opened && !found) || (text === undefined && calls.get(`${core}entry`) !== 'ab-initio');
    ended = alone ? { ok: false, ...refusal } : undefined;
    // It says nothing of the learner, so that a second tab may say it too.
    if (mode === 'normal' && !alone) dialect.begin?.(found);
    enter = () => {
      enter = undefined;
      if (isUntold) put(status, 'incomplete');
    };
    interactions = dialect.keeps('interactions') ? openInteractions(calls, put, formats, dialect.thrift) : undefined;
    objectiveAt = dialect.keeps('objectives') ? openObjectives(calls, put) : undefined;
    const final = dialect.known(found);
    const score = Number.parseFloat(calls.get(`${core}score.raw`));
    const counted = secondsOf(calls.get(`${core}total_time`));
    return {
      mode,
      state: (text ?? '').trim(),
      learner: { id: calls.get(`${learner}_id`), name: calls.get(`${learner}_name`) },
      alone,
      ...(alone && { refused: true }),
      interactions: interactions?.count ?? -1,
      ...(counted !== undefined && { counted }),
      known: { ...(final && { status: final }), ...(score >= 0 && score <= 100 && { score }) },
    };
  }

  function writeScore(at: string, score: number | undefined): void {
    if (score === undefined) return;
    put(`${at}score.raw`, decimal(score));
    put(`${at}score.min`, '0');
    put(`${at}score.max`, '100');
    dialect.writeScaled?.(`${at}score.scaled`, decimal(score / 100));
  }

  /** In the order that LMSs grade by: the score before the status (scorm.md 12). */
  function write(record: LearnerRecord): void {
    enter?.();
    if (record.silent) {
      writeEnd(record);
      return;
    }
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
    writeEnd(record);
  }

  function writeEnd({ session }: LearnerRecord): void {
    dialect.suspend();
    put(`${core}session_time`, formats.span(session));
  }

  function flushed(last: boolean): Saved {
    return (dialect.mayCommit?.() ?? true) ? flush(last) : { ok: false, ...calls.last() };
  }

  function save(record: LearnerRecord): Saved {
    if (ended) return ended.ok ? { ok: false, call: 'Commit', code: 0 } : ended;
    if (mode !== 'normal') return done;
    write(record);
    const saved = flushed(false);
    const { length } = record.state;
    if (length <= dialect.strict) return saved;
    const kept = calls.read(state);
    // An LMS that gives an error for now says nothing of what it has room for, nor does one that gives the state before this one.
    if (kept === undefined || kept.length >= length || (saved.ok && !(kept && record.state.startsWith(kept)))) return saved;
    limits.state = dialect.strict;
    return saved.ok ? { ok: false, call: `SetValue ${state}`, code: 0 } : saved;
  }

  function leave(record: LearnerRecord): Saved {
    if (ended) return ended;
    if (mode === 'normal') write(record);
    else dialect.endLook?.();
    // An LMS makes `completed` of a session that ends without a status (moodle.md 11): it is left open.
    const last = mode !== 'normal' || !isUntold || held.has(status);
    const end = flushed(last);
    if (end.ok && last) ended = end;
    return end;
  }

  function register(slots: Parameters<Driver['register']>[0]): void {
    if (mode !== 'normal' || ended) return;
    enter?.();
    interactions?.register(slots);
  }

  return { limits, start, register, save, leave, witnessed };
}
