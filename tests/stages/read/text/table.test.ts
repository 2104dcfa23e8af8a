import { expect, test } from 'vitest';
import { CHOICE, page } from '../../../bad-input/cases.ts';
import { depotPage, depotQuestion, renderDepot } from '../../../helpers/depot-page.ts';
import { readText } from '../../../helpers/read-text.ts';

const TABLE = '| Rame | Places | Vitesse |\n|:-----|:------:|--------:|\n| A | 120 | 60 |';

/** Alignments of the cells of a page, row by row. */
function aligns(html: string): string[] {
  return [...html.matchAll(/<t[hd]\b([^>]*)>/g)].map(([, attributes = '']) => /data-align="(\w+)"/.exec(attributes)?.[1] ?? '');
}

test('columns are set as the colons under them say, without a style of their own', () => {
  expect(aligns(depotPage(TABLE))).toEqual(['', 'center', 'right', '', 'center', 'right']);
  expect(aligns(depotPage(TABLE.replace(/:/g, '-')))).toEqual(['', '', '', '', '', '']);
  expect(depotPage(TABLE)).not.toContain('style=');
});

test('a row with more cells than columns is reported; bars around a row, and those behind a backslash, are none', () => {
  const rows = (...lines: string[]) => readText(['| a | b |', '|---|---|', ...lines].join('\n'));
  expect(rows('| c | d |', 'e | f', ' | g \\| h \\| i | j |  ', '| k |').found).toEqual([]);
  const { found, values } = rows('| c | d |', ' | e | f | g |');
  expect([found, values]).toEqual([['too-many-cells 4:2'], { cells: 3, columns: 2, row: '| e | f | g |' }]);
  expect(rows('e | f | g').found).toEqual(['too-many-cells 3:3']);
  expect(rows('| c | d |', '# Un | deux | trois').found).toEqual([]);
  expect(rows(`| ${'x'.repeat(120)} | f | g |`).values?.row).toHaveLength(100);
});

test('a table has one alignment for each column', () => {
  const [table] = readText(`${TABLE}\n| B | 80 | 55 |`).blocks;
  expect(table?.kind === 'table' && [table.aligns, table.header.length, table.rows.length]).toEqual([['', 'center', 'right'], 3, 2]);
});

test('cells have the line of their row', () => {
  const { blocks } = readText('Un mot.\n\n| a | b |\n|---|---|\n| c | d |\n| c | d |');
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? [block.header, ...block.rows] : []));
  expect(cells.map((row) => row.map(({ text, at }) => `${text} ${at.line}:${at.column}`))).toEqual([
    ['a 3:3', 'b 3:7'],
    ['c 5:3', 'd 5:7'],
    ['c 6:3', 'd 6:7'],
  ]);
});

test('tables with a caption and tables to compare are set so, too', () => {
  expect(aligns(depotPage(`:::table{caption="Les rames"}\n${TABLE}\n:::`))).toEqual(['', 'center', 'right', '', 'center', 'right']);
  const compared = depotPage(`:::compare{#rames-ab}\n${TABLE}\n| B | 80 | 55 |\n:::`);
  expect(aligns(compared)).toEqual(['', 'center', 'right', '', 'center', 'right', '', 'center', 'right']);
});

test('code between fences and behind four spaces scrolls inside itself, and is left as it is', () => {
  const code = '<pre class="c-scroll" tabindex="0"><code>l\'arrêt : «&quot;x&quot;» {{chef}}\n  fin\n</code></pre>';
  expect(depotPage('```\nl\'arrêt : «"x"» {{chef}}\n  fin\n```')).toBe(code);
  expect(depotPage('    l\'arrêt : «"x"» {{chef}}\n      fin')).toBe(code);
  expect(depotPage('Un texte\n    qui continue.')).toBe('<p>Un texte\nqui continue.</p>');
});

test('code stands in lists, quotations, callouts, feedback and cards', () => {
  const code = /<pre class="c-scroll" tabindex="0"><code>frein\n<\/code><\/pre>/;
  expect(depotPage('- un point\n\n      frein')).toMatch(code);
  expect(depotPage('> ~~~\n> frein\n> ~~~')).toMatch(code);
  expect(depotPage(':::callout\n    frein\n:::')).toMatch(code);
  expect(depotPage(':::cards{#mots}\n## Frein\n\n    frein\n\n## Rail | Barre\n:::')).toMatch(code);
  const { feedback } = depotQuestion(renderDepot(page(CHOICE.replace('- [ ]', '> ```\n> frein\n> ```\n- [ ]'))));
  expect(feedback[0]).toMatch(code);
});
