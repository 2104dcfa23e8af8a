import { describe, expect, test } from 'vitest';
import { createScorm12 } from '../../src/lms/scorm12.ts';
import { writeOf } from '../contract/lms/benches.ts';
import { open, set } from '../helpers/strict-lms/calls.ts';
import { StrictLms, type StrictLmsOptions } from '../helpers/strict-lms.ts';
import { begun, choice, fresh, numeric, passed, slots } from './bakery.ts';

const status = 'cmi.core.lesson_status';

function launch(options: Partial<StrictLmsOptions> = {}) {
  const lms = new StrictLms({ version: '1.2', ...options });
  return { lms, driver: createScorm12(lms.api) };
}

const writes = (lms: StrictLms) => lms.calls.flatMap(({ name, args }) => writeOf(name, args) ?? []);

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
  driver.register(slots.slice(0, 2));
  driver.save(fresh);
  driver.leave({ ...begun, objectives: [], interactions: [{ ...numeric, latency: 3 }] });
  expect(writes(lms).filter((write) => !/ cmi\.interactions\.1\.time /.test(write))).toEqual([
    'Initialize',
    'Set cmi.core.lesson_status incomplete',
    'Set cmi.interactions.0.id farine',
    'Set cmi.interactions.0.type choice',
    'Set cmi.interactions.1.id four.b',
    'Set cmi.interactions.1.type numeric',
    'Set cmi.objectives.0.id cuisson',
    'Set cmi.objectives.0.status incomplete',
    'Set cmi.core.lesson_location petrir',
    'Set cmi.suspend_data v1-1',
    'Set cmi.core.exit suspend',
    'Set cmi.core.session_time 0000:00:02.0',
    'Commit',
    'Set cmi.interactions.1.objectives.0.id cuisson',
    'Set cmi.interactions.1.correct_responses.0.pattern 230:250',
    'Set cmi.interactions.1.weighting 2',
    'Set cmi.interactions.1.student_response 240',
    'Set cmi.interactions.1.result correct',
    'Set cmi.interactions.1.latency 0000:00:03.0',
    'Set cmi.core.score.raw 25',
    'Set cmi.core.score.min 0',
    'Set cmi.core.score.max 100',
    'Set cmi.suspend_data v1-2',
    'Set cmi.core.session_time 0000:01:01.5',
    'Terminate',
  ]);
});

test.each(['completed', 'passed', 'failed'] as const)('%s is sent, and known at the next launch', (word) => {
  const { lms, driver } = launch();
  driver.start();
  driver.save({ ...passed, status: word });
  expect(lms.stored[status]).toBe(word);
  const next = createScorm12(lms.launchAgain().api).start();
  expect(next.known).toEqual({ status: word, score: 83.3333 });
});

test('a final status is left alone at launch', () => {
  const { lms, driver } = launch({ stored: { [status]: 'completed', 'cmi.core.exit': 'suspend' } });
  driver.start();
  expect(lms.get(status)).toBe('completed');
  expect(writes(lms)).toEqual(['Initialize']);
});

test.each(['review', 'browse'] as const)('moodle 11: opening a module that was never begun in %s mode does not complete it', (mode) => {
  const { lms, driver } = launch({ asMoodle: true, mode });
  driver.start();
  driver.leave(fresh);
  expect(lms.stored[status]).toBe('browsed');
});

test('looking at a module again leaves the status that it has', () => {
  const { lms, driver } = launch({ asMoodle: true, mode: 'review', stored: { [status]: 'incomplete' } });
  driver.start();
  driver.leave(fresh);
  expect(lms.stored[status]).toBe('incomplete');
});

test('an invalid score is ignored', () => {
  for (const raw of ['n/a', '', '-5', '1000']) {
    const { driver } = launch({ stored: { 'cmi.core.score.raw': raw } });
    expect(driver.start().known).toEqual({});
  }
});

test('moodle 20: a session that is already open is continued', () => {
  const lms = open({ version: '1.2' });
  set(lms, { 'cmi.suspend_data': 'v1-9' });
  const driver = createScorm12(lms.api);
  expect(driver.start()).toMatchObject({ alone: false, state: 'v1-9' });
  expect(driver.save(begun)).toEqual({ ok: true });
});

test('a session that is over is not continued: nothing is written, and each save reports it', () => {
  const lms = open({ version: '1.2' });
  createScorm12(lms.api).leave(fresh);
  const before = writes(lms).length;
  const driver = createScorm12(lms.api);
  expect(driver.start()).toMatchObject({ alone: true, refused: true, state: '', mode: 'normal' });
  driver.register(slots);
  expect(driver.save(fresh)).toEqual({ ok: false, call: 'Initialize', code: 101 });
  expect(driver.leave(fresh)).toEqual({ ok: false, call: 'Initialize', code: 101 });
  expect(writes(lms).slice(before)).toEqual(['Initialize']);
});

describe('an LMS without optional features', () => {
  test.each(['interactions', 'objectives'])('%s', (list) => {
    const { lms } = launch();
    const get = lms.api.LMSGetValue;
    const lacking = { ...lms.api, LMSGetValue: (element: string) => (element.startsWith(`cmi.${list}`) ? '' : get?.(element)) };
    const driver = createScorm12(lacking);
    expect(driver.start().interactions).toBe(list === 'interactions' ? -1 : 0);
    driver.register(slots);
    expect(driver.save(passed)).toEqual({ ok: true });
    expect(Object.keys(lms.stored).filter((element) => element.startsWith(`cmi.${list}`))).toEqual([]);
    expect(lms.stored[status]).toBe('passed');
  });

  test('the mode, and an unknown count', () => {
    const { lms } = launch();
    const get = lms.api.LMSGetValue;
    const driver = createScorm12({
      ...lms.api,
      LMSGetValue: (element: string) => (/_mode$|interactions\._count$/.test(element) ? '' : get?.(element)),
    });
    expect(driver.start()).toMatchObject({ mode: 'normal', interactions: -1 });
    driver.register(slots);
    driver.save(begun);
    expect(lms.stored).toMatchObject({ 'cmi.interactions.0.student_response': 'a,b', 'cmi.interactions.2.id': 'avis' });
  });
});

describe('the list of interactions', () => {
  test('recreates records that the LMS lost, at their index', () => {
    const { lms, driver } = launch({ stored: { 'cmi.interactions.0.id': 'farine', 'cmi.suspend_data': 'v1-1' } });
    expect(driver.start().interactions).toBe(1);
    driver.register(slots);
    driver.save({ ...begun, interactions: [numeric] });
    expect(lms.stored).toMatchObject({ 'cmi.interactions.1.student_response': '240', 'cmi.interactions.2.id': 'avis' });
    expect(writes(lms)).not.toContain('Set cmi.interactions.0.id farine');
    expect(lms.refused).toEqual([]);
  });

  test('fills the index of a question that no longer exists', () => {
    const { lms, driver } = launch();
    driver.start();
    driver.save({ ...begun, interactions: [{ ...choice, place: 2 }] });
    expect(lms.stored).toMatchObject({
      'cmi.interactions.0.id': 'gone.0',
      'cmi.interactions.1.id': 'gone.1',
      'cmi.interactions.2.id': 'farine',
    });
    expect(lms.refused).toEqual([]);
  });
});

describe('saved state that is longer than the standard guarantees', () => {
  const long = { ...begun, state: 'x'.repeat(5000) };

  test('moodle 4: is kept if the LMS accepts it', () => {
    const { lms, driver } = launch({ limits: { suspendData: 64_000 } });
    driver.start();
    expect(driver.save(long)).toEqual({ ok: true });
    expect(driver.limits.state).toBe(64_000);
    expect(lms.stored['cmi.suspend_data']).toHaveLength(5000);
  });

  test('lowers the limit if it is refused; the rest is saved', () => {
    const { lms, driver } = launch();
    driver.start();
    driver.save(fresh);
    expect(driver.save(long)).toEqual({ ok: false, call: 'SetValue cmi.suspend_data', code: 405 });
    expect(driver.limits.state).toBe(4096);
    expect(lms.stored).toMatchObject({ 'cmi.suspend_data': 'v1-1', 'cmi.core.score.raw': '25' });
    expect(driver.save({ ...long, state: 'x'.repeat(4096) })).toEqual({ ok: true });
    expect(lms.stored['cmi.suspend_data']).toHaveLength(4096);
  });

  test('lowers the limit if it is cut silently', () => {
    const { lms } = launch({ limits: { suspendData: 64_000 } });
    const setValue = lms.api.LMSSetValue;
    const driver = createScorm12({ ...lms.api, LMSSetValue: (name: string, value: string) => setValue?.(name, value.slice(0, 4096)) });
    driver.start();
    expect(driver.save(long)).toMatchObject({ ok: false, call: 'SetValue cmi.suspend_data' });
    expect(driver.limits.state).toBe(4096);
  });

  test('does not count as cut while the LMS still returns an older one', () => {
    const { lms } = launch({ limits: { suspendData: 64_000 } });
    const getValue = lms.api.LMSGetValue;
    // An LMS that sends each value separately has it only once it has arrived.
    const stale = (name: string) => (name === 'cmi.suspend_data' ? `v1-1${'y'.repeat(4500)}` : getValue?.(name));
    const driver = createScorm12({ ...lms.api, LMSGetValue: stale });
    driver.start();
    expect(driver.save({ ...long, state: `v1-2${'y'.repeat(4600)}` })).toEqual({ ok: true });
    expect(driver.limits.state).toBe(64_000);
  });

  test('is not tried for a strict LMS', () => {
    const lms = new StrictLms({ version: '1.2' });
    expect(createScorm12(lms.api, 4096).limits.state).toBe(4096);
  });
});

test('an expired session is reported, and nothing throws', () => {
  const { lms } = launch();
  let expired = false;
  const guard = (name: string) => {
    const method = lms.api[name];
    return (...args: string[]) => {
      if (expired) throw new TypeError('session');
      return method?.(...args);
    };
  };
  const driver = createScorm12(Object.fromEntries(Object.keys(lms.api).map((name) => [name, guard(name)])));
  driver.start();
  driver.save(fresh);
  expired = true;
  expect(driver.save(begun)).toMatchObject({ ok: false, code: 0 });
  expect(driver.leave(begun)).toMatchObject({ ok: false, code: 0 });
  expired = false;
  expect(driver.leave(begun)).toEqual({ ok: true });
  expect(lms.stored['cmi.suspend_data']?.trim()).toBe('v1-2');
});

/** An LMS that keeps what it is given, and refuses a commit on demand. */
function keeping(stored: Record<string, string> = {}, more: object = {}) {
  const sent: string[] = [];
  const lms = { commits: true };
  const kept: Record<string, string> = { 'cmi.interactions._children': 'id', 'cmi.objectives._children': 'id', ...stored };
  const answer = (): string => String(lms.commits);
  const api = {
    LMSInitialize: () => 'true',
    LMSGetValue: (element: string) => kept[element] ?? '',
    LMSSetValue(element: string, value: string) {
      kept[element] = value;
      sent.push(`${element}=${value}`);
      return 'true';
    },
    LMSCommit: answer,
    LMSFinish: answer,
    LMSGetLastError: () => (lms.commits ? '0' : '101'),
    ...more,
  };
  return { lms, driver: createScorm12(api), take: () => sent.splice(0) };
}

describe('moodle 18: values of a commit that failed', () => {
  function sentAgain(record: Parameters<ReturnType<typeof createScorm12>['save']>[0], more: object = {}): string[] {
    const { lms, driver, take } = keeping({}, more);
    driver.start();
    lms.commits = false;
    driver.save(record);
    take();
    lms.commits = true;
    driver.save(record);
    return take();
  }
  const valuesOf = (sent: readonly string[], element: string): string[] =>
    sent.filter((one) => one.startsWith(`${element}=`)).map((one) => one.slice(element.length + 1));

  test('are set to another legal value first, then to their own', () => {
    const sent = sentAgain(passed);
    const first = 'cmi.interactions.0';
    expect(valuesOf(sent, status)).toEqual(['completed', 'passed']);
    expect(valuesOf(sent, 'cmi.objectives.0.status')).toEqual(['completed', 'passed']);
    expect(valuesOf(sent, `${first}.type`)).toEqual(['likert', 'choice']);
    expect(valuesOf(sent, 'cmi.interactions.1.type')).toEqual(['choice', 'numeric']);
    expect(valuesOf(sent, `${first}.result`)).toEqual(['neutral', 'correct']);
    expect(valuesOf(sent, 'cmi.interactions.2.result')).toEqual(['wrong', 'neutral']);
    expect(valuesOf(sent, 'cmi.core.exit')).toEqual(['', 'suspend']);
    expect(valuesOf(sent, `${first}.id`)).toEqual(['farine_', 'farine']);
    expect(valuesOf(sent, 'cmi.core.score.max')).toEqual(['100.0', '100']);
  });

  test.each([
    ['incomplete', 'browsed'],
    ['completed', 'incomplete'],
    ['failed', 'incomplete'],
  ] as const)('%s takes the way of %s', (word, other) => {
    expect(valuesOf(sentAgain({ ...passed, status: word }), status)).toEqual([other, word]);
  });

  test('Chamilo is given the right status at once: it stores nothing after another one', () => {
    const sent = sentAgain(passed, { save_asset: () => undefined });
    expect([valuesOf(sent, status), valuesOf(sent, 'cmi.core.exit')]).toEqual([
      ['passed', 'passed'],
      ['', 'suspend'],
    ]);
  });
});

test.each([
  ['not attempted', true],
  ['incomplete', true],
  ['passed', false],
  ['not incomplete', false],
  ['incomplete again', false],
])('Chamilo completes a visit without a status: after %j it is given one at once: %s', (found, isGiven) => {
  const begin = (more: object) => {
    const { driver, take } = keeping({ [status]: found }, more);
    driver.start();
    return take();
  };
  expect([begin({ save_asset: () => undefined }), begin({})]).toEqual([isGiven ? [`${status}=incomplete`] : [], []]);
});

test('only a whole word is a final status', () => {
  const known = (word: string) => keeping({ [status]: word }).driver.start().known?.status;
  expect(['completed', 'passed', 'failed', 'incomplete', 'not passed', 'passed well'].map(known)).toEqual([
    'completed',
    'passed',
    'failed',
    undefined,
    undefined,
    undefined,
  ]);
});

test('questions are registered before they are answered, and texts have 255 characters', () => {
  expect(keeping().driver.limits).toEqual({ state: 64_000, text: 255, registerFirst: true });
});
