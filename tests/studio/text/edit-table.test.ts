import { describe, expect, test } from 'vitest';
import type { RowText } from '../../../build/studio/text/edit-parts.ts';
import { addColumn, addRow, moveRow, removeColumn, removeRow, setCell, shownCell } from '../../../build/studio/text/edit-table.ts';
import { applied, tableIn, wordsOf } from '../../helpers/body-text.ts';

const TABLE = '| A | B |\n|---|---|\n| un | deux |\n| trois | |\n';

function rowIn(text: string, index: number): RowText {
  const row = tableIn(text).rows[index];
  if (!row) throw new Error('no row');
  return row;
}

const cellsIn = (text: string): (string | null)[][] =>
  tableIn(text).rows.map(({ cells }) => cells.map((cell) => shownCell(wordsOf(text, cell) ?? '')));

describe('cells', () => {
  test.each([
    [TABLE, 1, 1, 'x | y', TABLE.replace('deux', 'x \\| y')],
    [TABLE, 1, 1, 'x \\| y', TABLE.replace('deux', 'x \\| y')],
    [TABLE, 1, 1, 'x | y | z', TABLE.replace('deux', 'x \\| y \\| z')],
    [TABLE, 1, 0, ' a\nb\n c ', TABLE.replace('un', 'a b c')],
    ['| A | B |\n|---|---|\n| un |  \n', 1, 1, 'x', '| A | B |\n|---|---|\n| un | x |  \n'],
    [TABLE, 2, 1, 'quatre', TABLE.replace('trois | |', 'trois | quatre |')],
    [TABLE, 2, 1, '', TABLE],
    [TABLE, 1, 0, '', TABLE.replace('un', '')],
    [TABLE, 1, 0, 'un', TABLE],
    ['| A | B | C |\n|---|---|---|\n| un |\n', 1, 2, 'x', '| A | B | C |\n|---|---|---|\n| un | | x |\n'],
    ['A | B | C\n---|---|---\nun | deux\n', 1, 2, 'x', 'A | B | C\n---|---|---\nun | deux | x |\n'],
    ['| A | B |\n|---|---|\n| un |\n', 1, 1, ' ', '| A | B |\n|---|---|\n| un |\n'],
  ])('%j: cell %i/%i becomes %j', (text, row, column, value, expected) => {
    expect(applied(text, setCell(text, rowIn(text, row), column, value))).toBe(expected);
  });

  test.each([
    ['A | B\n---|---\nun |', 1, 1, 'x', 'A | B\n---|---\nun | x |'],
    ['A | B\n---|---\n|', 1, 1, 'x', 'A | B\n---|---\n| | x |'],
    ['| A | B |\n|---|---|\n| a \\|', 1, 1, 'x', '| A | B |\n|---|---|\n| a \\| | x |'],
    ['| A |\n|---|\n| |', 1, 0, 'x', '| A |\n|---|\n| x |'],
    ['| A |\n|---|\n||', 1, 0, 'x', '| A |\n|---|\n| x |'],
    ['| A |\n|---|', 0, 0, '|', '| \\| |\n|---|'],
  ])('%j: cell %i/%i is %j', (text, row, column, value, expected) => {
    expect(applied(text, setCell(text, rowIn(text, row), column, value))).toBe(expected);
  });

  test('words are shown with their bars', () => {
    expect(shownCell(' a \\| b \\| c ')).toBe('a | b | c');
  });
});

describe('rows', () => {
  test('an empty one is added below another; below the header it is the first one', () => {
    expect(applied(TABLE, addRow(tableIn(TABLE), 0))).toBe(TABLE.replace('|---|---|\n', '|---|---|\n| | |\n'));
    expect(applied(TABLE, addRow(tableIn(TABLE), 1))).toBe(TABLE.replace('deux |\n', 'deux |\n| | |\n'));
    expect(applied(TABLE, addRow(tableIn(TABLE), 9))).toBe(`${TABLE}| | |\n`);
  });

  test('any but the header is removed', () => {
    expect(applied(TABLE, removeRow(tableIn(TABLE), 2))).toBe(TABLE.replace('| trois | |\n', ''));
    expect([removeRow(tableIn(TABLE), 0), removeRow(tableIn(TABLE), 3)]).toEqual([[], []]);
  });

  test('rows move below the header only', () => {
    const moved = '| A | B |\n|---|---|\n| trois | |\n| un | deux |\n';
    expect(applied(TABLE, moveRow(TABLE, tableIn(TABLE), 2, -1))).toBe(moved);
    expect(applied(TABLE, moveRow(TABLE, tableIn(TABLE), 1, 1))).toBe(moved);
    expect([moveRow(TABLE, tableIn(TABLE), 1, -1), moveRow(TABLE, tableIn(TABLE), 0, 1), moveRow(TABLE, tableIn(TABLE), 2, 1)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

const TABLES = {
  bars: TABLE,
  'no bars at the ends': 'A | B\n--- | :-:\nun | deux\ntrois |\n',
  'rows of several lengths': '| A | B |\n|:--|--:|\n| un |\n| deux | trois | quatre | cinq |\n| six | sept | huit |\n',
  'bars in words': '| a \\| b | c |\n|---|---|\n| d \\| e | f \\| g |\n| | |\n',
};

describe.each(Object.entries(TABLES))('columns: %s', (_, text) => {
  test('one is added at the end of each row, and removed again', () => {
    const before = cellsIn(text);
    const wide = applied(text, addColumn(text, tableIn(text)));
    const expected = before.map((row) => (row.length > 2 ? row : [...row, ...Array<string>(3 - row.length).fill('')]));
    expect(cellsIn(wide)).toEqual(expected);
    expect(wordsOf(wide, tableIn(wide).rule)?.match(/-+/g)).toHaveLength(3);
    const again = applied(wide, removeColumn(wide, tableIn(wide), 2));
    expect(cellsIn(again)).toEqual(expected.map((row) => row.toSpliced(2, 1)));
    expect(wordsOf(again, tableIn(again).rule)?.match(/-+/g)).toHaveLength(2);
  });

  test.each([0, 1])('column %i is removed from each row and from the rule', (column) => {
    const changes = removeColumn(text, tableIn(text), column);
    expect(changes.map(({ from }) => from)).toEqual(changes.map(({ from }) => from).sort((one, other) => one - other));
    const after = applied(text, changes);
    const rows = cellsIn(after);
    const expected = cellsIn(text).map((row) => row.toSpliced(column, 1));
    expect(rows.map((row) => row.filter((cell) => cell !== ''))).toEqual(expected.map((row) => row.filter((cell) => cell !== '')));
    expect(rows[0]).toEqual(expected[0]);
    expect(wordsOf(after, tableIn(after).rule)?.match(/:?-+:?/g)).toEqual(
      wordsOf(text, tableIn(text).rule)
        ?.match(/:?-+:?/g)
        ?.toSpliced(column, 1),
    );
  });
});

test.each([
  ['|\n---|\n| un |', '| | |\n---| --- |\n| un | |'],
  ['A \\|\n|---|\nun |', 'A \\| | |\n|---| --- |\nun | |'],
])('a column is added to %j, whose last cell is open', (text, expected) => {
  expect(applied(text, addColumn(text, tableIn(text)))).toBe(expected);
});

test('the only bar of a row stays: without it, the lines would be no table', () => {
  const text = '| A |\n|---|\n| un\n';
  expect(applied(text, removeColumn(text, tableIn(text), 0))).toBe('|\n|\n|\n');
});

test.each([
  ['| A | B\n|---|---\n| un | deux\n', '| A \n|---\n| un \n'],
  ['a \\| b | c\n---|---\nd | e\n', 'a \\| b |\n---|\nd |\n'],
])('the last column of %j is removed with its bar, unless that is the only one', (text, expected) => {
  expect(applied(text, removeColumn(text, tableIn(text), 1))).toBe(expected);
});
