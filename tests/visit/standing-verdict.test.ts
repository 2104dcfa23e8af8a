import { expect, test } from 'vitest';
import type { Types } from '../../src/model/judging/judging.ts';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import { judge, standingOf } from '../../src/visit/standing.ts';
import { activity, bakeryTypes } from '../helpers/bakery.ts';

const question = activity(0, 'gestes', 'pick', { options: { right: 'abc' }, attempts: 3 });

test.each([
  [['a', 'b', 'c'], 1, 'right'],
  [['a', 'b'], 2 / 3, 'partly'],
  [['b'], 1 / 3, 'partly'],
  [['d'], 0, 'wrong'],
])('%j is worth %d: %s', (answer, ratio, outcome) => {
  expect(judge(bakeryTypes, question, answer, 1)).toMatchObject({ ratio, outcome, final: outcome === 'right' });
});

test('a quiz shows no parts of its own', () => {
  const types = { quiz: { ...bakeryTypes.quiz, score: () => ({ ratio: 0.25, parts: { a: 'right' } }) } } as unknown as Types;
  expect(judge(types, activity(5, 'bilan', 'quiz'), [], 1)).toEqual({ outcome: 'done', ratio: 0.25, parts: {}, final: false });
});

test('a verdict that is known is not computed again, and locks if it is final', () => {
  const known: Verdict = { outcome: 'partly', ratio: 0.7, parts: {}, final: true };
  expect(standingOf(bakeryTypes, question, { tries: 1, answer: ['d'] }, true, known)).toEqual({
    ...{ answer: ['d'], submitted: true, tries: 1, left: 2, locked: true },
    verdict: known,
  });
  expect(standingOf(bakeryTypes, question, undefined, true, known).verdict).toBeNull();
});
