import { expect, it } from 'vitest';
import { type Answer, asked, draw, FULL, largest, report, roundIn, score, shares, slots } from './scoring.ts';
import type { Options } from './type.ts';

const questions = [3, 9, 5].map((n) => ({ n, competencies: [], points: 1 }));
const quiz = (more: Partial<Options> = {}): Options => ({ questions, shuffle: false, review: 'end', secondChance: false, ...more });
const byShare = {
  shares: [
    ['pain', 1],
    ['four', 2],
  ],
} as const;
const round = (more: Partial<Answer> = {}): Answer => ({ round: 1, drawn: [3, 9], done: false, kept: [], ...more });

it('is finished or not; its questions are judged and reported one by one', () => {
  expect([score(quiz(), null), score(quiz(), round()), score(quiz(), round({ done: true }))]).toEqual(
    [0, 0, 1].map((ratio) => ({ ratio, parts: {} })),
  );
  expect([slots(), report()]).toEqual([[], []]);
});

it('asks all questions, or as many as are drawn', () => {
  expect([asked(quiz()), asked(quiz({ draw: { total: 2 } })), asked(quiz({ draw: byShare }))]).toEqual([3, 2, 3]);
  expect([shares(quiz()), shares(quiz({ draw: { total: 2 } })), shares(quiz({ draw: byShare }))]).toEqual([[], [], byShare.shares]);
});

it('has the largest numbers in its largest answer, and a second chance if there may be one', () => {
  expect(largest(quiz({ draw: { total: 2 } }))).toEqual({
    round: 99,
    drawn: [9, 5],
    done: true,
    kept: [
      [9, 3333],
      [5, 3333],
    ],
  });
  expect(largest(quiz({ secondChance: true })).second).toEqual([9, 5, 3]);
});

it('takes only a round of its own for an answer', () => {
  expect(roundIn(round({ kept: [[3, 1]], second: [9] }))).toEqual(round({ kept: [[3, 1]], second: [9] }));
  for (const other of [
    null,
    'un texte',
    { drawn: [3] },
    { ...round(), drawn: 'x' },
    { ...round(), kept: [3] },
    { ...round(), second: ['a'] },
  ])
    expect(roundIn(other as never)).toBeNull();
});

it('counts the questions that still exist, and ratios that can be', () => {
  const kept: Answer['kept'] = [
    [3, FULL],
    [4, FULL],
    [5, 0],
    [9, FULL + 1],
    [9, -1],
    [9, 2500],
  ];
  expect(draw(round({ drawn: [9, 4, 3], kept }), quiz())).toEqual({
    live: [9, 3],
    kept: [
      [3, 1],
      [5, 0],
      [9, 0.25],
    ],
    asks: 3,
  });
  expect(draw(null, quiz({ draw: { total: 2 } }))).toEqual({ live: [], kept: [], asks: 2 });
});
