import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Driver, LearnerRecord } from '../../src/drivers/driver.ts';
import { createScorm12 } from '../../src/drivers/scorm12.ts';
import { createScorm2004 } from '../../src/drivers/scorm2004.ts';
import { begun, choice, fresh, numeric, passed, slots, text } from './bakery.ts';
import { type Fate, MoodleHabits } from './moodle-habits.ts';

type Version = '1.2' | '2004';

function launch(version: Version, server = new Map<string, string>()): { lms: MoodleHabits; driver: Driver } {
  const lms = new MoodleHabits(version, server);
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  driver.start();
  if (driver.limits.registerFirst) driver.register(slots);
  return { lms, driver };
}

/** What a server holds after one save without a fault. */
function cleanly(version: Version, record: LearnerRecord): Map<string, string> {
  const { lms, driver } = launch(version);
  driver.save(record);
  return lms.server;
}

/** The same value for the same meaning: `80.0` is 80, a blank at the end is none. */
function meaning(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value
    .trim()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

function expectAll(server: ReadonlyMap<string, string>, version: Version, record: LearnerRecord): void {
  const expected = [...cleanly(version, record)];
  const found = expected.map(([element]) => [element, meaning(server.get(element))]);
  expect(found).toEqual(expected.map(([element, value]) => [element, meaning(value)]));
}

describe.each(['1.2', '2004'] as const)('%s', (version) => {
  test.each(['refused', 'lost'] as const)('all that a commit carried that was %s is sent again', (fate) => {
    const { lms, driver } = launch(version);
    driver.save(fresh);
    lms.faults.commit = fate;
    expect(driver.save(begun)).toEqual(fate === 'refused' ? { ok: false, call: 'Commit', code: 101 } : { ok: true });
    driver.witnessed?.(false);
    lms.faults.commit = 'kept';
    expect(driver.save(begun)).toEqual({ ok: true });
    expectAll(lms.server, version, begun);
  });

  test('what was witnessed is not sent again', () => {
    const { lms, driver } = launch(version);
    driver.save(fresh);
    driver.witnessed?.(true);
    lms.faults.commit = 'lost';
    driver.save({ ...fresh, state: 'v1-2' });
    driver.witnessed?.(false);
    const before = lms.commits;
    const sets: string[] = [];
    const method = version === '1.2' ? 'LMSSetValue' : 'SetValue';
    const set = lms.api[method];
    lms.api[method] = (element = '', value = '') => {
      sets.push(element);
      return set?.(element, value) ?? '';
    };
    driver.save({ ...fresh, state: 'v1-3', session: 3 });
    expect(new Set(sets)).toEqual(new Set(['cmi.suspend_data', version === '1.2' ? 'cmi.core.session_time' : 'cmi.session_time']));
    expect(lms.commits - before).toBe(1);
  });

  test('after a failed commit the end itself brings everything', () => {
    const { lms, driver } = launch(version);
    lms.faults.commit = 'refused';
    driver.save(passed);
    lms.faults.commit = 'kept';
    expect(driver.leave(passed)).toEqual({ ok: true });
    expectAll(lms.server, version, passed);
  });

  test('an end that is refused may be tried again', () => {
    const { lms, driver } = launch(version);
    lms.faults.commit = 'refused';
    const end = version === '1.2' ? 'Finish' : 'Terminate';
    expect(driver.leave(begun)).toEqual({ ok: false, call: end, code: 101 });
    lms.faults.commit = 'kept';
    expect(driver.leave(begun)).toEqual({ ok: true });
    expectAll(lms.server, version, begun);
  });

  test('a set that fails once is made good at once', () => {
    for (const code of [0, 101, 201, 405]) {
      const { lms, driver } = launch(version);
      for (const element of cleanly(version, passed).keys()) lms.faults.set.set(element, code || 391);
      expect(driver.save(passed)).toEqual({ ok: true });
      expectAll(lms.server, version, passed);
    }
  });

  test('only what makes the record wrong is a failure', () => {
    const refuse = (element: string, code: number) => {
      const { lms, driver } = launch(version);
      const method = version === '1.2' ? 'LMSSetValue' : 'SetValue';
      const set = lms.api[method];
      lms.api[method] = (name = '', value = '') => {
        if (name === element) lms.faults.set.set(element, code);
        return set?.(name, value) ?? '';
      };
      return driver.save(passed);
    };
    expect(refuse('cmi.suspend_data', 405)).toEqual({ ok: false, call: 'SetValue cmi.suspend_data', code: 405 });
    expect(refuse('cmi.interactions.1.weighting', 405)).toEqual({ ok: true });
    expect(refuse('cmi.interactions.1.weighting', 101)).toMatchObject({ ok: false, code: 101 });
  });
});

interface Step {
  readonly fate: Fate;
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

/** What the learner did up to a step, told as the tracker does; what was answered stays answered. */
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

function playStep(driver: Driver, lms: MoodleHabits, record: LearnerRecord, { fate, failing }: Step, elements: readonly string[]): void {
  lms.faults.commit = fate;
  for (const index of failing) lms.faults.set.set(elements[index % elements.length] ?? '', [101, 405, 351][index % 3] ?? 101);
  driver.save(record);
  if (fate === 'lost') driver.witnessed?.(false);
  lms.faults.set.clear();
}

test.each(['1.2', '2004'] as const)('%s: whatever fails on the way, the first good commit brings all', (version) => {
  const elements = [...cleanly(version, passed).keys()];
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (steps, leaves) => {
      const server = new Map<string, string>();
      let { lms, driver } = launch(version, server);
      for (const [index, one] of steps.entries()) {
        playStep(driver, lms, recordAfter(steps, index + 1), one, elements);
        if (one.crash) ({ lms, driver } = launch(version, server));
      }
      lms.faults.commit = 'kept';
      const record = { ...recordAfter(steps, steps.length), session: 99 };
      expect(driver[leaves ? 'leave' : 'save'](record)).toEqual({ ok: true });
      expectAll(server, version, record);
    }),
    { numRuns: 500 },
  );
});
