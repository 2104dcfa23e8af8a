import { describe, expect, test } from 'vitest';
import type { LearnerRecord } from '../../src/lms/driver.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import { aroundFields, fieldBytes, leavingLimit } from '../../src/model/standards/limits-leaving.ts';
import { writeOf } from '../contract/lms/benches.ts';
import { open, set } from '../helpers/strict-lms/calls.ts';
import { StrictLms, type StrictLmsOptions } from '../helpers/strict-lms.ts';
import { begun, choice, fresh, passed } from './bakery.ts';

function launch(options: Partial<StrictLmsOptions> = {}) {
  const lms = new StrictLms({ version: '2004', ...options });
  return { lms, driver: createScorm2004(lms.api) };
}

const writes = (lms: StrictLms) => lms.calls.flatMap(({ name, args }) => writeOf(name, args) ?? []);

/** An LMS that keeps all values, and counts no list. */
const keeping = (values: Map<string, string>) => ({
  Initialize: () => 'true',
  GetValue: (element: string) => values.get(element) ?? '',
  SetValue(element: string, value: string) {
    values.set(element, value);
    return 'true';
  },
  Commit: () => 'true',
  Terminate: () => 'true',
  GetLastError: () => '0',
});

test('the calls of a first visit', () => {
  const { lms, driver } = launch({ learner: { id: 'm1', name: 'Martin, Camille' } });
  expect(driver.start()).toEqual({
    mode: 'normal',
    state: '',
    learner: { id: 'm1', name: 'Martin, Camille' },
    alone: false,
    interactions: 0,
    counted: 0,
    known: {},
  });
  driver.save({ ...begun, objectives: [], interactions: [choice] });
  driver.leave({ ...begun, objectives: [], state: 'v1-3' });
  expect(writes(lms)).toEqual([
    'Initialize',
    'Set cmi.exit suspend',
    'Set cmi.completion_status incomplete',
    'Set cmi.interactions.0.id farine',
    'Set cmi.interactions.0.type choice',
    'Set cmi.interactions.0.objectives.0.id cuisson',
    'Set cmi.interactions.0.timestamp 2026-01-31T10:20:30.00Z',
    'Set cmi.interactions.0.correct_responses.0.pattern a[,]c',
    'Set cmi.interactions.0.weighting 2',
    'Set cmi.interactions.0.learner_response a[,]b',
    'Set cmi.interactions.0.result incorrect',
    'Set cmi.interactions.0.latency PT0H0M12.3S',
    'Set cmi.interactions.0.description Quelles farines ?',
    'Set cmi.score.raw 25',
    'Set cmi.score.min 0',
    'Set cmi.score.max 100',
    'Set cmi.score.scaled 0.25',
    'Set cmi.progress_measure 0.5',
    'Set cmi.location petrir',
    'Set cmi.suspend_data v1-2',
    'Set cmi.exit suspend',
    'Set cmi.session_time PT0H1M1.5S',
    'Commit',
    'Set cmi.suspend_data v1-3',
    'Set cmi.exit suspend',
    'Terminate',
  ]);
});

test('a page is heavy from the save on that makes it so, and no longer than that', () => {
  const { driver } = launch();
  driver.start();
  const heavy = Array.from({ length: 20 }, (_, n) => ({
    ...choice,
    id: `q${n}`,
    n,
    place: n,
    response: { type: 'long-fill-in' as const, text: 'a'.repeat(3900) },
  }));
  expect(driver.isHeavy?.()).toBe(false);
  driver.save({ ...begun, objectives: [], interactions: [choice] });
  expect(driver.isHeavy?.()).toBe(false);
  driver.save({ ...begun, objectives: [], interactions: heavy });
  expect(driver.isHeavy?.()).toBe(true);
});

test.each([
  [0, false],
  [1, true],
])('a page that has to send %d bytes over the limit is heavy: %s', (over, isHeavy) => {
  const values = new Map<string, string>();
  const driver = createScorm2004(keeping(values));
  driver.start();
  driver.save({ ...fresh, state: '' });
  const bytes = [...values].reduce((sum, field) => sum + fieldBytes(...field), aroundFields);
  driver.save({ ...fresh, state: 'x'.repeat(leavingLimit - bytes + over) });
  expect(driver.isHeavy?.()).toBe(isHeavy);
});

describe('completion, success and progress never contradict each other', () => {
  test.each([
    [{ status: 'incomplete', progress: 0.5 }, ['incomplete', undefined, '0.5']],
    [{ status: 'incomplete', progress: 1, belowPass: true }, ['incomplete', 'failed', '0.99']],
    [{ status: 'completed', progress: 1 }, ['completed', undefined, '1']],
    [{ status: 'completed', progress: 0.8 }, ['completed', undefined, '1']],
    [{ status: 'passed', progress: 1 }, ['completed', 'passed', '1']],
    [{ status: 'failed', progress: 1, belowPass: true }, ['incomplete', 'failed', '0.99']],
    [{ status: 'failed', progress: 1, belowPass: false }, ['incomplete', 'failed', '0.99']],
  ] as const)('%j', (change, expected) => {
    const { lms, driver } = launch();
    driver.start();
    driver.save({ ...begun, ...(change as Partial<LearnerRecord>) });
    const { stored } = lms;
    expect([stored['cmi.completion_status'], stored['cmi.success_status'], stored['cmi.progress_measure']]).toEqual(expected);
    expect(lms.refused).toEqual([]);
  });
});

test('once the pass mark is reached, unfinished work is no failure, in this visit or the next', () => {
  const { lms, driver } = launch();
  driver.start();
  driver.save({ ...begun, belowPass: true });
  expect(lms.stored).toMatchObject({ 'cmi.success_status': 'failed' });
  driver.save({ ...begun, score: 80, belowPass: false });
  expect(lms.stored).toMatchObject({ 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown' });
  driver.save({ ...begun, score: 80, status: 'passed' });
  expect(lms.stored).toMatchObject({ 'cmi.success_status': 'passed' });
  const next = launch();
  next.driver.start();
  next.driver.leave({ ...begun, belowPass: true });
  const again = next.lms.launchAgain();
  const later = createScorm2004(again.api);
  later.start();
  later.leave({ ...begun, score: 80 });
  expect(again.stored).toMatchObject({ 'cmi.success_status': 'unknown' });
  expect([...lms.refused, ...next.lms.refused, ...again.refused]).toEqual([]);
});

test('a final status is known at the next launch; below the pass mark there is none', () => {
  const known = (change: Partial<LearnerRecord>) => {
    const { lms, driver } = launch();
    driver.start();
    driver.leave({ ...begun, ...change });
    return createScorm2004(lms.launchAgain().api).start().known;
  };
  expect(known({ belowPass: true })).toEqual({ score: 25 });
  expect(known({ status: 'completed' })).toEqual({ status: 'completed', score: 25 });
  expect(known({ status: 'passed' })).toEqual({ status: 'passed', score: 25 });
});

test('moodle 13: a crash after the first commit loses nothing: exit is suspend from the start', () => {
  const { lms, driver } = launch();
  driver.start();
  driver.save(begun);
  const next = createScorm2004(lms.launchAgain().api).start();
  expect(next).toMatchObject({ state: 'v1-2', interactions: 1, known: { score: 25 } });
});

test('moodle 16, 20: a session that is already open is continued, one that is over is not', () => {
  const lms = open({ version: '2004' });
  set(lms, { 'cmi.suspend_data': 'v1-9' });
  expect(createScorm2004(lms.api).start()).toMatchObject({ alone: false, state: 'v1-9' });
  const ended = createScorm2004(lms.api);
  ended.start();
  ended.leave(fresh);
  const driver = createScorm2004(lms.api);
  expect(driver.start()).toMatchObject({ alone: true, refused: true, state: '' });
  expect(driver.save(fresh)).toEqual({ ok: false, call: 'Initialize', code: 104 });
});

test('objectives of the manifest are found, not overwritten', () => {
  const { lms, driver } = launch({ objectives: ['primaire', 'cuisson'] });
  driver.start();
  driver.save(passed);
  expect(lms.get('cmi.objectives._count')).toBe('2');
  expect(lms.stored).toMatchObject({ 'cmi.objectives.1.success_status': 'passed', 'cmi.objectives.1.description': 'Cuire le pain' });
  expect(lms.stored).not.toHaveProperty(['cmi.objectives.0.success_status']);
  expect(lms.refused).toEqual([]);
});

test('moodle 18: a value that returns to the one at launch is respelled, and sent', () => {
  const stored = {
    'cmi.exit': 'suspend',
    'cmi.location': 'petrir',
    'cmi.progress_measure': '0.25',
    'cmi.score.raw': '25',
    'cmi.score.scaled': '0.25',
  };
  const { lms, driver } = launch({ asMoodle: true, stored });
  driver.start();
  driver.save({ ...fresh, score: 25 });
  driver.save({ ...fresh, score: 50, location: 'cuire', progress: 0.5, state: 'v1-2' });
  expect(lms.stored).toMatchObject({ 'cmi.location': 'cuire', 'cmi.score.raw': '50' });
  const back = { ...fresh, score: 25, state: 'v1-3' };
  driver.save(back);
  driver.save({ ...back, state: 'v1-4' });
  expect(lms.stored).toMatchObject({
    'cmi.location': 'petrir ',
    'cmi.progress_measure': '0.250',
    'cmi.score.raw': '25.0',
    'cmi.score.scaled': '0.250',
  });
  expect(lms.refused).toEqual([]);
});

test('a second edition, which holds 4000 characters', () => {
  const { lms, driver } = launch({ asMoodle: true, limits: { suspendData: 4000 } });
  driver.start();
  expect(driver.save({ ...begun, state: 'x'.repeat(4001) })).toEqual({ ok: false, call: 'SetValue cmi.suspend_data', code: 406 });
  expect(driver.limits.state).toBe(4000);
  expect(driver.save({ ...begun, state: 'x'.repeat(4000) })).toEqual({ ok: true });
  expect(lms.stored['cmi.suspend_data']).toHaveLength(4000);
});

test.each([
  ['incomplete', 'incomplete', undefined],
  ['completed', 'completed', undefined],
  ['passed', 'completed', 'passed'],
  ['failed', 'incomplete', 'failed'],
] as const)('an objective that is %s', (status, completion, success) => {
  const { lms, driver } = launch();
  driver.start();
  driver.save({ ...begun, objectives: [{ id: 'cuisson', title: 'Cuire le pain', status }] });
  expect(lms.stored['cmi.objectives.0.completion_status']).toBe(completion);
  expect(lms.stored['cmi.objectives.0.success_status']).toBe(success);
});
