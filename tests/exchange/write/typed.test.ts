import { expect, test } from 'vitest';
import type { Accepted, NumberRange, Remark } from '../../../build/exchange/model.ts';
import { NotWritable, type WriteContext } from '../../../build/exchange/write/parts.ts';
import { numericBoxes, shortBoxes } from '../../../build/exchange/write/typed.ts';

type Line = readonly [text: string, weight?: number, feedback?: string];

function written(write: (context: WriteContext) => unknown): readonly [made: unknown, remarks: readonly unknown[]] {
  const remarks: unknown[] = [];
  const remark = (level: Remark['level'], key: string, values?: Remark['values']) => void remarks.push([level, key, values]);
  try {
    return [write({ lang: 'fr', competencies: new Set(), isDraft: false, remark }), remarks];
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    return [[error.key, error.values], remarks];
  }
}

function short(...lines: readonly Line[]): readonly [unknown, readonly unknown[]] {
  const answers = lines.map(([text, weight = 100, feedback]): Accepted => ({ text, weight, ...(feedback !== undefined && { feedback }) }));
  return written((context) => shortBoxes({ kind: 'short', answers } as never, context));
}

const boxes = (attributes: readonly string[], ...list: readonly string[]) => [{ attributes, list: list.join('\n') }, []];

test.each<[string, readonly Line[], unknown]>([
  ['plain answers are in the attribute', [['pain'], ['mi che'], ['p*n']], boxes(['answer="pain / mi che / p*n"'])],
  [
    'lines after the first that isn’t plain',
    [['pain'], ['miche', 50], ['sel']],
    boxes(['answer="pain"'], '- [x] miche {weight=50}', '- [x] sel'),
  ],
  ['a mistake has no weight', [['pain'], ['sel', 0], ['eau', -50]], boxes(['answer="pain"'], '- [ ] sel', '- [ ] eau')],
  ['the least share is still right', [['pain'], ['sel', 0.5]], boxes(['answer="pain"'], '- [x] sel {weight=0.5}')],
  ['feedback needs a line', [['pain', 100, 'Oui'], ['sel']], boxes([], '- [x] pain\n> Oui', '- [x] sel')],
  ['stars have a meaning in a line, other signs none', [['a*b\\*c _d_ & e', 100, 'Oui']], boxes([], '- [x] a*b\\*c \\_d\\_ & e\n> Oui')],
  ['entities are escaped', [['&amp; &#38; &', 100, 'Oui']], boxes([], '- [x] \\&amp; \\&\\#38; \\&\n> Oui')],
])('%s', (_, lines, expected) => {
  expect(short(...lines)).toEqual(expected);
});

test.each(['a / b', 'a {b', 'a} b', 'a\\b', 'dit "oui"', 'dit “oui', 'dit oui”', 'dit «oui', 'dit oui»'])('“%s” needs a line', (text) => {
  expect((short([text])[0] as { attributes: unknown }).attributes).toEqual([]);
});

test('an answer that an earlier one covers is left out, and reported', () => {
  const covered = (text: string) => ['note', 'covered', { text }];
  expect(short(['p*'], ['pain'], ['sel'])).toEqual([boxes(['answer="p* / sel"'])[0], [covered('pain')]]);
  expect(short(['pain'], ['p*'])).toEqual(boxes(['answer="pain / p*"']));
  expect(short(['pain'], ['pain*'])).toEqual(boxes(['answer="pain / pain*"']));
  expect(short(['pain'], ['pain', 0])).toEqual([boxes(['answer="pain"'])[0], [covered('pain')]]);
  expect(short(['*', 100], ['x'.repeat(99), 0])).toMatchObject([['no-right', {}], [covered('x'.repeat(80))]]);
  expect(short(['a*b'], ['a*'])).toEqual(boxes(['answer="a*b / a*"']));
});

test('several stars are one', () => {
  expect(short(['p**n**o'], ['a\\***'])).toEqual(boxes(['answer="p*n*o"'], '- [x] a\\**'));
});

test.each<[readonly Line[], unknown]>([
  [[[' ']], ['empty-part', {}]],
  [[['pain', 50]], ['no-right', {}]],
  [[['*', 100]], ['no-right', {}]],
  [[], ['few-parts', { fewest: 1 }]],
  [
    [['pain'], ['a {{b', 50]],
    ['answer-signs', { text: 'a {{b' }],
  ],
])('%j can’t be written', (lines, expected) => {
  expect(short(...lines)[0]).toEqual(expected);
});

type Range = readonly [low: number, high: number, weight?: number, feedback?: string];

function numeric(unit: string | undefined, ...ranges: readonly Range[]): readonly [unknown, readonly unknown[]] {
  const answers = ranges.map(
    ([low, high, weight = 100, feedback]): NumberRange => ({ low, high, weight, ...(feedback !== undefined && { feedback }) }),
  );
  return written((context) => numericBoxes({ kind: 'numeric', answers, ...(unit !== undefined && { unit }) } as never, context));
}

test.each<[string, string | undefined, readonly Range[], unknown]>([
  ['one number', undefined, [[3, 3]], boxes(['answer=3'])],
  ['a tolerance and a unit', 'k"g', [[2.5, 3.5]], boxes(['answer=3', 'tolerance=0.5', 'unit="k\\"g"'])],
  ['an empty unit', '', [[0.1, 0.3]], boxes(['answer=0.2', 'tolerance=0.1'])],
  [
    'the rest in lines',
    undefined,
    [
      [3, 3],
      [5, 6, 50, 'Presque'],
      [8, 8, 0],
      [9, 9, 100],
      [10, 10, 0.5],
    ],
    boxes(['answer=3'], '- [x] 5..6 {weight=50}\n> Presque', '- [ ] 8', '- [x] 9', '- [x] 10 {weight=0.5}'),
  ],
  ['feedback of the first', 'g', [[3, 3, 100, 'Oui']], boxes(['unit="g"'], '- [x] 3\n> Oui')],
  [
    'a share of the first',
    undefined,
    [
      [3, 3, 50],
      [4, 4],
    ],
    boxes([], '- [x] 3 {weight=50}', '- [x] 4'),
  ],
])('%s', (_, unit, ranges, expected) => {
  expect(numeric(unit, ...ranges)).toEqual(expected);
});

test('a range inside an earlier one is left out, and reported', () => {
  expect(numeric(undefined, [1, 5], [1, 5, 50], [2, 3, 0])).toEqual([
    boxes(['answer=3', 'tolerance=2'])[0],
    [
      ['note', 'covered', { text: '1..5' }],
      ['note', 'covered', { text: '2..3' }],
    ],
  ]);
  expect(numeric(undefined, [1, 5], [0, 5], [1, 6])).toEqual(boxes(['answer=3', 'tolerance=2'], '- [x] 0..5', '- [x] 1..6'));
});

test('without a right number nothing is written', () => {
  expect(numeric(undefined, [1, 1, 50])[0]).toEqual(['no-right', {}]);
  expect(numeric(undefined)[0]).toEqual(['no-right', {}]);
});
