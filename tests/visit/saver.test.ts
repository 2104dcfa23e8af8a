import { describe, expect, test } from 'vitest';
import { bakery } from '../helpers/bakery.ts';
import type { FakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { openTracker, startTracker, stateOf } from '../helpers/open-tracker.ts';
import { savedState } from '../helpers/saved-state.ts';

describe('commits', () => {
  const saves = (lms: FakeLms) => lms.calls.filter((call) => call === 'save').length;

  test('an answer is committed within a second; several make one commit', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['b']);
    tracker.submit('gestes', ['a']);
    tracker.submit('recette', 'Farine');
    expect(tracker.saveStatus()).toBe('saving');
    await time.pass(400);
    expect(saves(lms)).toBe(2);
    expect(lms.kept?.interactions).toHaveLength(3);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('an answer after typing is committed once for both', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.draft('recette', 'Farine');
    tracker.submit('levain', ['b']);
    await time.pass(300);
    expect(saves(lms)).toBe(2);
    await time.pass(10_000);
    expect([saves(lms), time.waiting]).toEqual([2, 1]);
  });

  test('typing is committed every five seconds, not at every key, and never later than ten', async () => {
    const { lms, time, tracker } = await openTracker();
    for (let key = 1; key <= 120; key++) {
      tracker.draft('recette', 'x'.repeat(key));
      await time.pass(250);
    }
    expect(saves(lms)).toBe(1 + 6);
    expect(String(stateOf(lms)?.activities[2]?.draft).length).toBeGreaterThan(95);
    await time.pass(5000);
    expect(stateOf(lms)?.activities[2]?.draft).toHaveLength(120);
  });

  test('a page turn that completes the module does not wait', async () => {
    const { lms, time, tracker } = await openTracker({ content: bakery({ completion: 'visited' }) });
    tracker.visit('vente');
    await time.pass(400);
    expect(lms.kept?.status).toBe('completed');
  });

  test('makes no commit if nothing has changed', async () => {
    const { lms, time } = await openTracker();
    await time.pass(3_600_000);
    expect(saves(lms)).toBe(1);
  });

  test('flush commits at once, and leaves nothing for later', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.draft('recette', 'Farine');
    tracker.flush();
    expect(stateOf(lms)?.activities[2]).toEqual({ tries: 0, draft: 'Farine' });
    await time.pass(20_000);
    expect(saves(lms)).toBe(2);
  });

  test('flush saves nothing before the first page is shown', () => {
    const { lms, tracker } = startTracker();
    tracker.flush();
    expect(lms.calls).not.toContain('save');
  });

  test('leaving is a single call with everything; nothing runs or counts afterwards', async () => {
    const { lms, time, tracker } = await openTracker({ witness: async () => true });
    tracker.submit('levain', ['a']);
    tracker.leave();
    tracker.leave();
    expect(lms.calls.slice(-2)).toEqual(['witnessed true', 'leave']);
    expect(lms.kept?.score).toBe(20);
    expect(tracker.saveStatus()).toBe('saved');
    expect(time.waiting).toBe(0);
    tracker.visit('vente');
    tracker.draft('recette', 'x');
    tracker.submit('recette', 'x');
    tracker.restart([6]);
    tracker.flush();
    await time.pass(100_000);
    expect(lms.calls.at(-1)).toBe('leave');
    expect(tracker.standing('recette')).toMatchObject({ answer: null, locked: true });
  });

  test('each save has its own number', async () => {
    const { lms, time, tracker } = await openTracker();
    for (const text of ['a', 'b', 'c']) {
      tracker.submit('recette', text);
      await time.pass(1000);
    }
    tracker.leave();
    expect(lms.given.map(({ state }) => savedState(state)?.counter)).toEqual([1, 2, 3, 4, 5]);
  });

  test('listeners are notified of progress and save status until they unsubscribe', async () => {
    const { time, tracker } = await openTracker();
    const received: string[] = [];
    const stop = tracker.subscribe(() => received.push(`${tracker.progress().score} ${tracker.saveStatus()}`));
    tracker.submit('levain', ['a']);
    await time.pass(400);
    expect(received).toContain('20 saving');
    expect(received.at(-1)).toBe('20 saved');
    stop();
    const count = received.length;
    tracker.submit('gestes', ['a']);
    expect(received).toHaveLength(count);
  });
});

describe('a network that comes back', () => {
  test('the first picture after an outage does not confirm earlier commits', async () => {
    const line = { isUp: true };
    const { lms, time, tracker } = await openTracker({ witness: () => Promise.resolve(line.isUp) });
    await time.pass(3000);
    line.isUp = false;
    lms.fault = 'lose';
    tracker.submit('levain', ['a']);
    await time.pass(1500);
    expect(tracker.saveStatus()).toBe('failed');
    // This commit is lost as well; its picture is requested once the network is back.
    tracker.submit('gestes', ['a']);
    tracker.flush();
    line.isUp = true;
    lms.fault = 'none';
    await time.pass(1);
    await time.pass(5000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(stateOf(lms)?.activities).toMatchObject({ 0: { answer: ['a'] }, 1: { answer: ['a'] } });
  });
});

describe('a page that was forgotten', () => {
  test('sends only its time after half an hour of inactivity: work may have continued elsewhere', async () => {
    const first = await openTracker();
    first.tracker.submit('levain', ['a']);
    await first.time.pass(1000);
    expect(first.tracker.isAsleep()).toBe(false);
    await first.time.pass(30 * 60_000 - 1000);
    expect(first.tracker.isAsleep()).toBe(false);
    await first.time.pass(1);
    expect(first.tracker.isAsleep()).toBe(true);
    const given = first.lms.given.length;
    first.tracker.flush();
    expect(first.lms.given.length).toBe(given);
    first.tracker.leave();
    expect(first.lms.given.at(-1)).toMatchObject({ silent: true });
  });

  test('saves again once the learner does something', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(31 * 60_000);
    tracker.submit('levain', ['a']);
    expect(tracker.isAsleep()).toBe(false);
    tracker.leave();
    expect(lms.given.at(-1)?.silent).toBeUndefined();
    expect(stateOf(lms)?.activities).toMatchObject({ 0: { answer: ['a'] } });
  });

  test('sends unsaved work, however old', async () => {
    const { lms, time, tracker } = await openTracker();
    lms.fault = 'refuse';
    tracker.submit('levain', ['a']);
    await time.pass(45 * 60_000);
    expect(tracker.isAsleep()).toBe(false);
    lms.fault = 'none';
    tracker.leave();
    expect(stateOf(lms)?.activities).toMatchObject({ 0: { answer: ['a'] } });
  });
});

describe('failures', () => {
  test('a refusal is shown with its code, retried with growing pauses, and cleared after a success', async () => {
    const { lms, time, tracker } = await openTracker();
    lms.fault = 'refuse';
    tracker.submit('levain', ['a']);
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.lastFault()).toEqual({ call: 'save', code: 101 });
    for (const pause of [2000, 5000, 15_000, 30_000, 60_000, 60_000, 60_000]) {
      const before = lms.given.length;
      await time.pass(pause - 1);
      const early = lms.given.length;
      await time.pass(1);
      expect([pause, early - before, lms.given.length - before]).toEqual([pause, 0, 1]);
    }
    lms.fault = 'none';
    await time.pass(60_000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(lms.kept?.score).toBe(20);
    lms.fault = 'refuse';
    tracker.flush();
    lms.fault = 'none';
    await time.pass(2000);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('an LMS that throws is a failure without a code', async () => {
    const { lms, time, tracker } = await openTracker();
    lms.fault = 'throw';
    tracker.submit('levain', ['a']);
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.lastFault()).toEqual({ call: '', code: 0 });
    tracker.leave();
    expect(tracker.saveStatus()).toBe('failed');
  });

  test('a new answer does not wait for the pause to end, and « failed » stays until a save succeeds', async () => {
    const { lms, time, tracker } = await openTracker();
    lms.fault = 'refuse';
    tracker.submit('levain', ['b']);
    await time.pass(60_000);
    tracker.submit('gestes', ['a']);
    expect(tracker.saveStatus()).toBe('failed');
    lms.fault = 'none';
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('the learner may request a retry', async () => {
    const { lms, time, tracker } = await openTracker();
    lms.fault = 'refuse';
    tracker.submit('levain', ['a']);
    await time.pass(30_000);
    lms.fault = 'none';
    tracker.flush();
    expect(tracker.saveStatus()).toBe('saved');
  });
});

describe('the second witness', () => {
  function network() {
    const state = { up: true, asked: [] as number[], answer: (): Promise<boolean> => Promise.resolve(true) };
    const time = fakeTime();
    const witness = () => {
      state.asked.push(time.now());
      return state.up ? state.answer() : Promise.reject(new Error('offline'));
    };
    return { state, time, witness };
  }

  test('moodle 17: a commit that returns true while the network is down does not count as saved', async () => {
    const { state, time, witness } = network();
    const { lms, tracker } = await openTracker({ time, witness });
    expect(tracker.saveStatus()).toBe('saved');
    state.up = false;
    lms.fault = 'lose';
    await time.pass(20_000);
    const received: string[] = [];
    tracker.subscribe(() => received.push(tracker.saveStatus()));
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(received).not.toContain('saved');
    expect(tracker.saveStatus()).toBe('failed');
    expect(lms.calls.at(-1)).toBe('witnessed false');
    state.up = true;
    lms.fault = 'none';
    await time.pass(3000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(lms.calls.slice(-2)).toEqual(['save', 'witnessed true']);
    expect(lms.kept?.score).toBe(20);
  });

  test('it is requested every ten seconds during typing, every second for answers, and never without need', async () => {
    const { state, time, witness } = network();
    const { tracker } = await openTracker({ time, witness });
    for (let key = 0; key < 240; key++) {
      tracker.draft('recette', 'x'.repeat(key));
      await time.pass(250);
    }
    const typing = state.asked.length;
    expect(typing).toBeGreaterThanOrEqual(5);
    expect(typing).toBeLessThanOrEqual(7);
    await time.pass(60_000);
    expect(state.asked.length).toBeLessThanOrEqual(typing + 1);
    expect(tracker.saveStatus()).toBe('saved');
    const pauses = state.asked.slice(1).map((moment, index) => moment - (state.asked[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000);
    tracker.submit('levain', ['a']);
    await time.pass(400);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('a picture requested before a save does not confirm it', async () => {
    const { state, time, witness } = network();
    const { lms, tracker } = await openTracker({ time, witness });
    await time.pass(20_000);
    let arrive = (_kept: boolean): void => {};
    state.answer = () => new Promise((resolve) => (arrive = resolve));
    tracker.submit('levain', ['b']);
    await time.pass(400);
    state.answer = () => Promise.resolve(true);
    tracker.submit('levain', ['a']);
    await time.pass(310);
    const before = lms.calls.filter((call) => call.startsWith('witnessed')).length;
    arrive(true);
    await time.pass(10);
    expect(lms.calls.filter((call) => call.startsWith('witnessed'))).toHaveLength(before);
    expect(tracker.saveStatus()).toBe('saving');
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('a clock that was set back does not stop it', async () => {
    const { time, witness } = network();
    const { tracker } = await openTracker({ time, witness });
    time.jump(-7_200_000);
    tracker.submit('levain', ['a']);
    await time.pass(1500);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('it is not requested without an LMS, nor by a closing page', async () => {
    const { state, time, witness } = network();
    const { tracker } = await openTracker({ time, witness, alone: true });
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(state.asked).toEqual([]);
    const other = network();
    const framed = await openTracker({ time: other.time, witness: other.witness });
    const asked = other.state.asked.length;
    framed.tracker.submit('levain', ['a']);
    await other.time.pass(400);
    expect(framed.lms.calls.at(-1)).toBe('save');
    framed.tracker.leave();
    await other.time.pass(60_000);
    expect(other.state.asked).toHaveLength(asked);
  });

  test('if the page stays open, the end counts as saved only once the picture has loaded', async () => {
    for (const [up, status] of [
      [true, 'saved'],
      [false, 'failed'],
    ] as const) {
      const { state, time, witness } = network();
      const store = memoryStorage();
      const { lms, tracker } = await openTracker({ time, witness, storage: () => store });
      await time.pass(20_000);
      state.up = up;
      tracker.submit('levain', ['a']);
      tracker.leave(true);
      expect([tracker.saveStatus(), lms.calls.at(-1)]).toEqual(['saving', 'leave']);
      await time.pass(10);
      expect([tracker.saveStatus(), store.length]).toEqual([status, up ? 0 : 1]);
    }
  });

  test('a page that closes while saves fail does not count its end as saved', async () => {
    const { state, time, witness } = network();
    const { tracker } = await openTracker({ time, witness });
    state.up = false;
    tracker.submit('levain', ['a']);
    await time.pass(2000);
    tracker.leave();
    expect(tracker.saveStatus()).toBe('failed');
  });
});
