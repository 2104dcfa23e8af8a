import { expect, test } from 'vitest';
import { alignOf } from '../../../../build/stages/read/text/column-align.ts';
import { readText } from '../../../helpers/read-text.ts';

test('columns are aligned as their colons ask', () => {
  const [table] = readText('| a | b | c | d |\n|---|:-:|--:|:--|\n| e | f | g | h |').blocks;
  expect(table?.kind === 'table' && table.aligns).toEqual(['', 'center', 'right', '']);
});

test.each([
  ['text-align:center', 'center'],
  ['text-align:right', 'right'],
  ['text-align:left', ''],
  ['text-align:right;color:red', ''],
  ['x text-align:right', ''],
  [null, ''],
])('%j', (style, align) => {
  expect(alignOf({ attrGet: () => style } as unknown as Parameters<typeof alignOf>[0])).toBe(align);
});

test('a cell that is missing is at the start', () => {
  expect(alignOf(undefined)).toBe('');
});
