import { describe, expect, test } from 'vitest';
import { encodeState } from '../src/model/codec.ts';
import { newState } from '../src/model/state.ts';
import { createTracker } from '../src/tracker.ts';
import { activity, bakery, bakeryTypes } from './helpers/bakery.ts';
import { fakeLms } from './helpers/fake-driver.ts';
import { fakeTime } from './helpers/fake-time.ts';
import { openTracker, stateOf } from './helpers/open-tracker.ts';
import { owner } from './helpers/saved-state.ts';

describe('start', () => {
  test('the first page goes into the one opening commit; every slot was registered before', async () => {
    const { lms } = await openTracker();
    expect(lms.calls).toEqual(['start', 'register 0:levain 1:gestes 2:recette 3:q-prix 4:q-pain 5:q-four', 'save']);
    expect(lms.kept).toMatchObject({ status: 'incomplete', location: 'fournil', interactions: [] });
    expect(lms.kept).not.toHaveProperty('score');
    expect(stateOf(lms)).toMatchObject({ counter: 1, seen: [0], attempt: expect.stringMatching(/^[a-z0-9]{8}$/) });
  });

  test('where nothing is registered first, nothing is registered', async () => {
    const { lms } = await openTracker({ limits: { registerFirst: false } });
    expect(lms.calls).toEqual(['start', 'save']);
  });

  test('what was saved is there again, and score and status are set again from it', async () => {
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

  test('the score follows from the answers, not from what was written: a module whose key was mended', async () => {
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
    test(`a saved text that can't be read (${state.slice(0, 4)}…) is not written over before the first real event`, async () => {
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

  test('who only looks at a module whose saved text is not to be read leaves it as it is', async () => {
    const { lms, tracker } = await openTracker({ state: 'Zm9v' });
    // What an activity says by itself because it is shown: a quiz that draws, a map that is only to be read.
    tracker.draft('recette', 'F', true);
    tracker.submit('visite', [], true);
    tracker.visit('vente');
    tracker.leave();
    expect(lms.kept?.state).toBe('Zm9v');
  });

  test('what activities said by themselves is saved with the first real answer', async () => {
    const { lms, time, tracker } = await openTracker({ state: 'Zm9v' });
    tracker.draft('recette', 'F', true);
    tracker.submit('levain', ['a']);
    await time.pass(5000);
    expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 }, 2: { tries: 0, draft: 'F' } });
  });

  test('where saved state is lost, nothing that the LMS knows is lowered', async () => {
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

describe('modes', () => {
  for (const mode of ['review', 'browse'] as const) {
    test(`in ${mode} nothing is saved or registered, everything is locked and the status says so`, async () => {
      const lms = fakeLms();
      const first = await openTracker({ lms });
      first.tracker.submit('levain', ['b']);
      first.tracker.leave();
      const { kept } = lms;
      lms.calls.length = 0;
      const { time, tracker } = await openTracker({ lms, mode });
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

  test('alone the work is kept as well as can be, and the status stays', async () => {
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

  test('a finished module opens finished, and what is open can still get better', async () => {
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
