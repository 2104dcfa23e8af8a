import { expect, test } from 'vitest';
import type { Directive } from '../../../../build/model/source.ts';
import { readBands, sorted } from '../../../../build/stages/check/body/bands.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';

const AT = { file: 'a.md', line: 1, column: 1 };

interface Given {
  readonly from?: string | true;
  readonly more?: readonly string[];
  readonly id?: string;
  readonly isTorn?: boolean;
  readonly body?: readonly string[];
}

function directive({ from, more = [], id, isTorn = false, body = ['Bien.'] }: Given): Directive {
  const keys = [...(from === undefined ? [] : [['from', from] as const]), ...more.map((key) => [key, 'x'] as const)];
  const entries = keys.map(([key, value]) => ({ key, value, at: { ...AT, column: 9 } }));
  return { name: 'band', at: AT, attributes: { entries, id, isTorn, at: { ...AT, column: 5 } }, body } as unknown as Directive;
}

function read(...given: readonly Given[]) {
  const found: unknown[] = [];
  const context = {
    error: (code: string, at: { readonly column: number }, values?: object) => found.push([code, at.column, ...(values ? [values] : [])]),
    html: (body: readonly string[]) => `<p>${body.join('')}</p>`,
  } as unknown as FormContext;
  const bands = readBands(given.map(directive), context).map(({ from, feedback }) => [from, feedback]);
  return [bands, found];
}
const example = { key: 'from', example: 'from=70' };

test('bands are sorted, the highest first, and the given list stays', () => {
  const list = [{ from: 0 }, { from: 100 }, { from: 70 }];
  expect([sorted(list).map(({ from }) => from), list[0]?.from]).toEqual([[100, 70, 0], 0]);
  expect(read({ from: '0', body: ['Bas.'] }, { from: '100' }, { from: '70' })).toEqual([
    [
      [100, '<p>Bien.</p>'],
      [70, '<p>Bien.</p>'],
      [0, '<p>Bas.</p>'],
    ],
    [],
  ]);
});

test.each(['101', '-1', '7.5', '70%', 'x', '0070'])('a start of “%s” is refused', (from) => {
  expect(read({ from })).toEqual([[], [['bad-attribute', 9, { value: from, ...example }]]]);
});

test('a start without a value is refused', () => {
  expect(read({ from: true })).toEqual([[], [['bad-attribute', 9, { value: 'true', ...example }]]]);
});

test('a start is needed, unless the attributes could not be read at all', () => {
  expect(read({})).toEqual([[], [['missing-attribute', 1, { name: 'band', ...example }]]]);
  expect(read({ isTorn: true })).toEqual([[], []]);
  expect(read({ isTorn: true }, { from: '70' })[0]).toEqual([[70, '<p>Bien.</p>']]);
});

test('nothing else may be written, neither an attribute nor an id', () => {
  const unknown = (key: string, column: number): unknown => ['unknown-attribute', column, { name: 'band', key, near: '', keys: 'from' }];
  expect(read({ from: '70', more: ['till', 'below'] })).toEqual([[[70, '<p>Bien.</p>']], [unknown('till', 9)]]);
  expect(read({ from: '70', id: 'x', more: ['till'] })[1]).toEqual([unknown('#x', 5)]);
});

test('an empty band, and two with the same start, are reported', () => {
  expect(read({ from: '70', body: [] })[1]).toEqual([['empty-band', 1]]);
  expect(read({ from: '70' }, { from: '70', body: ['Autre.'] })).toEqual([[[70, '<p>Autre.</p>']], [['band-twice', 1, { from: 70 }]]]);
});
