import { expect, it } from 'vitest';
import type { ComparisonBody } from '../../../../build/stages/check/forms/comparison.ts';
import { definition } from '../../../../templates/compare/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const TABLE = `:::compare{#freins}
Comparez.

| Frein | Force | Usage |
|---|:-:|---|
| Patin | par [[frottement]] : fort | [[l'arrêt]] |
| Rail | [[Frottement]] | l'urgence |
:::`;

const read = (text: string) => {
  const { options, found, reports } = readActivity('compare', definition, text);
  return { found, reports, ...(options as unknown as ComparisonBody) };
};

it('reads cells to fill in with the text around them, typeset', () => {
  const { found, rows, columns, asks, aligns, prompt } = read(TABLE);
  expect([found, columns, asks, aligns, prompt]).toEqual([[], ['Frein', 'Force', 'Usage'], true, ['', 'center', ''], '<p>Comparez.</p>']);
  expect(rows[0]?.cells.map(({ lead, trail }) => [lead, trail])).toEqual([
    ['par ', '\u00a0: fort'],
    ['', ''],
  ]);
  expect(rows[1]?.cells[1]).toEqual({ lead: 'l’urgence', trail: '' });
  const marked = read(TABLE.replace('| Patin', "| L'*axe*").replace('| Frein', "| L'*outil*"));
  expect([marked.rows[0]?.title, marked.rows[0]?.text, marked.columns[0]]).toEqual(['L’<em>axe</em>', 'L’axe', 'L’<em>outil</em>']);
  expect(read(TABLE.replace('[[Frottement]] | ', '[[Frottement | ')).reports).toEqual(['unclosed-blank:7:1']);
  expect(read(TABLE.replace('| Rail', '| [[Rail')).reports).toEqual(['unclosed-blank:7:1']);
  expect(read(TABLE.replace('|:-:|', '|---|')).aligns).toBeUndefined();
});

it('makes equal answers one choice, whatever their case', () => {
  const { blanks, rows } = read(TABLE);
  expect(blanks.map(({ text }) => text)).toEqual(['frottement', 'l’arrêt', 'Frottement']);
  expect(blanks.map(({ answer }) => answer)).toEqual([blanks[0]?.token, blanks[1]?.token, blanks[0]?.token]);
  expect([rows[0]?.cells[0]?.token, rows[1]?.cells[0]?.token]).toEqual([blanks[0]?.token, blanks[2]?.token]);
});

it('gives three equal answers the token of the first', () => {
  const { blanks } = read(TABLE.replace("[[l'arrêt]]", '[[FROTTEMENT]]'));
  expect(blanks.map(({ answer }) => answer)).toEqual(blanks.map(() => blanks[0]?.token));
});

it('is no question without a cell to fill in; short rows get empty cells', () => {
  const { found, asks, rows } = read(TABLE.replace(/\[\[|\]\]/g, '').replace(" | l'urgence |", ' |'));
  expect([found, asks, rows[1]?.cells[1]]).toEqual([[], false, { lead: '', trail: '' }]);
  expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
});

it('is a question with one cell to fill in', () => {
  const { asks, blanks } = read(TABLE.replace('[[frottement]]', 'frottement').replace("[[l'arrêt]]", "l'arrêt"));
  expect([asks, blanks.map(({ text }) => text)]).toEqual([true, ['Frottement']]);
});

it('takes the first of two blanks in a cell for its own', () => {
  const { rows, blanks } = read(TABLE.replace('fort |', '[[fort]] |'));
  expect([rows[0]?.cells[0]?.token, rows[0]?.cells[0]?.lead]).toEqual([blanks[0]?.token, 'par ']);
});

it.each([
  ['no table', ':::compare{#freins}\nComparez.\n:::', 'no-table:1:1 name=compare'],
  ['an empty blank', TABLE.replace('[[frottement]]', '[[ ]]'), 'empty-blank:6:1'],
  ['a variable as an answer', TABLE.replace('frottement', '{{chef}}'), 'answer-in-variable:6:1 name=chef'],
  ['a variable with spaces around it', TABLE.replace('frottement', '{{ chef }}'), 'answer-in-variable:6:1 name=chef'],
  ['two blanks in a cell', TABLE.replace('fort |', '[[fort]] |'), 'two-blanks-in-cell:6:1'],
  ['an unclosed blank', TABLE.replace('frottement]]', 'frottement'), 'unclosed-blank:6:1'],
  ['a blank that is only closed', TABLE.replace('[[frottement]]', 'frottement]]'), 'unclosed-blank:6:1'],
  ['an empty blank in the name of a row', TABLE.replace('| Rail', '| [[]]'), 'stray-blank:7:1 text='],
  ['an unclosed blank behind the name of a row', TABLE.replace('| Rail', '| Le [[rail'), 'unclosed-blank:7:1'],
  ['a blank in the name of a row', TABLE.replace('| Rail', '| [[Rail]]'), 'stray-blank:7:1 text=Rail'],
  ['a blank in the name of a column', TABLE.replace('| Force', '| [[Force]]'), 'stray-blank:4:1 text=Force'],
  ['a row without a name', TABLE.replace('| Rail', '| '), 'row-without-title:7:1'],
  ['a text below the table', TABLE.replace(/:::$/, '\nVoilà.\n:::'), 'text-after-answers:9:1'],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));
