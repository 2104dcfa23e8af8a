import { expect, test } from 'vitest';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { fakeLms } from '../helpers/fake-driver.ts';
import { openTracker } from '../helpers/open-tracker.ts';

test('an activity is found by its whole id', async () => {
  const activities = [activity(0, 'levain-2', 'pick'), activity(1, 'levain', 'pick')];
  const { tracker } = await openTracker({ content: bakery({ activities }) });
  expect(() => tracker.standing('leva')).toThrow('no activity leva');
  tracker.submit('levain', ['a']);
  expect(tracker.state().activities).toEqual({ 1: { answer: ['a'], tries: 1 } });
});

test('a verdict that is known is the one of the standing', async () => {
  const { tracker } = await openTracker();
  tracker.submit('levain', ['b']);
  const known: Verdict = { outcome: 'partly', ratio: 0.7, parts: {}, final: false };
  expect([tracker.standing('levain', known).verdict, tracker.standing('levain').verdict?.outcome]).toEqual([known, 'wrong']);
});

test('a draft is saved within five seconds, not at once', async () => {
  const { lms, time, tracker } = await openTracker();
  await time.pass(20_000);
  const saves = lms.given.length;
  tracker.draft('recette', 'Farine');
  await time.pass(4999);
  expect(lms.given.length).toBe(saves);
  await time.pass(1);
  expect(lms.given.length).toBe(saves + 1);
});

test('an answer to a locked activity is judged without counting a try', async () => {
  const activities = [activity(0, 'levain', 'pick', { attempts: 1 }), activity(1, 'gestes', 'pick', { attempts: 1 })];
  const lms = fakeLms();
  const first = await openTracker({ lms, content: bakery({ activities }) });
  first.tracker.submit('levain', ['b']);
  first.tracker.leave();
  const { tracker } = await openTracker({ lms, content: bakery({ activities }), mode: 'review' });
  expect([tracker.submit('gestes', ['b']), tracker.submit('levain', ['a'])]).toMatchObject([
    { outcome: 'wrong', final: false },
    { outcome: 'wrong', final: true },
  ]);
});

test('an answer that is partly right is worth its part, and keeps its best', async () => {
  const activities = [activity(0, 'gestes', 'pick', { options: { right: 'ab' } })];
  const { tracker } = await openTracker({ content: bakery({ activities }) });
  tracker.submit('gestes', ['a']);
  expect(tracker.state()).toMatchObject({ score: 50, activities: { 0: { answer: ['a'], tries: 1 } } });
  tracker.submit('gestes', ['c']);
  expect(tracker.state()).toMatchObject({ score: 50, activities: { 0: { answer: ['c'], tries: 2, best: 0.5 } } });
});

test('a long text has places at once', async () => {
  const { tracker } = await openTracker();
  const places = tracker.state().places.length;
  tracker.submit('recette', 'Une longue nuit. '.repeat(40));
  expect(tracker.state().places.slice(places)).toEqual([
    [2, 0, 2],
    [2, 0, 3],
  ]);
});

test('a new round forgets when its questions were answered', async () => {
  const { lms, time, tracker } = await openTracker();
  await time.pass(4950);
  for (const id of ['levain', 'gestes']) tracker.submit(id, ['a']);
  tracker.restart([0]);
  tracker.draft('levain', null);
  tracker.flush();
  expect(lms.kept?.interactions.map(({ id, latency }) => [id, latency])).toEqual([['gestes', 5]]);
  const restored = tracker.state().activities;
  expect(Object.keys(restored)).toEqual(['1']);
});

test('a listener is removed alone', async () => {
  const { tracker } = await openTracker();
  const calls: string[] = [];
  const stop = tracker.subscribe(() => calls.push('one'));
  tracker.subscribe(() => calls.push('two'));
  stop();
  tracker.submit('levain', ['b']);
  expect(new Set(calls)).toEqual(new Set(['two']));
});
