import { describe, expect, test } from 'vitest';
import type { Tracker } from '../../src/tracker.ts';
import { openTracker, stateOf } from '../helpers/open-tracker.ts';

describe('time', () => {
  const times = (tracker: Tracker) => {
    const { time, active } = tracker.progress();
    return [time, active];
  };

  test('of each pause five minutes count as active; all of it counts as time', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(240_000);
    tracker.draft('recette', 'a');
    await time.pass(20 * 60_000);
    expect(times(tracker)).toEqual([1440, 540]);
    tracker.draft('recette', 'ab');
    await time.pass(60_000);
    expect(times(tracker)).toEqual([1500, 600]);
  });

  test('adds up over visits; the session is this visit alone', async () => {
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

  test('a sleeping machine and a clock that is set forwards count as minutes at most', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(60_000);
    time.jump(8 * 3_600_000);
    await time.pass(60_000);
    const [total = 0] = times(tracker);
    expect(total).toBeGreaterThanOrEqual(120);
    expect(total).toBeLessThanOrEqual(300);
  });

  test('a clock that is set back takes nothing away', async () => {
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
