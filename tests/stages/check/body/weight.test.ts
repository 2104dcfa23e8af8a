import { describe, expect, test } from 'vitest';
import type { Attributes, Item } from '../../../../build/model/source.ts';
import { checkWeights, weightIn, withoutWeight } from '../../../../build/stages/check/body/weight.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';

const attributesOf = (pairs: Readonly<Record<string, string | true>>): Attributes =>
  ({ entries: Object.entries(pairs).map(([key, value]) => ({ key, value, at: { line: 7 } })) }) as unknown as Attributes;

function item(weight?: string | true, text = 'Vert'): Item {
  return { text, at: { line: 1 }, ...(weight !== undefined && { attributes: attributesOf({ weight }) }) } as unknown as Item;
}

function reports(task: (context: FormContext) => unknown): unknown[] {
  const found: unknown[] = [];
  task({
    error: (code: string, at: { readonly line: number }, values: object) => found.push([code, at.line, values]),
  } as unknown as FormContext);
  return found;
}

test('weights are separated from the other attributes', () => {
  expect(withoutWeight(attributesOf({ id: 'a', weight: '50' }))?.entries.map(({ key }) => key)).toEqual(['id']);
  const written = { ...attributesOf({ weight: '50' }), id: 'a' };
  expect(withoutWeight(written)).toEqual({ ...written, entries: [] });
  expect(withoutWeight(undefined)).toBeUndefined();
});

describe('a weight', () => {
  const read = (weight: string | true | undefined, min = -100): unknown => {
    let value: unknown;
    const found = reports((context) => {
      value = weightIn(item(weight), min, context);
    });
    return found.length > 0 ? found : value;
  };

  test.each([
    ['50', 50],
    ['33,333333', 33.333333],
    ['33.3', 33.3],
    ['+100', 100],
    ['-100', -100],
    ['0', 0],
  ])('of %s percent', (text, weight) => {
    expect(read(text)).toEqual({ weight });
  });

  test.each(['100.1', '101', '-101', '-100.1', '1000', '50%', 'x', '1,1234567', ''])('can’t be “%s”', (text) => {
    expect(read(text)).toEqual([['bad-weight', 7, { value: text, min: -100 }]]);
  });

  test('needs a value, and may not be below what is allowed', () => {
    expect(read(true)).toEqual([['bad-weight', 7, { value: '', min: -100 }]]);
    expect([read('-1', 0), read('0', 0)]).toEqual([[['bad-weight', 7, { value: '-1', min: 0 }]], { weight: 0 }]);
  });

  test('may be left out', () => {
    expect(read(undefined)).toEqual({});
  });
});

describe('the weights of choices', () => {
  const line = (right: boolean, weight?: number, text = 'Vert') => ({
    item: item(weight === undefined ? undefined : String(weight), text),
    right,
    ...(weight !== undefined && { weight }),
  });
  const check = (several: boolean, ...lines: readonly ReturnType<typeof line>[]): unknown[] =>
    reports((context) => checkWeights(lines, several, context));

  test('are all there, or none is', () => {
    expect(check(true, line(true), line(false))).toEqual([]);
    expect(check(true, line(true, 100), line(false, undefined, 'R'.repeat(70)))).toEqual([['weight-missing', 1, { item: 'R'.repeat(60) }]]);
    expect(check(true, line(false), line(true, 90), line(false))).toEqual(Array(2).fill(['weight-missing', 1, { item: 'Vert' }]));
  });

  test('belong to the boxes, if several can be ticked', () => {
    expect(check(true, line(true, 0), line(false, 100))).toEqual([
      ['weight-of-other-box', 1, { item: 'Vert', value: 0, box: '[ ]' }],
      ['weight-of-other-box', 1, { item: 'Vert', value: 100, box: '[x]' }],
    ]);
    expect(check(true, line(true, 90), line(false, 1))).toEqual([['weight-of-other-box', 1, { item: 'Vert', value: 1, box: '[x]' }]]);
    expect(check(true, line(true, 100), line(false, -50))).toEqual([]);
    expect(check(false, line(true, 100), line(false, 50))).toEqual([]);
  });

  test('of the ticked ones add up to 100, except for rounding', () => {
    expect(check(true, line(true, 33), line(true, 33), line(true, 33), line(false, 0))).toEqual([]);
    expect(check(true, line(true, 50), line(true, 51))).toEqual([]);
    expect(check(true, line(true, 50), line(true, 49))).toEqual([]);
    expect(check(true, line(true, 50), line(true, 48.9))).toEqual([['weight-sum', 1, { sum: 98.9, example: '{weight=50}' }]]);
    const lines = [line(false, -5), line(true, 20), line(true, 30)].map((one, at) => ({ ...one, item: { ...one.item, at: { line: at } } }));
    expect(check(true, ...(lines as ReturnType<typeof line>[]))).toEqual([['weight-sum', 1, { sum: 50, example: '{weight=50}' }]]);
    expect(check(true, line(true, 50.25), line(true, 51))).toEqual([['weight-sum', 1, { sum: 101.3, example: '{weight=50}' }]]);
    expect(check(true, line(true, 20), line(true, 20), line(true, 20))).toEqual([['weight-sum', 1, { sum: 60, example: '{weight=33.3}' }]]);
    expect(check(true, ...Array.from({ length: 6 }, () => line(true, 10)))).toEqual([
      ['weight-sum', 1, { sum: 60, example: '{weight=16.6}' }],
    ]);
    expect(check(false, line(false, 0), line(false, 50))).toEqual([]);
  });

  test('are not added up where one was refused', () => {
    const refused = { item: item('x'), right: true };
    expect(check(true, line(true, 20), refused)).toEqual([]);
  });
});
