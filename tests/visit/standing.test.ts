import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/model/course/activity.ts';
import { judge } from '../../src/visit/standing.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { openTracker, stateOf } from '../helpers/open-tracker.ts';

describe('answers', () => {
  test('a verdict shows missed parts only once nothing can be changed', async () => {
    const { tracker } = await openTracker();
    expect(tracker.submit('gestes', ['a', 'c'])).toEqual({ outcome: 'wrong', ratio: 0, parts: { a: 'right', c: 'wrong' }, final: false });
    expect(tracker.standing('gestes')).toMatchObject({ tries: 1, left: 1, locked: false });
    expect(tracker.submit('gestes', ['a'])).toEqual({ outcome: 'partly', ratio: 0.5, parts: { a: 'right', b: 'missed' }, final: true });
    expect(tracker.standing('gestes')).toMatchObject({ tries: 2, left: 0, locked: true });
  });

  test('without a limit, the learner may try until the answer is right', async () => {
    const { tracker } = await openTracker();
    for (const tries of [1, 2, 3]) {
      expect(tracker.submit('levain', ['b']).final).toBe(false);
      expect(tracker.standing('levain')).toMatchObject({ tries, left: Number.POSITIVE_INFINITY, locked: false });
    }
    expect(tracker.submit('levain', ['a'])).toEqual({ outcome: 'right', ratio: 1, parts: { a: 'right' }, final: true });
  });

  test("an answer that can't be right or wrong is done, and may be changed", async () => {
    const { tracker } = await openTracker();
    expect(tracker.submit('recette', 'Farine')).toEqual({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(tracker.submit('visite', true).outcome).toBe('done');
    expect(tracker.standing('recette').locked).toBe(false);
    tracker.submit('recette', 'Farine, eau');
    expect(tracker.standing('recette')).toMatchObject({ answer: 'Farine, eau', tries: 2 });
    tracker.leave();
    expect(['recette', 'levain'].map((id) => tracker.standing(id).locked)).toEqual([true, true]);
  });

  test('an activity with a limit and nothing right is closed when its tries are used', async () => {
    const activities = [activity(0, 'recette', 'note', { attempts: 1 })];
    const { tracker } = await openTracker({ content: bakery({ activities }) });
    expect(tracker.submit('recette', 'Farine')).toMatchObject({ outcome: 'done', final: true });
    expect(tracker.standing('recette').locked).toBe(true);
  });

  test('if the author has since reduced the tries, none is left, and the answer stays', async () => {
    const limited = (attempts: number) => bakery({ activities: [activity(0, 'levain', 'pick', { attempts })] });
    const { lms, time, tracker } = await openTracker({ content: limited(3) });
    for (const answer of [['b'], ['c']]) tracker.submit('levain', answer);
    tracker.leave();
    const next = await openTracker({ lms, time, content: limited(1) });
    expect(next.tracker.standing('levain')).toMatchObject({ answer: ['c'], tries: 2, left: 0, locked: true });
  });

  test('a draft takes the verdict away; the submitted answer brings it back', async () => {
    const { tracker } = await openTracker();
    tracker.submit('levain', ['b']);
    tracker.draft('levain', ['c']);
    expect(tracker.standing('levain')).toMatchObject({ answer: ['c'], submitted: true, verdict: null });
    tracker.draft('levain', ['b']);
    expect(tracker.standing('levain')).toMatchObject({ answer: ['b'], verdict: { outcome: 'wrong' } });
  });

  test('an emptied draft is removed', async () => {
    const { tracker } = await openTracker();
    tracker.draft('recette', 'F');
    tracker.draft('recette', null);
    expect(tracker.state().activities).toEqual({});
  });

  test('a locked activity accepts no more answers', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    const before = { state: tracker.state(), calls: [...lms.calls] };
    tracker.draft('levain', ['b']);
    expect(tracker.submit('levain', ['b'])).toMatchObject({ outcome: 'right' });
    await time.pass(20_000);
    expect(tracker.state().activities).toEqual(before.state.activities);
    expect(lms.calls).toEqual(before.calls);
  });

  test('the best try is kept only if a later one is worse', async () => {
    const activities = [activity(0, 'gestes', 'pick', { options: { right: 'ab' } })];
    const { tracker } = await openTracker({ content: bakery({ activities }) });
    tracker.submit('gestes', ['a']);
    tracker.submit('gestes', ['c']);
    expect(tracker.state().activities[0]).toEqual({ answer: ['c'], tries: 2, best: 0.5 });
    expect(tracker.progress().score).toBe(50);
    tracker.submit('gestes', ['a', 'b']);
    expect(tracker.state().activities[0]).toEqual({ answer: ['a', 'b'], tries: 3 });
  });

  test('an unknown activity throws', async () => {
    const { tracker } = await openTracker();
    expect(() => tracker.standing('croissant')).toThrow('croissant');
  });

  test('a long text has places for all of its parts when it is saved', async () => {
    const { lms, time, tracker } = await openTracker();
    const text = 'Une longue nuit. '.repeat(40);
    tracker.submit('recette', text);
    await time.pass(1000);
    const parts = lms.kept?.interactions.map(({ response }) => ('text' in response ? response.text : ''));
    expect(parts?.length).toBeGreaterThan(2);
    expect(parts?.join('')).toBe(text);
  });

  test('latency counts from the display of the page, or from the try before', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(11_950);
    tracker.submit('levain', ['b']);
    await time.pass(4000);
    tracker.submit('levain', ['a']);
    const answeredAt = time.now();
    await time.pass(4000);
    tracker.visit('vente');
    await time.pass(1500);
    tracker.visit('fournil');
    await time.pass(3000);
    tracker.submit('gestes', ['a']);
    tracker.flush();
    expect(lms.kept?.interactions.map(({ id, latency }) => [id, latency])).toEqual([
      ['levain', 4],
      ['gestes', 3],
    ]);
    expect(lms.kept?.interactions[0]?.time).toBe(answeredAt);
  });
});

test('a quiz is only done, whatever its score and the number of its rounds', () => {
  const quiz = activity(5, 'bilan', 'quiz', { attempts: 2 });
  const answer = (ratio: number): Answer => ({ live: [], kept: [[6, ratio]] }) as unknown as Answer;
  for (const [ratio, tries] of [
    [0, 1],
    [1, 2],
  ] as const)
    expect(judge(bakeryTypes, quiz, answer(ratio), tries)).toEqual({ outcome: 'done', ratio, parts: {}, final: false });
});

describe('a quiz', () => {
  const live = [6, 7];
  const wrong = [6, 7].map((n) => [n, 0]);
  const half = [[6, 1], ...wrong.slice(1)];

  async function drawn(more: Parameters<typeof bakery>[0] = {}) {
    const all = await openTracker({ content: bakery({ completion: 'score', pass: 60, onFail: 'failed', ...more }) });
    all.tracker.visit('vente');
    all.tracker.draft('bilan', { live, kept: [] });
    return all;
  }

  test('its questions count when they are drawn, and when they are answered', async () => {
    const { tracker } = await drawn();
    tracker.submit('q-prix', ['a']);
    expect(tracker.progress().score).toBe(20);
    tracker.submit('q-four', ['a']);
    expect(tracker.progress().score).toBe(20);
  });

  test('the last attempt fails the module; a new round reopens everything, and passing it removes the failure', async () => {
    const { lms, time, tracker } = await drawn();
    for (const question of ['q-prix', 'q-pain']) tracker.submit(question, ['b']);
    tracker.submit('bilan', { live, kept: wrong });
    expect(tracker.progress().status).toBe('incomplete');
    tracker.restart(live);
    tracker.submit('bilan', { live, kept: wrong });
    expect(tracker.progress().status).toBe('failed');
    expect(tracker.standing('bilan')).toMatchObject({ left: 0, locked: false });
    await time.pass(1000);
    expect(lms.kept?.status).toBe('failed');

    tracker.restart(live);
    expect(tracker.standing('bilan')).toMatchObject({ left: 2, locked: false, submitted: true });
    expect(tracker.standing('q-prix')).toEqual({ answer: null, submitted: false, tries: 0, left: 1, locked: false, verdict: null });
    expect(tracker.progress().status).toBe('failed');
    tracker.draft('bilan', { live: [6, 8], kept: wrong });
    for (const question of ['q-prix', 'q-four']) tracker.submit(question, ['a']);
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(lms.kept).toMatchObject({ score: 60, status: 'passed' });
  });

  test('drawing questions again earns nothing for their old right answers', async () => {
    const activities = bakery().activities.map((one) => (one.id === 'q-pain' ? { ...one, points: 5 } : one));
    const { tracker } = await drawn({ activities });
    tracker.submit('q-prix', ['a']);
    tracker.submit('q-pain', ['b']);
    tracker.submit('bilan', { live, kept: half });
    const { score } = tracker.progress();
    tracker.draft('bilan', { live: [6, 8], kept: half });
    tracker.restart([6, 7, 8]);
    expect(tracker.progress().score).toBe(score);
  });

  test('a restart with attempts left gives no try back', async () => {
    const { tracker } = await drawn();
    tracker.submit('q-prix', ['b']);
    tracker.submit('bilan', { live, kept: wrong });
    tracker.restart(live);
    expect(tracker.standing('bilan')).toMatchObject({ tries: 1, left: 1 });
  });

  test('a forgotten answer is no longer sent, but keeps its place', async () => {
    const { lms, time, tracker } = await drawn();
    tracker.submit('q-prix', ['b']);
    await time.pass(1000);
    expect(lms.kept?.interactions.map(({ id }) => id)).toEqual(['q-prix']);
    tracker.restart(live);
    await time.pass(1000);
    expect(lms.kept?.interactions).toEqual([]);
    expect(stateOf(lms)?.places).toHaveLength(6);
  });
});
