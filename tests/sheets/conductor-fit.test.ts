import { expect, test } from 'vitest';
import { BUDGETS, columnWidths, LEAST, linesOf, NOTHING, PAGES, PAPER, pagesOf, WHOLE } from '../../build/sheets/conductor-fit.ts';

test('blocks go to the next page whole; one that is higher than a page takes several', () => {
  const half = PAPER.lines / 2;
  expect(pagesOf([half, half])).toBe(1);
  expect(pagesOf([half, half + 1, half])).toBe(3);
  expect(pagesOf([1, 2.5 * PAPER.lines])).toBe(4);
  expect(
    [[], [PAPER.lines], [PAPER.lines + 1], [PAPER.lines, 1], [2 * PAPER.lines], [PAPER.lines + 1, PAPER.lines - 1]].map(pagesOf),
  ).toEqual([1, 1, 2, 2, 2, 2]);
});

test('budgets go from the whole to nothing, and what matters most is shortened last', () => {
  expect(BUDGETS[0]).toBe(WHOLE);
  expect(BUDGETS.at(-1)).toBe(NOTHING);
  for (const [at, { room, key, say }] of BUDGETS.entries()) {
    const next = BUDGETS[at + 1];
    if (next) expect([next.room <= room, next.key <= key, next.say <= say]).toEqual([true, true, true]);
  }
  const kept = ({ say, expected, key, room }: (typeof BUDGETS)[number]): number[] => [say / 300, expected / 280, key / 150, room / 320];
  const tight = kept(BUDGETS[45] ?? NOTHING);
  expect(tight).toEqual([...tight].sort((a, b) => b - a));
});

test('fewer columns are wider; an empty text has no line', () => {
  expect(Math.min(...columnWidths(['say', 'room']))).toBeGreaterThan(Math.max(...columnWidths(['say', 'expected', 'room'])));
  expect(linesOf(0, 20)).toBe(0);
  expect([linesOf(1, 20), linesOf(18, 20), linesOf(19, 20), linesOf(60, 20)]).toEqual([1, 1, 2, 4]);
  expect([columnWidths(['say']), columnWidths(['say', 'room']), columnWidths(['say', 'expected', 'room'])]).toEqual([
    [94],
    [46, 46],
    [26, 27, 35],
  ]);
  const [say = 0, expected = 0, room = 0] = columnWidths(['say', 'expected', 'room']);
  expect([say < expected, expected < room, say + expected + room < PAPER.wide]).toEqual([true, true, true]);
});

test('a part of a row has a useful length, or is left out', () => {
  const lengths = BUDGETS.flatMap((budget) => Object.values(budget));
  expect(lengths.filter((length) => length !== 0 && length < 16)).toEqual([]);
  expect(BUDGETS.flatMap(({ say, expected, room }) => [say, expected, room]).filter((length) => length !== 0 && length < LEAST)).toEqual(
    [],
  );
  for (const part of ['say', 'expected', 'key', 'plan', 'room'] as const) {
    const own = BUDGETS.map((budget) => budget[part]);
    expect(own).toEqual([...own].sort((one, other) => other - one));
  }
});

test('the parts of a row are shortened at their own pace, from three times their usual length', () => {
  const lengths = (at: number): number[] => {
    const { say, expected, room, key, plan } = BUDGETS[at] ?? NOTHING;
    return [say, expected, room, key, plan];
  };
  expect([lengths(1), lengths(19), lengths(45), lengths(BUDGETS.length - 2)]).toEqual([
    [520, 674, 1335, 403, 360],
    [298, 277, 314, 148, 118],
    [133, 76, 39, 35, 24],
    [40, 0, 0, 0, 0],
  ]);
  expect(PAGES).toBe(3);
  expect(NOTHING).toEqual({ say: 0, expected: 0, room: 0, key: 0, plan: 0 });
});
