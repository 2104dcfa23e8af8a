import { describe, expect, test } from 'vitest';
import { encodeState } from '../../src/model/state/codec.ts';
import { newState } from '../../src/model/state/state.ts';
import { createTracker } from '../../src/visit/tracker.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { openTracker, startTracker, stateOf } from '../helpers/open-tracker.ts';
import { owner } from '../helpers/saved-state.ts';

describe('start', () => {
  test('makes one opening commit with the first page, after registering every slot', async () => {
    const { lms } = await openTracker();
    expect(lms.calls).toEqual(['start', 'register 0:levain 1:gestes 2:recette 3:q-prix 4:q-pain 5:q-four', 'save']);
    expect(lms.kept).toMatchObject({ status: 'incomplete', location: 'fournil', interactions: [] });
    expect(lms.kept).not.toHaveProperty('score');
    expect(stateOf(lms)).toMatchObject({ counter: 1, seen: [0], attempt: expect.stringMatching(/^[a-z0-9]{8}$/) });
  });

  test('makes the opening commit where no page is on screen yet', async () => {
    const { lms, time, tracker } = startTracker();
    tracker.open();
    await time.pass(50);
    expect(lms.calls.at(-1)).toBe('save');
    expect(stateOf(lms)).toMatchObject({ seen: [] });
  });

  test('registers nothing if the standard needs no registration', async () => {
    const { lms } = await openTracker({ limits: { registerFirst: false } });
    expect(lms.calls).toEqual(['start', 'save']);
  });

  test('restores the saved work, and sets score and status from it', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['a']);
    tracker.draft('recette', 'Farine et');
    tracker.leave();
    const next = await openTracker({ lms, time });
    expect(next.tracker.found).toBe('state');
    expect(next.tracker.standing('levain')).toMatchObject({
      answer: ['a'],
      submitted: true,
      tries: 1,
      locked: true,
      verdict: { outcome: 'right' },
    });
    expect(next.tracker.standing('recette')).toMatchObject({ answer: 'Farine et', submitted: false, verdict: null });
    expect(lms.kept).toMatchObject({ score: 20, status: 'incomplete' });
  });

  test('computes the score from the answers, not from the saved score, after the answer key was corrected', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['b']);
    tracker.leave();
    const activities = bakery().activities.map((one) => (one.id === 'levain' ? { ...one, options: { right: 'b' } } : one));
    await openTracker({ lms, time, content: bakery({ activities }) });
    expect(lms.kept?.score).toBe(20);
  });

  for (const [found, state] of [
    ['unreadable', 'Zm9v'],
    ['unreadable', encodeState(newState('other'), owner('jour'))],
  ] as const) {
    test(`a saved text that can't be read (${state.slice(0, 4)}…) is not overwritten before the first real event`, async () => {
      const { lms, time, tracker } = await openTracker({ state });
      expect(tracker.found).toBe(found);
      tracker.flush();
      await time.pass(60_000);
      expect(lms.calls.filter((call) => call === 'save')).toEqual([]);
      tracker.draft('recette', 'F');
      await time.pass(5000);
      expect(stateOf(lms)?.activities).toEqual({ 2: { tries: 0, draft: 'F' } });
    });
  }

  test('leaves an unreadable saved text unchanged if the learner only looks at the module', async () => {
    const { lms, tracker } = await openTracker({ state: 'Zm9v' });
    // Reports by an activity because it is shown: a quiz that draws, a map that is only to be read.
    tracker.draft('recette', 'F', true);
    tracker.submit('visite', [], true);
    tracker.visit('vente');
    tracker.leave();
    expect(lms.kept?.state).toBe('Zm9v');
  });

  test("saves the activities' own reports with the first real answer", async () => {
    const { lms, time, tracker } = await openTracker({ state: 'Zm9v' });
    tracker.draft('recette', 'F', true);
    tracker.submit('levain', ['a']);
    await time.pass(5000);
    expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 }, 2: { tries: 0, draft: 'F' } });
  });

  test('lowers nothing in the LMS if saved state is lost', async () => {
    const lms = fakeLms();
    const driver = lms.driver({ state: 'Zm9v' });
    const time = fakeTime();
    const known = { status: 'passed', score: 85 } as const;
    const world = { content: bakery({ pass: 60 }), types: bakeryTypes, now: time.now, later: time.later, random: Math.random };
    const tracker = createTracker({ ...world, driver: { ...driver, start: () => ({ ...driver.start(), known }) } });
    tracker.submit('levain', ['b']);
    tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 85, belowPass: false });
  });
});

test('an answer has its time and how long it took, from the page or from the answer before; a page is one of the module', async () => {
  const { lms, time, tracker } = await openTracker();
  await time.pass(3950);
  tracker.submit('levain', ['b']);
  const begun = time.now();
  await time.pass(2000);
  expect(lms.kept?.interactions).toMatchObject([{ id: 'levain', time: begun, latency: 4 }]);
  tracker.submit('levain', ['a']);
  tracker.visit('rien');
  expect(tracker.state().page).toBe(0);
  tracker.leave();
  expect(lms.kept).toMatchObject({ location: 'fournil', interactions: [{ id: 'levain', time: begun + 2000, latency: 2 }] });
});

test('a later page is saved within five seconds, and its answers take their time from when it was shown', async () => {
  const { lms, time, tracker } = await openTracker();
  await time.pass(20_000);
  const before = lms.given.length;
  tracker.visit('vente');
  await time.pass(4999);
  const early = lms.given.length;
  await time.pass(1);
  expect([early - before, lms.given.length - before]).toEqual([0, 1]);
  tracker.submit('q-prix', ['a']);
  await time.pass(1000);
  expect(lms.kept?.interactions.map(({ id, latency }) => [id, latency])).toEqual([['q-prix', 5]]);
});

const numberOf = (id: string): number => bakery().activities.find((one) => one.id === id)?.n ?? -1;

test('a new round forgets the answers of its questions alone', async () => {
  const { lms, time, tracker } = await openTracker();
  tracker.submit('q-prix', ['a']);
  tracker.submit('levain', ['a']);
  tracker.restart([numberOf('q-prix')]);
  expect([tracker.standing('q-prix').submitted, tracker.standing('levain').submitted]).toEqual([false, true]);
  await time.pass(1000);
  expect(Object.keys(stateOf(lms)?.activities ?? {})).toEqual([String(numberOf('levain'))]);
  tracker.leave();
  tracker.restart([numberOf('levain')]);
  expect(tracker.standing('levain').submitted).toBe(true);
});

test('closing the tab is slow only while the visit is open, and if the LMS has more to get than it can send then', async () => {
  const { lms, tracker } = await openTracker();
  expect(tracker.isHeavy()).toBe(false);
  lms.isHeavy = true;
  expect(tracker.isHeavy()).toBe(true);
  tracker.leave();
  expect(tracker.isHeavy()).toBe(false);
});

describe('modes', () => {
  for (const mode of ['review', 'browse'] as const) {
    test(`in ${mode} nothing is saved or registered, everything is locked and the status shows it`, async () => {
      const lms = fakeLms();
      const first = await openTracker({ lms });
      first.tracker.submit('levain', ['b']);
      first.tracker.leave();
      const { kept } = lms;
      lms.calls.length = 0;
      const { time, tracker } = await openTracker({ lms, mode });
      tracker.open();
      tracker.visit('vente');
      tracker.draft('recette', 'x');
      expect(tracker.submit('recette', 'x').outcome).toBe('done');
      tracker.restart([0]);
      tracker.flush();
      await time.pass(60_000);
      expect(lms.calls).toEqual(['start']);
      expect(lms.kept).toBe(kept);
      expect(tracker.saveStatus()).toBe(mode);
      expect(tracker.standing('levain')).toMatchObject({ answer: ['b'], locked: true, verdict: { outcome: 'wrong' } });
      expect(tracker.standing('recette')).toMatchObject({ answer: null, locked: true });
      tracker.leave();
      expect(tracker.saveStatus()).toBe(mode);
    });
  }

  test('without an LMS, keeps the work as far as possible, and the status stays', async () => {
    const { lms, time, tracker } = await openTracker({ alone: true });
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('alone');
    expect(lms.kept?.score).toBe(20);
    lms.fault = 'refuse';
    tracker.submit('gestes', ['a']);
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('alone');
  });

  test('opens a finished module as finished, and open activities can still be improved', async () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick')], pass: 0 });
    const { lms, time, tracker } = await openTracker({ content });
    tracker.submit('levain', ['b']);
    tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 0 });
    const next = await openTracker({ content, lms, time });
    expect(next.tracker.progress().status).toBe('passed');
    next.tracker.submit('levain', ['a']);
    next.tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 100 });
  });
});

describe('tries', () => {
  test('the verdict of the last one is final, and the answer is locked', async () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick', { attempts: 2 })] });
    const { tracker } = await openTracker({ content });
    const tried = () => [tracker.submit('levain', ['b']).final, tracker.standing('levain').locked, tracker.standing('levain').left];
    expect([tried(), tried()]).toEqual([
      [false, false, 1],
      [true, true, 0],
    ]);
    expect(tracker.submit('levain', ['a']).final).toBe(true);
    expect(tracker.state().activities[0]).toMatchObject({ answer: ['b'], tries: 2 });
  });

  test('a right answer is final at once', async () => {
    const { tracker } = await openTracker();
    expect(tracker.submit('levain', ['a'])).toMatchObject({ final: true, outcome: 'right' });
  });

  test('a draft of a locked answer is not kept', async () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick', { attempts: 1 })] });
    const { tracker } = await openTracker({ content });
    tracker.submit('levain', ['b']);
    tracker.draft('levain', ['a']);
    expect(tracker.state().activities[0]).toEqual({ answer: ['b'], tries: 1 });
  });

  test('an activity that the module doesn’t have is a mistake of the program', async () => {
    const { tracker } = await openTracker();
    expect(() => tracker.standing('rien')).toThrow('rien');
  });
});

test('changes are reported as long as somebody asks for them; so is the last refusal of the LMS', async () => {
  const { lms, time, tracker } = await openTracker();
  let count = 0;
  const stop = tracker.subscribe(() => count++);
  expect(tracker.lastFault()).toBeNull();
  lms.fault = 'refuse';
  tracker.submit('levain', ['b']);
  await time.pass(3000);
  expect([count > 0, tracker.lastFault()]).toEqual([true, { call: 'save', code: 101 }]);
  stop();
  count = 0;
  tracker.submit('levain', ['a']);
  await time.pass(3000);
  expect(count).toBe(0);
});
