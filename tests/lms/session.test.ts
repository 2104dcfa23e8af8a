import { describe, expect, test } from 'vitest';
import type { Saved } from '../../src/lms/driver.ts';
import type { LmsCalls } from '../../src/lms/lms-call.ts';
import { createSession, type Dialect } from '../../src/lms/session.ts';
import type { Writer } from '../../src/lms/writer.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { begun, choice, fresh, slots } from './bakery.ts';

interface Setting {
  /** The LMS's values. `undefined`: reading it fails. */
  readonly values?: Readonly<Record<string, string | undefined>>;
  readonly opens?: boolean;
  readonly lists?: readonly string[];
  readonly dialect?: Partial<Dialect>;
}

/** A session in front of an LMS that keeps what it is given, unless a test says otherwise. */
function open({ values = {}, opens = true, lists = ['interactions', 'objectives'], dialect = {} }: Setting = {}) {
  const log: string[] = [];
  const stored: Record<string, string | undefined> = { ...values };
  const lms = { answer: { ok: true } as Saved, keeps: (text: string): string | undefined => text };
  let failure = { call: '', code: 0 };
  const calls: Partial<LmsCalls> = {
    open() {
      failure = { call: 'Initialize', code: 101 };
      return opens;
    },
    last: () => failure,
    get(element) {
      failure = { call: 'GetValue', code: 301 };
      return stored[element] ?? '';
    },
    read: (element) => (element in stored ? stored[element] : ''),
  };
  const held = new Map<string, string>();
  const writer: Writer = {
    put(element, value) {
      log.push(`${element}=${value}`);
      held.set(element, value);
      stored[element] = element === 'cmi.suspend_data' ? lms.keeps(value) : value;
    },
    retry: () => void log.push('retry'),
    awaits: () => false,
    held,
    flush(last) {
      log.push(last ? 'end' : 'commit');
      return lms.answer;
    },
    witnessed: () => undefined,
  };
  const session = createSession(calls as LmsCalls, writer, {
    formats: formats12,
    limits: { state: 100, text: 255, registerFirst: true },
    strict: 10,
    thrift: [],
    core: 'core.',
    lesson: 'lesson.',
    learner: 'student',
    status: 'status',
    keeps: (list) => lists.includes(list),
    known: (status) => (status === 'passed' ? status : undefined),
    writeObjective: (at, { status }) => writer.put(`${at}status`, status),
    writeStatus: ({ status }) => writer.put('status', status),
    suspend: () => void log.push('suspend'),
    endLook: () => void log.push('look'),
    ...dialect,
  });
  return { session, log, lms, take: () => log.splice(0) };
}

const launch = (setting?: Setting) => {
  const opened = open(setting);
  return { ...opened, start: opened.session.start() };
};

describe('the start', () => {
  test('of a first visit', () => {
    const { start } = launch({ values: { student_id: 'm1', student_name: 'Ines', 'cmi.interactions._count': '4' } });
    expect(start).toStrictEqual({
      mode: 'normal',
      state: '',
      alone: false,
      interactions: 4,
      learner: { id: 'm1', name: 'Ines' },
      known: {},
    });
  });

  test('of a later one: state, time, status and score', () => {
    const values = { 'cmi.suspend_data': ' v1 ', status: 'passed', 'core.score.raw': '80', 'core.total_time': '0001:00:00.0' };
    expect(launch({ values }).start).toMatchObject({ state: 'v1', counted: 3600, known: { status: 'passed', score: 80 } });
  });

  test.each([
    ['0', { score: 0 }],
    ['100', { score: 100 }],
    ['-1', {}],
    ['100.5', {}],
    ['', {}],
  ])('a score of %j', (score, known) => {
    expect(launch({ values: { 'core.score.raw': score } }).start.known).toStrictEqual(known);
  });

  test.each([
    ['review', 'review'],
    ['browse', 'browse'],
    ['normal', 'normal'],
    ['', 'normal'],
    ['test', 'normal'],
  ])('in mode %j', (word, mode) => {
    expect(launch({ values: { 'lesson.mode': word } }).start.mode).toBe(mode);
  });

  test.each<[string, Setting, boolean]>([
    ['opened', {}, false],
    ['not opened, and nothing answers', { opens: false }, true],
    ['not opened, because it is open already', { opens: false, values: { status: 'incomplete' } }, false],
    ['the saved state can not be read', { values: { 'cmi.suspend_data': undefined } }, true],
    ['it can not be read, but the attempt is new', { values: { 'cmi.suspend_data': undefined, 'core.entry': 'ab-initio' } }, false],
  ])('without an LMS: %s', (_, setting, alone) => {
    const begins: string[] = [];
    const { start, session, take } = launch({ ...setting, dialect: { begin: (found) => void begins.push(found) } });
    expect([start.alone, start.refused]).toEqual([alone, alone ? true : undefined]);
    expect(begins).toEqual(alone ? [] : [setting.values?.status ?? '']);
    session.register(slots);
    expect(session.save(fresh)).toEqual(alone ? { ok: false, call: 'Initialize', code: 101 } : { ok: true });
    expect(take().length > 0).toBe(!alone);
  });

  test('the dialect begins only in normal mode', () => {
    const begins: string[] = [];
    launch({ values: { 'lesson.mode': 'review', status: 'passed' }, dialect: { begin: (found) => void begins.push(found) } });
    expect(begins).toEqual([]);
  });
});

describe('a save', () => {
  test('writes answers, objectives, score, status, location and state, in this order', () => {
    const { session, log } = launch({ lists: ['objectives'] });
    expect(session.save(begun)).toEqual({ ok: true });
    expect(log).toEqual([
      'status=incomplete',
      'retry',
      'cmi.objectives.0.id=cuisson',
      'cmi.objectives.0.score.raw=25',
      'cmi.objectives.0.score.min=0',
      'cmi.objectives.0.score.max=100',
      'cmi.objectives.0.status=incomplete',
      'core.score.raw=25',
      'core.score.min=0',
      'core.score.max=100',
      'status=incomplete',
      'lesson.location=petrir',
      'cmi.suspend_data=v1-2',
      'suspend',
      'core.session_time=0000:01:01.5',
      'commit',
    ]);
  });

  test('writes no score before there is one, and a scaled one where the standard has it', () => {
    const scaled: string[] = [];
    const { session, log } = launch({ lists: [], dialect: { writeScaled: (at, score) => void scaled.push(`${at}=${score}`) } });
    session.save(fresh);
    expect(log.filter((write) => write.includes('score'))).toEqual([]);
    session.save(begun);
    expect(scaled).toEqual(['core.score.scaled=0.25']);
  });

  test('writes a score of 0, and to an objective its own', () => {
    const { session, log } = launch({ lists: ['objectives'] });
    const objectives = [
      { ...fresh.objectives[0], id: 'a', score: 0 },
      { ...fresh.objectives[0], id: 'b' },
      { ...fresh.objectives[0], id: 'c', score: 40 },
    ];
    session.save({ ...begun, score: 0, objectives: objectives as unknown as typeof fresh.objectives });
    expect(log.filter((write) => write.includes('score.raw'))).toEqual([
      'cmi.objectives.0.score.raw=0',
      'cmi.objectives.2.score.raw=40',
      'core.score.raw=0',
    ]);
  });

  test('writes answers only where the LMS has a list for them', () => {
    const withList = launch({ lists: ['interactions'] });
    expect(withList.start.interactions).toBe(-1);
    withList.session.save({ ...begun, interactions: [choice] });
    expect(withList.log).toContain('cmi.interactions.0.result=wrong');
    expect(withList.log.filter((write) => write.includes('objectives.0.status'))).toEqual([]);
    const without = launch({ lists: [], values: { 'cmi.interactions._count': '4' } });
    expect(without.start.interactions).toBe(-1);
    without.session.save({ ...begun, interactions: [choice] });
    without.session.register(slots);
    expect(without.log.filter((write) => write.includes('interactions'))).toEqual([]);
  });

  test('cuts a location at 255 characters', () => {
    const { session, log } = launch();
    session.save({ ...fresh, location: 'x'.repeat(300) });
    expect(log).toContain(`lesson.location=${'x'.repeat(255)}`);
  });

  test('of the time alone leaves the work in the LMS as it is', () => {
    const { session, log } = launch();
    session.save({ ...fresh, silent: true });
    expect(log).toEqual(['status=incomplete', 'suspend', 'core.session_time=0000:00:02.0', 'commit']);
  });

  test.each([
    ['', true],
    ['not attempted', true],
    ['unknown', true],
    ['incomplete', false],
    ['passed', false],
  ])('after the status %j reports the beginning first: %s', (status, first) => {
    const { session, take } = launch({ values: { status } });
    session.register(slots.slice(0, 1));
    const entered = first ? ['status=incomplete'] : [];
    expect(take()).toEqual([...entered, 'cmi.interactions.0.id=farine', 'cmi.interactions.0.type=choice']);
    session.save({ ...fresh, silent: true });
    expect(take()[0]).toBe('suspend');
  });

  test('writes nothing in review', () => {
    const { session, log } = launch({ values: { 'lesson.mode': 'review' } });
    session.register(slots);
    expect([session.save(begun), log]).toEqual([{ ok: true }, []]);
  });

  test('is not committed where that would destroy data', () => {
    const { session, log } = launch({ dialect: { mayCommit: () => false } });
    expect(session.save(fresh)).toEqual({ ok: false, call: 'GetValue', code: 301 });
    expect(log).not.toContain('commit');
  });
});

describe('a saved state that is too long for the LMS', () => {
  const long = { ...fresh, state: 'abcdefghijk' };

  test.each<[string, string, Saved, string | undefined, boolean]>([
    ['whole', long.state, { ok: true }, long.state, false],
    ['cut', long.state, { ok: true }, 'abcdefghij', true],
    ['gone', long.state, { ok: true }, '', false],
    ['refused, nothing is kept', long.state, { ok: false, call: 'SetValue', code: 405 }, '', true],
    ['refused, the earlier one is kept', long.state, { ok: false, call: 'SetValue', code: 405 }, 'xyz', true],
    ['accepted, but the earlier one is read', long.state, { ok: true }, 'xyz', false],
    ['unreadable', long.state, { ok: false, call: 'Commit', code: 101 }, undefined, false],
    ['as long as the strictest LMS accepts', 'abcdefghij', { ok: true }, 'abc', false],
  ])('%s', (_, state, answer, kept, tooLong) => {
    const { session, lms } = launch();
    lms.answer = answer;
    lms.keeps = () => kept;
    const cut: Saved = { ok: false, call: 'SetValue cmi.suspend_data', code: 0 };
    expect(session.save({ ...fresh, state })).toEqual(tooLong && answer.ok ? cut : answer);
    expect(session.limits.state).toBe(tooLong ? 10 : 100);
  });
});

test('a limit that shrinks is that of the session alone', () => {
  const limits = { state: 100, text: 255, registerFirst: true };
  const { session, lms } = launch({ dialect: { limits } });
  lms.keeps = () => 'abcdefghij';
  session.save({ ...fresh, state: 'abcdefghijk' });
  expect([session.limits.state, limits.state]).toEqual([10, 100]);
});

describe('the end', () => {
  test('writes all, ends the session, and nothing is written after it', () => {
    const { session, take } = launch();
    expect(session.leave(fresh)).toEqual({ ok: true });
    expect(take().at(-1)).toBe('end');
    session.register(slots);
    expect(session.save(fresh)).toEqual({ ok: false, call: 'Commit', code: 0 });
    expect(session.leave(fresh)).toEqual({ ok: true });
    expect(take()).toEqual([]);
  });

  test('that fails may be tried again', () => {
    const { session, lms, take } = launch();
    lms.answer = { ok: false, call: 'Terminate', code: 101 };
    expect(session.leave(fresh)).toEqual(lms.answer);
    lms.answer = { ok: true };
    take();
    expect([session.leave(fresh), take().at(-1)]).toEqual([{ ok: true }, 'end']);
  });

  test('in review writes nothing of the learner', () => {
    const { session, log } = launch({ values: { 'lesson.mode': 'review' } });
    expect([session.leave(fresh), log]).toEqual([{ ok: true }, ['look', 'end']]);
  });

  test('without a status leaves the session open: an LMS would set it to completed', () => {
    const dialect: Partial<Dialect> = { writeStatus: () => undefined };
    const refusing = open({ dialect });
    refusing.session.start();
    // What the LMS refused is not among the values that it holds.
    const put = refusing.session.leave({ ...fresh, silent: true });
    expect([put, refusing.log.at(-1)]).toEqual([{ ok: true }, 'end']);
    const known = launch({ dialect, values: { status: 'incomplete' } });
    known.session.leave({ ...fresh, silent: true });
    expect(known.log.at(-1)).toBe('end');
  });
});
