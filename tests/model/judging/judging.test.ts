import { expect, test } from 'vitest';
import type { Draw } from '../../../src/model/course/activity.ts';
import { bestRatio, drawOf, isJudged, reportOfAnswer, scoreOfAnswer, type Types } from '../../../src/model/judging/judging.ts';
import { activity, bakeryTypes as types } from '../../helpers/bakery.ts';

const levain = activity(0, 'levain', 'pick');
const bilan = activity(5, 'bilan', 'quiz');
const broken: Types = {
  pick: {
    score: () => JSON.parse('{'),
    report: () => JSON.parse('{'),
    draw: () => JSON.parse('{'),
  },
};

test('an answer is scored and reported by its type', () => {
  expect(scoreOfAnswer(types, levain, ['a'])).toEqual({ ratio: 1, parts: { a: 'right' } });
  expect(reportOfAnswer(types, levain, ['b'])).toEqual([{ response: { type: 'choice', tokens: ['b'] }, result: 'incorrect' }]);
});

test('an answer that its type does not understand, or whose type is gone, counts as nothing', () => {
  for (const known of [broken, {}]) {
    expect(scoreOfAnswer(known, levain, ['a'])).toEqual({ ratio: 0, parts: {} });
    expect(reportOfAnswer(known, levain, ['a'])).toEqual([]);
    expect(bestRatio(known, levain, { tries: 1, answer: ['a'] })).toBe(0);
  }
  expect(drawOf(broken, levain, undefined)).toEqual({ live: [], kept: [] });
});

test('only a composed type draws, from the draft rather than from the answer', () => {
  const draw = (n: number): Draw => ({ live: [n], kept: [] });
  const answer = { live: [6], kept: [] };
  expect(drawOf(types, levain, { tries: 1, answer: ['a'] })).toBeUndefined();
  expect(drawOf({}, bilan, undefined)).toBeUndefined();
  expect(drawOf(types, bilan, undefined)).toEqual({ live: [], kept: [], asks: 2 });
  expect(drawOf(types, bilan, { tries: 1, answer })).toEqual({ ...draw(6), asks: 2 });
  expect(drawOf(types, bilan, { tries: 1, answer, draft: { live: [7], kept: [] } })).toEqual({ ...draw(7), asks: 2 });
});

test('the best try counts; a draft is none', () => {
  expect(bestRatio(types, levain, undefined)).toBeUndefined();
  expect(bestRatio(types, levain, { tries: 0, draft: ['a'] })).toBeUndefined();
  expect(bestRatio(types, levain, { tries: 1, answer: ['a'], best: 0.5 })).toBe(1);
  expect(bestRatio(types, levain, { tries: 2, answer: ['b'], best: 0.5 })).toBe(0.5);
  expect(bestRatio(types, levain, { tries: 1, answer: ['b'] })).toBe(0);
  // An answer that found no room in the LMS is one all the same.
  const gone = [null, ''].map((answer) =>
    [undefined, 0.5].map((best) => bestRatio(types, levain, { tries: 2, answer, ...(best && { best }) })),
  );
  expect(gone).toEqual([
    [0, 0.5],
    [0, 0.5],
  ]);
});

test('something can be right or wrong with points, or with a right answer in one slot', () => {
  const slot = (right: string[]) => ({
    type: 'fill-in' as const,
    right: right.map((text) => ({ type: 'fill-in' as const, text })),
    text: '',
  });
  expect(isJudged({ ...levain, points: 0, slots: [] })).toBe(false);
  expect(isJudged({ ...levain, points: 0, slots: [slot([])] })).toBe(false);
  expect(isJudged({ ...levain, points: 0, slots: [slot([]), slot(['seigle'])] })).toBe(true);
  expect(isJudged({ ...levain, points: 1, slots: [] })).toBe(true);
});
