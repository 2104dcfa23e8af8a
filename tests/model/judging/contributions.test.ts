import { describe, expect, test } from 'vitest';
import { type Contribution, contributionsOf, percentOf } from '../../../src/model/judging/contributions.ts';
import { type ActivityState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryTypes as types } from '../../helpers/bakery.ts';

const parts = (...pairs: [number, number | undefined][]): Contribution[] =>
  pairs.map(([points, ratio]) => ({ activity: activity(0, 'levain', 'pick'), points, ratio }));

test.each<[string, Contribution[], number | undefined]>([
  ['nothing counts', [], undefined],
  ['nothing is answered', parts([1, undefined], [2, undefined]), undefined],
  ['nothing has points', parts([0, 1]), undefined],
  ['what is not answered counts as 0', parts([1, 1], [3, undefined]), 25],
  ['points weigh', parts([1, 0], [3, 1]), 75],
  ['a wrong answer is 0, not nothing', parts([1, 0]), 0],
  ['two decimals', parts([1, 1], [1, 1], [1, 0]), 66.67],
  ['a value just below a half counts as the half', parts([1, 0.123_449_999_999_99]), 12.35],
  ['one that is below does not', parts([1, 0.123_449]), 12.34],
])('percent: %s', (_, list, percent) => {
  expect(percentOf(list)).toBe(percent);
});

describe('what counts for the score', () => {
  const counted = (activities: Record<number, ActivityState>, content = bakery()) =>
    contributionsOf(content, types, { ...newState('t'), activities }).map((one) => [one.activity.id, one.points, one.ratio]);
  const round = (live: number[], kept: [number, number][] = []): Record<number, ActivityState> => ({
    5: { tries: 1, answer: { live, kept } },
  });
  const quiz = (activities: Record<number, ActivityState>) => counted(activities).filter(([id]) => String(id).startsWith('q-'));

  test('activities with points, each with its best ratio; of a quiz before its draw, a share of each question', () => {
    const share = 2 / 3;
    expect(counted({ 0: { tries: 1, answer: ['a'] } })).toEqual([
      ['levain', 1, 1],
      ['gestes', 2, undefined],
      ['q-prix', share, undefined],
      ['q-pain', share, undefined],
      ['q-four', share, undefined],
    ]);
  });

  test('a question counts at most once, though its quiz asks more than there are, or does not say how many', () => {
    for (const options of [{ asks: 9 }, {}]) {
      const activities = bakery().activities.map((one) => (one.id === 'bilan' ? { ...one, options } : one));
      expect(counted({}, bakery({ activities })).slice(2)).toEqual([
        ['q-prix', 1, undefined],
        ['q-pain', 1, undefined],
        ['q-four', 1, undefined],
      ]);
    }
  });

  test('the questions drawn, or those of the best round if the one under way scores no higher', () => {
    expect(quiz(round([6, 8]))).toEqual([
      ['q-prix', 1, undefined],
      ['q-four', 1, undefined],
    ]);
    expect(quiz({ ...round([7], [[6, 0.5]]), 7: { tries: 1, answer: ['b'] } })).toEqual([['q-prix', 1, 0.5]]);
    expect(quiz({ ...round([7], [[6, 1]]), 7: { tries: 1, answer: ['a'] } })).toEqual([['q-prix', 1, 1]]);
    expect(quiz({ ...round([7], [[6, 0.5]]), 7: { tries: 1, answer: ['a'] } })).toEqual([['q-pain', 1, 1]]);
    expect(quiz({ ...round([7], [[6, 0]]) })).toEqual([['q-prix', 1, 0]]);
  });

  test('questions without points count for nothing', () => {
    const activities = bakery().activities.map((one) => (one.id === 'q-prix' ? { ...one, points: 0 } : one));
    expect(counted(round([6, 7]), bakery({ activities })).slice(2)).toEqual([['q-pain', 1, undefined]]);
  });
});
