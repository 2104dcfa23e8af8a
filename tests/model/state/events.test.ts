import { expect, it } from 'vitest';
import { keepAnswer, keepDraft, seePage, startRound } from '../../../src/model/state/events.ts';
import { type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryTypes as types } from '../../helpers/bakery.ts';

const state = (activities: LearnerState['activities'] = {}, more: Partial<LearnerState> = {}): LearnerState => ({
  ...newState('t'),
  activities,
  ...more,
});
const levain = activity(0, 'levain', 'pick');

it('remembers each page once, sorted, and the last one on screen', () => {
  const [first, second] = [
    { id: 'a', n: 4, title: 'A' },
    { id: 'b', n: 1, title: 'B' },
  ];
  const after = seePage(seePage(seePage(state(), first), second), first);
  expect([after.page, after.seen]).toEqual([4, [1, 4]]);
  expect(seePage(state({}, { seen: [2, 9] }), { id: 'c', n: 10, title: 'C' }).seen).toEqual([2, 9, 10]);
});

it('keeps a draft beside the submitted answer, unless it is the same', () => {
  const submitted = state({ 0: { answer: ['a'], tries: 1 } });
  expect(keepDraft(submitted, levain, ['b']).activities[0]).toEqual({ answer: ['a'], draft: ['b'], tries: 1 });
  expect(keepDraft(keepDraft(submitted, levain, ['b']), levain, ['a']).activities[0]).toEqual({ answer: ['a'], tries: 1 });
  // A quiz that got its tries back.
  expect(keepDraft(state({ 0: { answer: ['a'], tries: 0 } }), levain, ['a']).activities[0]).toEqual({ answer: ['a'], tries: 0 });
});

it('forgets an empty draft of what was never submitted', () => {
  expect(keepDraft(state({ 0: { tries: 0, draft: ['b'] } }), levain, null).activities).toEqual({});
  expect(keepDraft(state({ 0: { tries: 1, draft: ['b'] } }), levain, null).activities).toEqual({ 0: { tries: 1 } });
});

it('counts the tries, drops the draft, and keeps the best result', () => {
  const first = keepAnswer(types, state({ 0: { tries: 0, draft: ['b'] } }), levain, ['a'], 1);
  expect(first.activities[0]).toEqual({ answer: ['a'], tries: 1 });
  const worse = keepAnswer(types, first, levain, ['b'], 0);
  expect(worse.activities[0]).toEqual({ answer: ['b'], tries: 2, best: 1 });
  expect(keepAnswer(types, worse, levain, ['a'], 1).activities[0]).toEqual({ answer: ['a'], tries: 3 });
});

it('changes nothing but the activity', () => {
  const before = state({ 1: { answer: 'x', tries: 1 } }, { score: 40, status: 'failed', seen: [0, 2], page: 2, time: 9, counter: 3 });
  const after = (activities: LearnerState['activities']) => ({ ...before, activities: { ...before.activities, ...activities } });
  expect(keepDraft(before, levain, ['b'])).toEqual(after({ 0: { draft: ['b'], tries: 0 } }));
  expect(keepAnswer(types, before, levain, ['b'], 0)).toEqual(after({ 0: { answer: ['b'], tries: 1 } }));
  expect(seePage(before, { id: 'a', n: 1, title: 'A' })).toEqual({ ...before, seen: [0, 1, 2], page: 1 });
  expect(startRound(bakery({ activities: [activity(1, 'q', 'pick', { quiz: 'rien' })] }), before, [1])).toEqual({
    ...before,
    activities: {},
  });
});

it('leaves the tries of a quiz without a limit, and of one whose questions stay', () => {
  const quizzes = [activity(5, 'libre', 'quiz', { attempts: 0 }), activity(8, 'autre', 'quiz', { attempts: 1 })];
  const content = bakery({
    activities: [...quizzes, activity(6, 'q1', 'pick', { quiz: 'libre' }), activity(9, 'q2', 'pick', { quiz: 'autre' })],
  });
  const used = { 5: { answer: ['a'], tries: 4 }, 8: { answer: ['a'], tries: 1 } };
  expect(startRound(content, state({ ...used, 6: { answer: ['a'], tries: 1 } }), [6]).activities).toEqual(used);
});

it('opens the questions of a new round, and gives a quiz its tries back once all are used', () => {
  const content = bakery({
    activities: [
      activity(5, 'tour', 'quiz', { attempts: 2 }),
      activity(6, 'q1', 'pick', { quiz: 'tour' }),
      activity(7, 'q2', 'pick', { quiz: 'tour' }),
      levain,
    ],
  });
  const after = (tries: number) =>
    startRound(
      content,
      state({
        0: { answer: ['a'], tries: 1 },
        5: { answer: ['a'], tries },
        6: { answer: ['a'], tries: 1 },
        7: { answer: ['a'], tries: 1 },
      }),
      [6],
    ).activities;
  expect(after(1)).toEqual({ 0: { answer: ['a'], tries: 1 }, 5: { answer: ['a'], tries: 1 }, 7: { answer: ['a'], tries: 1 } });
  expect([after(2)[5], after(3)[5]]).toEqual(Array(2).fill({ answer: ['a'], tries: 0 }));
  // A quiz that nobody has submitted has no tries to give back.
  expect(startRound(content, state({ 6: { answer: ['a'], tries: 1 } }), [6]).activities).toEqual({});
});
