import { expect, it } from 'vitest';
import { scoreOf, tickedScore } from '../../../src/model/judging/score.ts';

it('is the share of right parts; without parts it is full', () => {
  expect([scoreOf({ a: 'right', b: 'wrong', c: 'missed', d: 'right' }).ratio, scoreOf({}).ratio]).toEqual([0.5, 1]);
});

it('takes a wrong tick from the right ones, never below zero', () => {
  const lines = [
    { token: 'a', right: true },
    { token: 'b', right: true },
    { token: 'c', right: false },
    { token: 'd', right: false },
  ];
  const score = (ticked: string) => tickedScore(lines, (token) => ticked.includes(token));
  expect([score('ab').ratio, score('a').ratio, score('abc').ratio, score('acd').ratio, score('').ratio]).toEqual([1, 0.5, 0.5, 0, 0]);
  expect(score('ac').parts).toEqual({ a: 'right', b: 'missed', c: 'wrong' });
});
