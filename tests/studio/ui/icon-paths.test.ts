import { expect, test } from 'vitest';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';

type Point = readonly [x: number, y: number];

/** Numbers that each command of a path takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

/** Lists the corners of a path: where each of its strokes begins or ends. */
function corners(path: string): readonly Point[] {
  const found: Point[] = [];
  let [at, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  for (const [, command = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const name = command.toUpperCase();
    const [x, y] = command === name ? [0, 0] : [1, 1];
    if (name === 'Z') at = start;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    for (let index = 0; index < numbers.length; index += TAKES[name] ?? 1) {
      const own = numbers.slice(index, index + (TAKES[name] ?? 1));
      const [last, before] = [own.at(-1) ?? Number.NaN, own.at(-2) ?? Number.NaN];
      if (name === 'H') at = [x * at[0] + last, at[1]];
      else if (name === 'V') at = [at[0], y * at[1] + last];
      else at = [x * at[0] + before, y * at[1] + last];
      if (name === 'M' && index === 0) start = at;
      found.push(at);
    }
  }
  return found;
}

test.each(Object.entries(ICONS))('the icon %s is drawn inside its grid of 24 units', (_, path) => {
  expect(path).toMatch(/^[Mm][\d\sA-Za-z.-]+$/);
  expect(corners(path).filter(([x, y]) => !(x >= 1 && x <= 23 && y >= 1 && y <= 23))).toEqual([]);
});

test('each icon has a drawing of its own', () => {
  const paths = Object.values(ICONS);
  expect(new Set(paths).size).toBe(paths.length);
});

test.each([
  ['chevron-up', [12, 9]],
  ['chevron-down', [12, 15]],
  ['chevron-left', [9, 12]],
  ['chevron-right', [15, 12]],
] as const)('%s points where its name indicates', (name, tip) => {
  expect(corners(ICONS[name])[1]).toEqual(tip);
});

test.each([
  [
    'square-check',
    [
      [16, 9],
      [10.5, 14.5],
      [8, 12],
    ],
  ],
  [
    'download',
    [
      [7, 10],
      [12, 15],
      [17, 10],
    ],
  ],
] as const)('the last stroke of %s lies in the middle', (name, stroke) => {
  expect(corners(ICONS[name]).slice(-3)).toEqual(stroke);
});
