import { expect, it } from 'vitest';
import { tokenMarker } from '../../../../build/model/markers.ts';
import type { GridBody } from '../../../../build/stages/check/forms/grid.ts';
import { definition } from '../../../../templates/stakeholder-map/type.ts';
import { readActivity } from '../../../helpers/read-activity.ts';

const DEPOT = `:::stakeholder-map{#acteurs x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}
Où placez-vous chacun ?

## fort, fort
- La cheffe
> Elle décide.

## fort, faible
- Les *voyageurs*

## faible, fort
- Le service des eaux

## faible, faible
- Le club de boules
:::`;

const read = (text: string, lang: 'fr' | 'en' = 'fr') => {
  const { options, found, reports, activity } = readActivity('stakeholder-map', definition, text, lang);
  return { found, reports, parts: activity?.parts ?? [], ...(options as unknown as GridBody) };
};

it('shows the highest row first, with a description of each cell', () => {
  const { found, rows } = read(DEPOT);
  expect(found).toEqual([]);
  expect(rows.map(({ text, cells }) => [text, cells.map((cell) => cell.text)])).toEqual(
    [
      ['fort', ['Intérêt\u202f: faible\u202f; pouvoir\u202f: fort', 'Intérêt\u202f: fort\u202f; pouvoir\u202f: fort']],
      ['faible', ['Intérêt\u202f: faible\u202f; pouvoir\u202f: faible', 'Intérêt\u202f: fort\u202f; pouvoir\u202f: faible']],
    ].map(([text, cells]) => [text, (cells as string[]).map((cell) => cell.replaceAll('\u202f:', '\u00a0:'))]),
  );
});

it('writes a description in the signs of its language, and leaves a name in capitals as it is', () => {
  const text = DEPOT.replace('y="Pouvoir;', 'y="ARS;');
  expect(read(text, 'en').rows[0]?.cells.map((cell) => cell.text)).toEqual(['Intérêt: faible; ARS: fort', 'Intérêt: fort; ARS: fort']);
});

it('gives each actor the cell of its heading, and its feedback', () => {
  const { items, rows } = read(DEPOT);
  const cellAt = (row: number, column: number) => rows[row]?.cells[column]?.token;
  expect(items.map(({ text, cell, feedback }) => [text, cell, feedback])).toEqual([
    ['La cheffe', cellAt(0, 1), '<p>Elle décide.</p>'],
    ['Les voyageurs', cellAt(1, 1), undefined],
    ['Le service des eaux', cellAt(0, 0), undefined],
    ['Le club de boules', cellAt(1, 0), undefined],
  ]);
  expect(items[1]?.html).toBe('Les <em>voyageurs</em>');
});

it('without headings has no right cells, and all cells of the axes', () => {
  const { found, items, rows, prompt } = read(DEPOT.replace(/\n## .*\n/g, '').replace('> Elle décide.\n', '> Elle décide.\n\n'));
  expect([found.filter((code) => !code.startsWith('text-after')), prompt, rows.flatMap(({ cells }) => cells).length]).toEqual([
    [],
    '<p>Où placez-vous chacun\u202f?</p>',
    4,
  ]);
  expect(items.every(({ cell }) => cell === undefined)).toBe(true);
  expect(items[0]).toMatchObject({ text: 'La cheffe', feedback: '<p>Elle décide.</p>' });
  const bare = (lines: string) => read(`${DEPOT.slice(0, DEPOT.indexOf('## '))}${lines}\n:::`);
  expect(bare('- La *cheffe*\n- Le club').items).toMatchObject([
    { html: 'La <em>cheffe</em>', text: 'La cheffe', token: tokenMarker(0) },
    { text: 'Le club', token: tokenMarker(1) },
  ]);
  expect([bare('- La cheffe\n- la cheffe').reports, bare('- [x] La cheffe').reports, bare('- La cheffe {x}\n\nTexte.').reports]).toEqual([
    ['item-twice:5:1 item=la cheffe'],
    ['needless-box:4:1 item=La cheffe'],
    ['unknown-attribute:4:14 name=stakeholder-map key=x near=', 'text-after-answers:6:1'],
  ]);
});

it.each([
  ['an actor in two cells', DEPOT.replace('Le club de boules', 'La cheffe'), 'actor-in-two-cells:15:1 item=La cheffe'],
  [
    'an actor twice in one cell',
    DEPOT.replace('- Les *voyageurs*', '- Les voyageurs\n- Les voyageurs'),
    'item-twice:10:1 item=Les voyageurs',
  ],
  [
    'a heading that names no cell',
    DEPOT.replace('## faible, fort', '## faible, moyen'),
    'unknown-cell:11:1 title=faible, moyen across=faible, fort up=faible, fort cell=faible, fort',
  ],
  [
    'a heading with its words exchanged for other axes',
    DEPOT.replace('## faible, fort', '## fort'),
    'unknown-cell:11:1 title=fort across=faible, fort up=faible, fort cell=fort, fort',
  ],
])('reports %s', (_, text, reports) => expect(read(text).reports).toEqual([reports].flat()));

it('has a row and a column for each word, the highest row first', () => {
  const { rows } = read(
    DEPOT.replace('x="Intérêt; faible; fort"', 'x="Intérêt; faible; moyen; fort"').replace(
      'y="Pouvoir; faible;',
      'y="Pouvoir; faible; moyen;',
    ),
  );
  expect(rows.map(({ text }) => text)).toEqual(['fort', 'moyen', 'faible']);
  expect(rows[1]?.cells.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ''))).toEqual(
    ['faible', 'moyen', 'fort'].map((word) => `Intérêt: ${word}; pouvoir: moyen`),
  );
});

it('names the words of each axis, and the place that was meant, word by word', () => {
  const wide = DEPOT.replace('x="Intérêt; faible; fort"', 'x="Élan; Faible; moyen; Fort"').replace('y="Pouvoir;', 'y="Élan;');
  const { reports, rows, items } = read(wide.replace('## faible, fort', '## moyn, l’an').replace('## fort, faible', '## moyen, faibl'));
  expect(reports).toEqual([
    'unknown-cell:8:1 title=moyen, faibl across=Faible, moyen, Fort up=faible, fort cell=moyen, faible',
    'unknown-cell:11:1 title=moyn, l’an across=Faible, moyen, Fort up=faible, fort cell=moyen, fort',
  ]);
  expect(rows[0]?.cells[2]?.text.replace(/[\u00a0\u202f]/g, '')).toBe('Élan: Fort; élan: fort');
  expect(rows[0]?.cells[2]?.token).toBe(items[0]?.cell);
});

it('takes the word of x first', () => {
  const wide = DEPOT.replace('x="Intérêt; faible; fort"', 'x="Intérêt; bas; haut"').replace(
    /^## (fort|faible),/gm,
    (_, word) => `## ${word === 'fort' ? 'haut' : 'bas'},`,
  );
  const { reports, items, rows } = read(wide);
  expect([reports, items[1]?.cell]).toEqual([[], rows[1]?.cells[1]?.token]);
  expect(read(wide.replace('## haut, faible', '## faible, haut')).reports).toHaveLength(1);
});

it('typesets the words of the rows', () => {
  expect(read(DEPOT.replace('y="Pouvoir; faible;', 'y="Pouvoir; l\'un; faible;')).rows.map(({ text }) => text)).toEqual([
    'fort',
    'faible',
    'l’un',
  ]);
});

it('takes deeper headings for text, and reports an empty heading or line once', () => {
  const bare = read(`${DEPOT.slice(0, DEPOT.indexOf('## '))}### Qui ?\n- La cheffe\n:::`);
  expect([bare.items.map(({ text }) => text), bare.prompt]).toEqual([['La cheffe'], expect.stringContaining('<h3>Qui\u202f?</h3>')]);
  expect(read(DEPOT.replace('## faible, fort', '##')).reports).toEqual(['card-without-title:11:1 name=stakeholder-map']);
  expect(read(DEPOT.replace('- Le club de boules', '-').replace('- Les *voyageurs*', '-')).reports).toEqual([
    'empty-item:9:1',
    'empty-item:15:1',
  ]);
});

it('quotes at most 60 characters of an actor in two cells', () => {
  const long = 'c'.repeat(61);
  const { reports } = read(DEPOT.replace('La cheffe', long).replace('Le club de boules', long));
  expect(reports).toEqual([`actor-in-two-cells:15:1 item=${'c'.repeat(60)}`]);
});

it('takes the first of two headings of one cell for that cell', () => {
  const { reports, items, rows } = read(DEPOT.replace('## faible, faible', '## Fort, fort'));
  expect(reports).toEqual(['group-twice:14:1 title=Fort, fort']);
  expect(rows[0]?.cells[1]?.token).toBe(items[0]?.cell);
});

it('keeps the token of an actor before those of empty cells', () => {
  expect(read(DEPOT).items[0]?.token).toBe(tokenMarker(1));
});
