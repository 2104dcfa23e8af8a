import { describe, expect, it } from 'vitest';
import { drawQuestions } from './draw-questions.ts';
import type { Options } from './type.ts';

/** Five questions, each with the competencies that it trains. */
const questions = [
  [11, ['pain']],
  [12, ['pain', 'four']],
  [13, ['four']],
  [14, []],
  [15, ['pain']],
].map(([n, competencies]) => ({ n, competencies }));

/** A series of numbers that is the same each time. */
function dice(seed: number): () => number {
  let state = seed * 104_729 * 2_011;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const drawn = (more: object, seed = 1): number[] => drawQuestions({ questions, ...more } as unknown as Options, dice(seed));
const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('the questions of a round', () => {
  it('are all of them in the order of the text, without a draw', () => {
    for (const seed of seeds) expect(drawn({ shuffle: false }, seed)).toEqual([11, 12, 13, 14, 15]);
  });

  it('are shuffled where asked for', () => {
    const orders = new Set(seeds.map((seed) => drawn({ shuffle: true }, seed).join()));
    expect(orders.size).toBeGreaterThan(20);
    for (const seed of seeds) expect(sorted(drawn({ shuffle: true }, seed))).toEqual([11, 12, 13, 14, 15]);
  });

  it('are some of them, each with a chance, and none twice', () => {
    const rounds = seeds.map((seed) => drawn({ draw: { total: 2 }, shuffle: false }, seed));
    for (const round of rounds) expect([round.length, round]).toEqual([2, sorted([...new Set(round)])]);
    expect(sorted([...new Set(rounds.flat())])).toEqual([11, 12, 13, 14, 15]);
    expect(
      seeds.some(
        (seed) =>
          drawn({ draw: { total: 2 }, shuffle: true }, seed).join() !== sorted(drawn({ draw: { total: 2 }, shuffle: true }, seed)).join(),
      ),
    ).toBe(true);
    expect(drawn({ draw: { total: 9 }, shuffle: false })).toHaveLength(5);
  });

  it('are so many of each competency; one that trains two counts for the first', () => {
    const rounds = seeds.map((seed) =>
      drawn(
        {
          draw: {
            shares: [
              ['pain', 2],
              ['four', 1],
            ],
          },
          shuffle: false,
        },
        seed,
      ),
    );
    for (const round of rounds) {
      expect([round.length, new Set(round).size, round]).toEqual([3, 3, sorted(round)]);
      expect(round.filter((n) => [11, 12, 15].includes(n)).length).toBeGreaterThanOrEqual(2);
      expect(round.some((n) => [12, 13].includes(n))).toBe(true);
      expect(round).not.toContain(14);
    }
    expect(sorted([...new Set(rounds.flat())])).toEqual([11, 12, 13, 15]);
  });

  it('are shuffled as a whole, as many as are drawn', () => {
    const shares = [
      ['pain', 2],
      ['four', 1],
    ];
    const rounds = seeds.map((seed) => drawn({ draw: { shares }, shuffle: true }, seed));
    for (const round of rounds) expect(round).toHaveLength(3);
    // The only one of the last competency may be the first.
    expect(rounds.some(([first]) => first === 13)).toBe(true);
    for (const seed of seeds) expect(drawn({ draw: { total: 2 }, shuffle: true }, seed)).toHaveLength(2);
  });

  it('are fewer where a competency has no more', () => {
    for (const seed of seeds)
      expect(
        drawn(
          {
            draw: {
              shares: [
                ['four', 2],
                ['pain', 9],
              ],
            },
            shuffle: false,
          },
          seed,
        ),
      ).toEqual([11, 12, 13, 15]);
    for (const seed of seeds) expect(drawn({ draw: { shares: [['four', 2]] }, shuffle: false }, seed)).toEqual([12, 13]);
    expect(drawn({ draw: { shares: [['sel', 2]] }, shuffle: true })).toEqual([]);
  });
});
