import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Driver, LearnerRecord } from '../../../src/lms/driver.ts';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { type Stored, StrictLms } from '../../helpers/strict-lms.ts';
import { isLong } from '../../helpers/sweep.ts';
import { begun, choice, fresh, numeric, passed, slots, text } from '../../lms/bakery.ts';

type Version = '1.2' | '2004';

interface Opened {
  readonly lms: StrictLms;
  readonly driver: Driver;
  /** Codes of sets that fail once, by element. */
  readonly failing: Map<string, number>;
}

function launch(version: Version, stored: Stored = {}): Opened {
  const lms = new StrictLms({ version, asMoodle: true, stored });
  const failing = new Map<string, number>();
  lms.faults.set = (element) => {
    const code = failing.get(element) ?? 0;
    failing.delete(element);
    return code;
  };
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  driver.start();
  if (driver.limits.registerFirst) driver.register(slots);
  return { lms, driver, failing };
}

/** Returns a server's data after one save without a fault. */
function cleanly(version: Version, record: LearnerRecord): Stored {
  const { lms, driver } = launch(version);
  driver.save(record);
  return lms.stored;
}

/** The same value for the same meaning: `80.0` is 80, a blank at the end is none. */
function meaning(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value
    .trim()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

function expectAll(stored: Stored, version: Version, record: LearnerRecord): void {
  const expected = Object.entries(cleanly(version, record));
  const found = expected.map(([element]) => [element, meaning(stored[element])]);
  expect(found).toEqual(expected.map(([element, value]) => [element, meaning(value)]));
}

describe.each(['1.2', '2004'] as const)('%s', (version) => {
  test.each(['refused', 'lost'] as const)('all that a commit carried that was %s is sent again', (fate) => {
    const { lms, driver } = launch(version);
    driver.save(fresh);
    lms.faults.commit = fate;
    expect(driver.save(begun)).toEqual(fate === 'refused' ? { ok: false, call: 'Commit', code: 101 } : { ok: true });
    driver.witnessed?.(false);
    delete lms.faults.commit;
    expect(driver.save(begun)).toEqual({ ok: true });
    expectAll(lms.stored, version, begun);
  });

  test.each(['refused', 'lost'] as const)('once all has arrived, a save makes the calls that it makes where no commit was %s', (fate) => {
    const callsAfter = (fates: readonly (typeof fate)[]): unknown[] => {
      const { lms, driver } = launch(version);
      driver.save(fresh);
      driver.witnessed?.(true);
      for (const one of fates) {
        lms.faults.commit = one;
        driver.save(passed);
        driver.witnessed?.(false);
      }
      delete lms.faults.commit;
      driver.save(passed);
      driver.witnessed?.(true);
      const before = lms.calls.length;
      for (const state of ['v1-4', 'v1-5']) driver.save({ ...passed, state });
      return lms.calls.slice(before).map(({ name, args }) => [name, ...args]);
    };
    expect(callsAfter([fate])).toEqual(callsAfter([]));
    expect(callsAfter([fate, fate])).toEqual(callsAfter([]));
  });

  test('what was witnessed is not sent again', () => {
    const { lms, driver } = launch(version);
    driver.save(fresh);
    driver.witnessed?.(true);
    lms.faults.commit = 'lost';
    driver.save({ ...fresh, state: 'v1-2' });
    driver.witnessed?.(false);
    const before = lms.calls.length;
    driver.save({ ...fresh, state: 'v1-3', session: 3 });
    const calls = lms.calls.slice(before);
    const core = version === '1.2' ? 'cmi.core.' : 'cmi.';
    const sets = calls.filter(({ name }) => name.endsWith('SetValue')).map(({ args }) => args[0]);
    expect(new Set(sets)).toEqual(new Set(['cmi.suspend_data', ...(version === '2004' ? ['cmi.exit'] : []), `${core}session_time`]));
    expect(calls.filter(({ name }) => name.endsWith('Commit'))).toHaveLength(1);
  });

  test('after a failed commit the end itself brings everything', () => {
    const { lms, driver } = launch(version);
    lms.faults.commit = 'refused';
    driver.save(passed);
    delete lms.faults.commit;
    expect(driver.leave(passed)).toEqual({ ok: true });
    expectAll(lms.stored, version, passed);
  });

  test('an end that is refused may be tried again', () => {
    const { lms, driver } = launch(version);
    lms.faults.commit = 'refused';
    const end = version === '1.2' ? 'Finish' : 'Terminate';
    expect(driver.leave(begun)).toEqual({ ok: false, call: end, code: 101 });
    delete lms.faults.commit;
    expect(driver.leave(begun)).toEqual({ ok: true });
    expectAll(lms.stored, version, begun);
  });

  test('a set that fails once is made good at once', () => {
    for (const code of [0, 101, 201, 405]) {
      const { lms, driver, failing } = launch(version);
      for (const element of Object.keys(cleanly(version, passed))) failing.set(element, code || 391);
      expect(driver.save(passed)).toEqual({ ok: true });
      expectAll(lms.stored, version, passed);
    }
  });

  test('only what makes the record wrong is a failure', () => {
    const refuse = (element: string, code: number) => {
      const { lms, driver } = launch(version);
      lms.faults.set = (name) => (name === element ? code : 0);
      return driver.save(passed);
    };
    expect(refuse('cmi.suspend_data', 405)).toEqual({ ok: false, call: 'SetValue cmi.suspend_data', code: 405 });
    expect(refuse('cmi.interactions.1.weighting', 405)).toEqual({ ok: true });
    expect(refuse('cmi.interactions.1.weighting', 101)).toMatchObject({ ok: false, code: 101 });
  });

  test('moodle 21: one value at which the LMS throws each time keeps nothing else from being saved', () => {
    const { lms, driver } = launch(version);
    const at = 'cmi.interactions.0.objectives.0.id';
    lms.faults.throws = (kind, element) => kind === 'set' && element === at;
    expect(driver.save(passed)).toEqual({ ok: true });
    const { [at]: _, ...rest } = cleanly(version, passed);
    expect(lms.stored).toEqual(rest);
    delete lms.faults.throws;
    expect(driver.leave(passed)).toEqual({ ok: true });
    expectAll(lms.stored, version, passed);
  });

  test.each([
    ['throws', { throws: () => true }],
    ['has no session', { expired: true }],
  ])('an LMS that %s for a while does not say how long saved state may be', (_, faults) => {
    const lms = new StrictLms({ version, asMoodle: true, limits: { suspendData: 64_000 } });
    const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
    driver.start();
    const long = { ...begun, state: 'x'.repeat(5000) };
    expect(driver.save(long)).toEqual({ ok: true });
    Object.assign(lms.faults, faults);
    expect(driver.save({ ...long, state: 'y'.repeat(5000) })).toMatchObject({ ok: false });
    expect(driver.limits.state).toBe(64_000);
    Object.assign(lms.faults, { throws: undefined, expired: false });
    expect(driver.save({ ...long, state: 'z'.repeat(5000) })).toEqual({ ok: true });
    expect(lms.stored['cmi.suspend_data']).toBe('z'.repeat(5000));
  });
});

describe('1.2 in Moodle, which never sends again what it has sent', () => {
  const status = 'cmi.core.lesson_status';

  test('a value that was refused while it was in doubt is sent all the same', () => {
    const { lms, driver, failing } = launch('1.2');
    lms.faults.commit = 'refused';
    driver.save(passed);
    for (const element of Object.keys(cleanly('1.2', passed))) failing.set(element, 101);
    driver.save(passed);
    for (const element of Object.keys(cleanly('1.2', passed))) failing.set(element, 101);
    delete lms.faults.commit;
    driver.save(passed);
    expect(driver.save({ ...passed, state: 'v1-4' })).toEqual({ ok: true });
    expectAll(lms.stored, '1.2', { ...passed, state: 'v1-4' });
  });

  test('a detour whose commit never left the page is made again', () => {
    const { lms, driver } = launch('1.2');
    lms.faults.commit = 'refused';
    driver.save(passed);
    delete lms.faults.commit;
    lms.faults.throws = (kind) => kind === 'commit';
    expect(driver.save(passed)).toEqual({ ok: false, call: 'Commit', code: 0 });
    delete lms.faults.throws;
    expect(driver.save(passed)).toEqual({ ok: true });
    expectAll(lms.stored, '1.2', passed);
  });

  test('an end after a detour that failed leaves the right value, not the other', () => {
    const { lms, driver } = launch('1.2');
    lms.faults.commit = 'refused';
    driver.save(passed);
    const commit = lms.api.LMSCommit;
    lms.api.LMSCommit = (...args) => {
      const answer = commit?.(...args) ?? '';
      delete lms.faults.commit;
      return answer;
    };
    expect(driver.leave(passed)).toEqual({ ok: true });
    expect(lms.stored[status]).toBe('passed');
    expectAll(lms.stored, '1.2', passed);
  });

  test('a value that was there before the last failure is no longer taken for sent', () => {
    const { lms, driver } = launch('1.2');
    driver.save({ ...fresh, location: 'petrir' });
    for (const location of ['cuire', 'vendre', 'cuire']) {
      lms.faults.commit = location === 'vendre' ? undefined : 'refused';
      lms.faults.throws = (kind) => kind === 'commit' && location === 'vendre';
      driver.save({ ...fresh, location });
    }
    lms.faults.commit = undefined;
    lms.faults.throws = undefined;
    driver.save({ ...fresh, location: 'cuire' });
    expect(lms.stored['cmi.core.lesson_location']?.trim()).toBe('cuire');
  });
});

test.each(['1.2', '2004'] as const)('%s: refused values are sent again in their order, so that nothing of ours is refused', (version) => {
  const lms = new StrictLms({ version, faults: { set: (element) => (/\.id$/.test(element) ? 391 : 0) } });
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  driver.start();
  if (driver.limits.registerFirst) driver.register(slots);
  driver.save(passed);
  delete lms.faults.set;
  const before = lms.refused.length;
  driver.save(passed);
  expect(lms.refused.slice(before)).toEqual([]);
  expect(Object.values(lms.stored)).toEqual(expect.arrayContaining(['farine', 'four.b', 'avis', 'avis.2', 'cuisson']));
});

test('2004: while the LMS does not take that the attempt goes on, nothing takes the place of what can be resumed', () => {
  const first = launch('2004');
  first.driver.save(begun);
  first.driver.leave(begun);
  const lms = first.lms.launchAgain();
  lms.faults.throws = (kind, element) => kind === 'set' && element === 'cmi.exit';
  const driver = createScorm2004(lms.api);
  expect(driver.start().state).toBe(begun.state);
  expect(driver.save(passed)).toEqual({ ok: false, call: 'SetValue cmi.exit', code: 0 });
  expect(driver.leave(passed).ok).toBe(false);
  expect(createScorm2004(lms.launchAgain().api).start().state).toBe(begun.state);
  delete lms.faults.throws;
  expect(driver.leave(passed)).toEqual({ ok: true });
  expect(createScorm2004(lms.launchAgain().api).start().state).toBe(passed.state);
});

test('1.2: a session whose status was never taken is left open, or the LMS would call it completed', () => {
  const lms = new StrictLms({ version: '1.2', asMoodle: true });
  lms.faults.throws = (kind, element) => kind === 'set' && element === 'cmi.core.lesson_status';
  const driver = createScorm12(lms.api);
  driver.start();
  expect(driver.save(begun).ok).toBe(false);
  expect(driver.leave(begun).ok).toBe(false);
  const { 'cmi.core.lesson_status': status = 'not attempted', 'cmi.suspend_data': state } = lms.stored;
  expect([status, state]).toEqual(['not attempted', begun.state]);
});

test('2004: an opening commit lost without a picture costs nothing at the next launch', () => {
  const lms = new StrictLms({ version: '2004', faults: { commit: 'lost' } });
  const driver = createScorm2004(lms.api);
  driver.start();
  driver.save(fresh);
  delete lms.faults.commit;
  driver.witnessed?.(true);
  driver.save(begun);
  expect(createScorm2004(lms.launchAgain().api).start().state).toBe('v1-2');
});

interface Step {
  readonly fate: 'kept' | 'refused' | 'lost';
  readonly answers: readonly boolean[];
  readonly tokens: readonly string[];
  readonly page: string;
  readonly score: number;
  readonly failing: readonly number[];
  readonly crash: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  fate: fc.constantFrom('kept', 'kept', 'refused', 'lost'),
  answers: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  tokens: fc.subarray(['a', 'b', 'c']),
  page: fc.constantFrom('petrir', 'cuire'),
  score: fc.constantFrom(10, 50),
  failing: fc.array(fc.nat(40), { maxLength: 4 }),
  crash: fc.boolean(),
});

/** Builds the tracker's record of everything up to a step. Answered questions stay answered. */
function recordAfter(steps: readonly Step[], count: number): LearnerRecord {
  const done = steps.slice(0, count);
  const answered = [0, 1, 2].map((index) => done.some(({ answers }) => answers[index]));
  const last = done.at(-1);
  const interactions = [[{ ...choice, response: { type: 'choice' as const, tokens: last?.tokens ?? [] } }], [numeric], text];
  return {
    ...begun,
    score: last?.score ?? 0,
    location: last?.page ?? 'petrir',
    state: `v1-${count}`,
    session: count,
    interactions: interactions.flatMap((list, index) => (answered[index] ? list : [])),
  };
}

function playStep({ driver, lms, failing }: Opened, record: LearnerRecord, step: Step, elements: readonly string[]): void {
  lms.faults.commit = step.fate === 'kept' ? undefined : step.fate;
  for (const index of step.failing) failing.set(elements[index % elements.length] ?? '', [101, 405, 351][index % 3] ?? 101);
  driver.save(record);
  if (step.fate === 'lost') driver.witnessed?.(false);
  failing.clear();
}

test.each(['1.2', '2004'] as const)('%s: whatever fails on the way, the first good commit brings all', (version) => {
  const elements = Object.keys(cleanly(version, passed));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (steps, leaves) => {
      let opened = launch(version);
      for (const [index, one] of steps.entries()) {
        playStep(opened, recordAfter(steps, index + 1), one, elements);
        if (one.crash) opened = launch(version, opened.lms.stored);
      }
      const { lms, driver } = opened;
      delete lms.faults.commit;
      const record = { ...recordAfter(steps, steps.length), session: 99 };
      expect(driver[leaves ? 'leave' : 'save'](record)).toEqual({ ok: true });
      expectAll(lms.stored, version, record);
    }),
    { numRuns: isLong ? 500 : 100 },
  );
});

describe.each(['1.2', '2004'] as const)('%s: saved state that cannot be read at the launch', (version) => {
  const driverOf = (lms: StrictLms): Driver => (version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api));

  function begunBefore(): StrictLms {
    const { lms, driver } = launch(version);
    driver.save(begun);
    driver.leave(begun);
    return lms.launchAgain();
  }

  test('does not count as none: it is not overwritten, and the learner is informed', () => {
    const lms = begunBefore();
    const { stored } = lms;
    lms.faults.throws = (kind, element) => kind === 'get' && element === 'cmi.suspend_data';
    const driver = driverOf(lms);
    expect(driver.start()).toMatchObject({ alone: true, state: '' });
    delete lms.faults.throws;
    driver.register(slots);
    expect(driver.save(fresh)).toMatchObject({ ok: false });
    driver.leave(fresh);
    expect(lms.stored).toEqual(stored);
  });

  test('is requested again', () => {
    const lms = begunBefore();
    let reads = 0;
    lms.faults.throws = (kind, element) => kind === 'get' && element === 'cmi.suspend_data' && reads++ < 2;
    expect(driverOf(lms).start()).toMatchObject({ alone: false, state: 'v1-2' });
  });

  test('is none where the LMS says that the attempt begins', () => {
    const lms = new StrictLms({ version, faults: { throws: (kind, element) => kind === 'get' && element === 'cmi.suspend_data' } });
    const driver = driverOf(lms);
    expect(driver.start()).toMatchObject({ alone: false, state: '' });
    expect(driver.save(fresh)).toEqual({ ok: true });
  });
});
