import { describe, expect, test } from 'vitest';
import { formats12 } from '../../../src/model/standards/formats-12.ts';
import { begun, choice, fresh, passed, slots, text } from '../../lms/bakery.ts';
import { benches, strictBenches, type Visit } from './benches.ts';

/** A visit that has begun: opened, registered, saved once, as the tracker does. */
function begin(visit: Visit): Visit {
  visit.driver.start();
  if (visit.driver.limits.registerFirst) visit.driver.register(slots);
  expect(visit.driver.save(fresh)).toEqual({ ok: true });
  return visit;
}

/** The last part of each element's name below a record, with its value. */
function recordAt(held: Readonly<Record<string, string>>, at: string): Record<string, string> {
  const inside = Object.entries(held).filter(([element, value]) => element.startsWith(at) && value !== '');
  return Object.fromEntries(inside.map(([element, value]) => [element.slice(at.length), value]));
}

const elements = {
  '1.2': { status: 'cmi.core.lesson_status', raw: 'cmi.core.score.raw', location: 'cmi.core.lesson_location', exit: 'cmi.core.exit' },
  '2004': { status: 'cmi.completion_status', raw: 'cmi.score.raw', location: 'cmi.location', exit: 'cmi.exit' },
} as const;

describe.each(benches)('$name', ({ visit: open, alone, standard }) => {
  const names = standard === 'none' ? undefined : elements[standard];

  test('a first launch finds nothing and writes nothing', () => {
    const visit = open();
    const launch = visit.driver.start();
    expect(launch).toMatchObject({ mode: 'normal', state: '', alone });
    expect(launch.known ?? {}).toEqual({});
    // In 2004 only `exit=suspend` is sent at once.
    expect(visit.writes().filter((write) => /Set(?! cmi\.exit suspend)|Commit|Terminate/.test(write))).toEqual([]);
    if (!alone) expect(launch.interactions).toBe(0);
  });

  test('the first save makes it incomplete, without a score', () => {
    const visit = begin(open());
    const held = visit.held();
    expect(held['cmi.suspend_data']).toBe('v1-1');
    expect(visit.refused()).toEqual([]);
    if (!names) return;
    expect(held).toMatchObject({ [names.status]: 'incomplete', [names.exit]: 'suspend', [names.location]: 'petrir' });
    expect(held[names.raw] ?? '').toBe('');
  });

  test('what was saved is there at the next launch, whether the visit ended or broke off', () => {
    for (const end of ['leave', 'save'] as const) {
      const visit = begin(open());
      expect(visit.driver[end](begun)).toEqual({ ok: true });
      const again = visit.again();
      const launch = again.driver.start();
      expect(launch).toMatchObject({ state: 'v1-2', alone });
      if (standard !== 'none') expect(launch.known).toEqual({ score: 25 });
      if (!alone) expect(launch.interactions).toBe(standard === '1.2' ? 3 : 1);
    }
  });

  test.each([0, 99.99, 100])('a score of %d is known at the next launch', (score) => {
    const visit = begin(open());
    visit.driver.leave({ ...begun, score });
    if (standard !== 'none') expect(visit.again().driver.start().known).toEqual({ score });
  });

  test('a whole life is never refused anything', () => {
    const visit = begin(open());
    expect(visit.driver.save(begun)).toEqual({ ok: true });
    const again = visit.again();
    again.driver.start();
    again.driver.register(slots);
    for (const record of [begun, passed]) expect(again.driver.save(record)).toEqual({ ok: true });
    expect(again.driver.leave({ ...passed, state: 'v1-4' })).toEqual({ ok: true });
    expect([...visit.refused(), ...again.refused()]).toEqual([]);
    const launch = again.again().driver.start();
    expect(launch.state).toBe('v1-4');
    if (!names) return;
    expect(again.held()).toMatchObject({ [names.raw]: '83.3333', [names.location]: 'fin', [names.exit]: 'suspend' });
    expect(launch.known).toEqual({ status: 'passed', score: 83.3333 });
  });

  test('the end comes once, and nothing after it', () => {
    const visit = begin(open());
    expect(visit.driver.leave(begun)).toEqual({ ok: true });
    const before = visit.writes().length;
    expect(visit.driver.leave(passed)).toEqual({ ok: true });
    visit.driver.register(slots);
    if (!alone) expect(visit.driver.save(passed)).toMatchObject({ ok: false });
    expect(visit.writes()).toHaveLength(before);
    expect(visit.refused()).toEqual([]);
  });
});

describe.each(benches.filter(({ standard, alone }) => standard !== 'none' && !alone))('$name', ({ visit: open, standard }) => {
  const exit = standard === '1.2' ? [] : ['Set cmi.exit suspend'];

  test('one commit at launch; then only what changed, and in 2004 exit; the end without a commit', () => {
    const visit = begin(open());
    expect(visit.writes().filter((write) => write === 'Commit')).toHaveLength(1);
    const count = visit.writes().length;
    visit.driver.save({ ...fresh, state: 'v1-1b', session: 9 });
    const time = standard === '1.2' ? 'Set cmi.core.session_time 0000:00:09.0' : 'Set cmi.session_time PT0H0M9S';
    expect(visit.writes().slice(count)).toEqual(['Set cmi.suspend_data v1-1b', ...exit, time, 'Commit']);
    const next = visit.writes().length;
    visit.driver.leave({ ...fresh, state: 'v1-1b', session: 9 });
    expect(visit.writes().slice(next)).toEqual([...exit, 'Terminate']);
  });

  test('an answer is recorded whole', () => {
    const visit = begin(open());
    visit.driver.save(begun);
    const record = recordAt(visit.held(), 'cmi.interactions.0.');
    expect(record).toMatchObject({ id: 'farine', type: 'choice', 'objectives.0.id': 'cuisson', weighting: '2' });
    if (standard === '1.2') {
      expect(record).toMatchObject({ student_response: 'a,b', 'correct_responses.0.pattern': 'a,c', result: 'wrong' });
      // scorm-again spells a duration in its own way.
      expect(record).toMatchObject({ time: formats12.moment(choice.time), latency: expect.stringMatching(/^(00)?00:00:12\.30?$/) });
    } else {
      expect(record).toMatchObject({ learner_response: 'a[,]b', 'correct_responses.0.pattern': 'a[,]c', result: 'incorrect' });
      expect(record).toMatchObject({ timestamp: '2026-01-31T10:20:30.00Z', latency: 'PT0H0M12.3S', description: 'Quelles farines ?' });
    }
  });

  test('a text in pieces: the first has its place, the second only its text', () => {
    const visit = begin(open());
    visit.driver.save(passed);
    const field = standard === '1.2' ? 'student_response' : 'learner_response';
    const type = standard === '1.2' ? 'fill-in' : 'long-fill-in';
    expect(recordAt(visit.held(), 'cmi.interactions.2.')).toMatchObject({
      id: 'avis',
      type,
      [field]: 'Le pain est ¶ cuit, ',
      result: 'neutral',
    });
    expect(recordAt(visit.held(), 'cmi.interactions.3.')).toEqual({ id: 'avis.2', type, [field]: 'et bon.' });
  });

  test('a changed answer is sent again, at its place', () => {
    const visit = begin(open());
    visit.driver.save(begun);
    const count = visit.writes().length;
    visit.driver.save({ ...begun, interactions: [{ ...choice, response: { type: 'choice', tokens: ['c'] } }] });
    const field = standard === '1.2' ? 'student_response' : 'learner_response';
    expect(visit.writes().slice(count)).toEqual([`Set cmi.interactions.0.${field} c`, ...exit, 'Commit']);
  });

  test('what was answered in an earlier visit keeps its time', () => {
    const visit = begin(open());
    visit.driver.leave(begun);
    const again = visit.again();
    again.driver.start();
    again.driver.save({ ...begun, state: 'v1-3', interactions: [{ ...choice, time: 0, latency: 0 }] });
    for (const leaf of ['time', 'timestamp', 'latency']) {
      const element = `cmi.interactions.0.${leaf}`;
      expect(again.held()[element]).toBe(visit.held()[element]);
    }
    expect(again.held()['cmi.suspend_data']).toBe('v1-3');
  });

  test('each competency has one objective', () => {
    const visit = begin(open());
    visit.driver.save(begun);
    const again = visit.again();
    again.driver.start();
    again.driver.leave(passed);
    const objective = recordAt(again.held(), 'cmi.objectives.');
    expect(objective).toMatchObject({ '0.id': 'cuisson', '0.score.raw': '83.3333', '0.score.min': '0', '0.score.max': '100' });
    expect(objective).not.toHaveProperty('1.id');
    expect(objective).toMatchObject(
      standard === '1.2' ? { '0.status': 'passed' } : { '0.success_status': 'passed', '0.completion_status': 'completed' },
    );
  });
});

describe.each(strictBenches)('$name: other modes', ({ visit: open, standard }) => {
  const exit = standard === '2004' ? ['Set cmi.exit suspend'] : [];

  test.each(['review', 'browse'] as const)('%s writes nothing but, in 2004, the exit without which all would be dropped', (mode) => {
    const visit = begin(open());
    visit.driver.leave(begun);
    const look = visit.again({ mode });
    expect(look.driver.start()).toMatchObject({ mode, state: 'v1-2', known: { score: 25 } });
    look.driver.register(slots);
    expect(look.driver.save(passed)).toEqual({ ok: true });
    expect(look.driver.leave(passed)).toEqual({ ok: true });
    expect(look.writes()).toEqual(['Initialize', ...exit, 'Terminate']);
    expect(look.again().driver.start()).toMatchObject({ state: 'v1-2', known: { score: 25 } });
  });

  test('a preview of what was never begun', () => {
    const look = open({ mode: 'browse' });
    look.driver.start();
    look.driver.save(passed);
    look.driver.leave(passed);
    const browsed = standard === '1.2' ? ['Set cmi.core.lesson_status browsed'] : [];
    expect(look.writes()).toEqual(['Initialize', ...browsed, ...exit, 'Terminate']);
    expect(look.refused()).toEqual([]);
  });

  test('a text that the field is too short for does not spoil the record', () => {
    const visit = begin(open());
    const long = text.map((piece) => ({ ...piece, response: { type: 'long-fill-in' as const, text: 'mot '.repeat(2000) } }));
    expect(visit.driver.save({ ...passed, interactions: long })).toEqual({ ok: true });
    expect(visit.refused()).toEqual([]);
  });
});
