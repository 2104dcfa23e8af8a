import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreOf, tickedScore } from '../../../src/model/judging/score.ts';

it('is the share of right parts; without parts it is full', () => {
  const parts = { a: 'right', b: 'wrong', c: 'missed', d: 'missed' } as const;
  expect([scoreOf(parts), scoreOf({})]).toEqual([
    { ratio: 0.25, parts },
    { ratio: 1, parts: {} },
  ]);
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

const half = [
  { token: 'a', right: true, weight: 100 },
  { token: 'b', right: false, weight: 50 },
  { token: 'c', right: false, weight: 0 },
  { token: 'd', right: false, weight: -25 },
];

it('gives the weights of the ticked ones; what adds something without being right has no verdict', () => {
  const score = (ticked: string) => tickedScore(half, (token) => ticked.includes(token));
  expect([score('a'), score('b')]).toEqual([
    { ratio: 1, parts: { a: 'right' } },
    { ratio: 0.5, parts: { a: 'missed' } },
  ]);
  expect(score('c')).toEqual({ ratio: 0, parts: { a: 'missed', c: 'wrong' } });
  expect(score('d')).toEqual({ ratio: 0, parts: { a: 'missed', d: 'wrong' } });
  expect([score('bd').ratio, score('ab').ratio]).toEqual([0.25, 1]);
  // What takes something away is wrong, even beside more than all; what weighs nothing is not.
  expect(score('abcd')).toEqual({ ratio: 1, parts: { a: 'right', d: 'wrong' } });
  // Nothing is missed in an answer that has all points.
  const other = [half[0], { token: 'b', right: false, weight: 100 }] as typeof half;
  expect(tickedScore(other, (token) => token === 'b')).toEqual({ ratio: 1, parts: {} });
});

it('is full with all right ones, however their weights are rounded, and shows a harmless tick as no mistake', () => {
  const thirds = [...'abc'].map((token) => ({ token, right: true, weight: 33.3 }));
  const lines = [...thirds, { token: 'd', right: false, weight: 0 }, { token: 'e', right: false, weight: -50 }];
  const score = (ticked: string) => tickedScore(lines, (token) => ticked.includes(token));
  expect([score('abc').ratio, score('abcd').ratio, score('abcd').parts.d]).toEqual([1, 1, undefined]);
  expect(score('abce').ratio).toBeCloseTo(0.5, 2);
  expect(score('abe').parts).toEqual({ a: 'right', b: 'right', c: 'missed', e: 'wrong' });
});

/** Lines of a question with several answers: the right ones have the positive weights, which add up to 100. */
const weighed = fc
  .record({
    shares: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
    others: fc.array(fc.integer({ min: -100, max: 0 }), { maxLength: 8 }),
    seed: fc.nat(),
  })
  .map(({ shares, others, seed }) => {
    const all = shares.reduce((sum, share) => sum + share, 0);
    const lines = [
      ...shares.map((share) => ({ right: true, weight: Math.round((1000 * share) / all) / 10 })),
      ...others.map((weight) => ({ right: false, weight })),
    ];
    return lines.map((_, index) => ({ token: `t${index}`, ...(lines[(index + seed) % lines.length] as (typeof lines)[number]) }));
  });

it('is between 0 and 1, full exactly with all right ones and nothing that takes away, and never falls with a right tick', () => {
  const choices = fc.tuple(weighed, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), fc.nat());
  fc.assert(
    fc.property(choices, ([lines, flags, which]) => {
      const ticked = new Set(lines.filter((_, index) => flags[index]).map(({ token }) => token));
      const { ratio, parts } = tickedScore(lines, (token) => ticked.has(token));
      const chosen = lines.filter(({ token }) => ticked.has(token));
      const isFull = lines.every(({ right, token, weight }) => ticked.has(token) === right || (!right && weight === 0));
      expect(ratio).toBeGreaterThanOrEqual(0);
      expect(ratio).toBeLessThanOrEqual(1);
      expect(ratio === 1).toBe(isFull);
      const plain = chosen.reduce((sum, { weight }) => sum + weight, 0) / 100;
      expect(ratio).toBeCloseTo(Math.min(1, Math.max(0, plain)), 1);
      for (const { token, right } of lines) if (parts[token] === 'right') expect(right && ticked.has(token)).toBe(true);
      const more = lines.filter(({ right }) => right)[which % lines.filter(({ right }) => right).length];
      expect(tickedScore(lines, (token) => ticked.has(token) || token === more?.token).ratio).toBeGreaterThanOrEqual(ratio);
    }),
  );
});

it('is without weights what it is with 1 for each right one and -1 for each other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 12 }), (flags) => {
      const lines = flags.map(([right], index) => ({ token: `t${index}`, right }));
      const isTicked = (token: string): boolean => flags[Number(token.slice(1))]?.[1] === true;
      const count = (right: boolean): number => lines.filter((line) => line.right === right && isTicked(line.token)).length;
      const gained = Math.max(0, count(true) - count(false));
      expect(tickedScore(lines, isTicked).ratio).toBe(gained === 0 ? 0 : gained / lines.filter(({ right }) => right).length);
    }),
  );
});
