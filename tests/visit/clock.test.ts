import { describe, expect, test, vi } from 'vitest';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../src/model/standards/formats-2004.ts';
import { type Clock, createClock, startBeat } from '../../src/visit/clock.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { elements, openStrict } from '../helpers/open-strict.ts';
import { openTracker, stateOf } from '../helpers/open-tracker.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

describe('time', () => {
  const times = (tracker: Tracker) => {
    const { time, active } = tracker.progress();
    return [time, active];
  };

  test('counts at most five minutes of each pause as active, and the whole pause as time', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(240_000);
    tracker.draft('recette', 'a');
    await time.pass(20 * 60_000);
    expect(times(tracker)).toEqual([1440, 540]);
    tracker.draft('recette', 'ab');
    await time.pass(60_000);
    expect(times(tracker)).toEqual([1500, 600]);
  });

  test('adds up over visits; the session is only this visit', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(100_000);
    tracker.leave();
    expect(lms.kept?.session).toBe(100);
    time.jump(86_400_000);
    const next = await openTracker({ lms, time });
    await time.pass(30_000);
    next.tracker.leave();
    expect(lms.kept?.session).toBe(30);
    expect(stateOf(lms)).toMatchObject({ time: 130, active: 130 });
  });

  test('is sent with each save', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(42_000);
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(lms.kept?.session).toBe(42);
    expect(stateOf(lms)?.time).toBe(42);
  });

  test('counts at most a few minutes for a sleeping machine or a clock set forward', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(60_000);
    time.jump(8 * 3_600_000);
    await time.pass(60_000);
    // The minute before it, and 150 seconds of the time after it.
    expect(times(tracker)).toEqual([210, 210]);
  });

  test('counts a 150-second step in full', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(60_000);
    time.jump(150_000);
    expect(times(tracker)).toEqual([210, 210]);
  });

  test('subtracts nothing if the clock is set back', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(60_000);
    expect(times(tracker)).toEqual([60, 60]);
    time.jump(-3_600_000);
    expect(times(tracker)).toEqual([60, 60]);
    await time.pass(60_000);
    expect(times(tracker)).toEqual([120, 120]);
    tracker.leave();
    expect(lms.kept?.session).toBe(120);
  });
});

describe.each(['1.2', '2004'] as const)('%s: time that the LMS counts only at the end of a visit (moodle.md 19)', (version) => {
  /** Returns the time sent to the LMS for a visit of half a minute, given its stored values. */
  async function sentAfter(lms: StrictLms): Promise<string | undefined> {
    const time = fakeTime();
    const next = lms.launchAgain();
    const tracker = openStrict(next, version, undefined, time);
    await time.pass(30_000);
    tracker.leave();
    return next.stored[elements[version].total.replace('total', 'session')];
  }

  const span = (seconds: number): string => (version === '1.2' ? formats12 : formats2004).span(seconds);

  test('is sent with the next visit if an end never arrived', async () => {
    const lms = new StrictLms({ version });
    const time = fakeTime();
    const tracker = openStrict(lms, version, undefined, time);
    await time.pass(100_000);
    tracker.submit('levain', ['a']);
    tracker.flush();
    expect(await sentAfter(lms)).toBe(span(130));
  });

  test('is not reduced if the LMS has more than the saved state', async () => {
    const lms = new StrictLms({ version });
    const time = fakeTime();
    const tracker = openStrict(lms, version, undefined, time);
    lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
    await time.pass(100_000);
    tracker.submit('levain', ['a']);
    tracker.leave();
    expect(lms.stored['cmi.suspend_data']).toBeDefined();
    expect(await sentAfter(lms)).toBe(span(30));
  });
});

describe('the clock alone', () => {
  const at = (...times: readonly number[]) => {
    let index = 0;
    return createClock(() => times[Math.min(index++, times.length - 1)] ?? 0);
  };

  test('begins at nothing', () => {
    const clock = at(1000, 1000);
    expect([clock.session(), clock.active()]).toEqual([0, 0]);
  });

  test('counts five minutes of a pause as active, anew after each event', () => {
    let now = 0;
    const clock = createClock(() => now);
    const pass = (): void => {
      now += 100_000;
      clock.tick();
    };
    for (let times = 0; times < 4; times++) pass();
    expect([clock.session(), clock.active()]).toEqual([400_000, 300_000]);
    clock.event();
    pass();
    expect([clock.session(), clock.active()]).toEqual([500_000, 400_000]);
  });

  test('counts the time before an event with the pause that it ends', () => {
    let now = 0;
    const clock = createClock(() => now);
    for (const step of [145_000, 145_000]) {
      now += step;
      clock.tick();
    }
    now += 50_000;
    clock.event();
    expect([clock.active(), clock.session()]).toEqual([300_000, 340_000]);
  });

  test.each([149_999, 150_000, 150_001])('counts at most 150 seconds of a step of %d ms', (step) => {
    let now = 0;
    const clock = createClock(() => now);
    now = step;
    expect([clock.session(), clock.active()]).toEqual(Array(2).fill(Math.min(step, 150_000)));
  });

  test('reads the time when it is asked', () => {
    let now = 0;
    const clock = createClock(() => now);
    now = 7000;
    expect(clock.active()).toBe(7000);
    now = 9000;
    expect(clock.session()).toBe(9000);
  });

  test('beats once a minute until it is stopped', () => {
    const tasks: [number, () => void][] = [];
    const cancelled: number[] = [];
    const tick = vi.fn();
    const stop = startBeat({ tick } as unknown as Clock, (milliseconds, task) => {
      const at = tasks.push([milliseconds, task]);
      return () => void cancelled.push(at);
    });
    expect([tick.mock.calls.length, tasks.map(([milliseconds]) => milliseconds)]).toEqual([0, [60_000]]);
    tasks[0]?.[1]();
    expect([tick.mock.calls.length, tasks.map(([milliseconds]) => milliseconds)]).toEqual([1, [60_000, 60_000]]);
    stop();
    expect(cancelled).toEqual([2]);
  });
});
