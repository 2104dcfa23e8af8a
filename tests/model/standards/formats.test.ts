import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Slot } from '../../../src/model/record/interaction.ts';
import { answerText, clock, type Dialect, decimal, oneLine, patternTexts, secondsOf } from '../../../src/model/standards/formats.ts';
import { formats12 } from '../../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../../src/model/standards/formats-2004.ts';

test.each([
  ['0000:01:30.5', 90.5],
  ['00:00:00', 0],
  ['10000:00:00.00', 36_000_000],
  ['PT0H1M30.5S', 90.5],
  ['P1DT2H', 93_600],
  ['P10DT12H10M11.25S', 907_811.25],
  ['PT10M', 600],
  ['P', 0],
  ['PT', 0],
  ['', undefined],
  ['90', undefined],
  ['P1Y', undefined],
  ['PT1H ', undefined],
])('%s → %s', (span, seconds) => {
  expect(secondsOf(span)).toBe(seconds);
});

test('reads its own output', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359_999_999 }), (tenths) => {
      for (const { span } of [formats12, formats2004]) expect(secondsOf(span(tenths / 10))).toBeCloseTo(tenths / 10, 6);
    }),
  );
});

test.each([
  [0.00004, '0'],
  [-0.00001, '0'],
  [1 / 3, '0.3333'],
  [2.00005, '2.0001'],
  [1e21, '1000000000000000'],
  [-1e21, '-1000000000000000'],
  [Number.NaN, '0'],
])('%d is the number %s', (value, text) => {
  expect(decimal(value)).toBe(text);
});

test('a text is put on one line, without characters that an LMS refuses', () => {
  expect(oneLine('un\r\ndeux\rtrois\u2028quatre\u2029cinq\n')).toBe('un ¶ deux ¶ trois ¶ quatre ¶ cinq ¶ ');
  expect(oneLine('a\tb\0c\ud83dd\uffffe\ufffef😀')).toBe('a b c d e f😀');
});

test.each([
  [0, [0, 0, 0]],
  [59.94, [0, 0, 599]],
  [59.96, [0, 1, 0]],
  [3600, [1, 0, 0]],
  [7325.5, [2, 2, 55]],
  [-3, [0, 0, 0]],
  [Number.NaN, [0, 0, 0]],
  [35_999_999.8, [9999, 59, 598]],
  [35_999_999.9, [9999, 59, 599]],
  [36_000_000, [9999, 59, 599]],
  [1e12, [9999, 59, 599]],
])('%d seconds are %j on the clock', (seconds, parts) => {
  expect(clock(seconds)).toEqual(parts);
});

const dialect = {
  and: ',',
  pair: '.',
  yes: 'oui',
  no: 'non',
  text: (text: string) => `[${text}]`,
  step: (text: string) => `<${text}>`,
  range: (min: string, max: string) => `${min}:${max}`,
} as unknown as Dialect;

test.each<[Parameters<typeof answerText>[0], string]>([
  [{ type: 'true-false', value: true }, 'oui'],
  [{ type: 'true-false', value: false }, 'non'],
  [{ type: 'choice', tokens: ['b', 'a', 'b'] }, 'b,a'],
  [{ type: 'sequencing', tokens: [] }, ''],
  [
    {
      type: 'matching',
      pairs: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    'a.b,c.d',
  ],
  [{ type: 'performance', steps: [['a', 'Frein']] }, 'a.<Frein>'],
  [{ type: 'numeric', value: 1 / 3 }, '0.3333'],
  [{ type: 'numeric', min: 1, max: 2 }, '1:2'],
  [{ type: 'likert', token: 'c' }, 'c'],
  [{ type: 'fill-in', text: 'Tram' }, '[Tram]'],
] as never)('the answer %j is “%s”', (answer, text) => {
  expect(answerText(answer, dialect)).toBe(text);
});

test('right answers are ten texts at most, each once, none of them empty', () => {
  const right = ['a', ' ', 'b ', 'a', ...'cdefghijkl'].map((token) => ({ type: 'likert', token }));
  expect(patternTexts({ right } as unknown as Slot, dialect)).toEqual([...'abcdefghij']);
});
