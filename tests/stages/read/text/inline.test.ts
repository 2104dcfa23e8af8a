import { expect, it } from 'vitest';
import { noteReferencesIn } from '../../../../build/model/markers.ts';
import type { Block } from '../../../../build/model/source.ts';
import { readText } from '../../../helpers/read-text.ts';

const items = (text: string) => readText(text).blocks.flatMap((block: Block) => (block.kind === 'list' ? block.items : []));

it('takes a line that is only one link for a link to a place', () => {
  const [only, around, two, text] = items(
    '- [Voir *le quai*](#quai)\n- Voir [le quai](#quai)\n- [Le quai](#quai) et [la voie](#voie)\n- Rien',
  );
  expect([only?.link?.page, only?.link?.html()]).toEqual(['quai', 'Voir <em>le quai</em>']);
  expect([around?.link, two?.link, text?.link]).toEqual([undefined, undefined, undefined]);
  const blanks = items('- &nbsp;[Le *quai*](#quai)\n- [La voie](#voie)&nbsp;');
  expect(blanks.map(({ link }) => [link?.page, link?.html()])).toEqual([
    ['quai', 'Le <em>quai</em>'],
    ['voie', 'La voie'],
  ]);
});

it('gives each of several lines its own place, with where it is written', () => {
  expect(items('- [Un](#un)\n- [Deux](#deux)').map(({ link }) => [link?.page, link?.at.line, link?.at.column])).toEqual([
    ['un', 1, 8],
    ['deux', 2, 10],
  ]);
});

it('keeps the plain text of a line without typography, for keys and the lock', () => {
  const [plain, marked] = items("- L'arrêt : fin\n- L'*arrêt* **net** `x`");
  expect([plain?.text, plain?.html()]).toEqual(["L'arrêt : fin", 'L’arrêt\u00a0: fin']);
  expect(items('- &nbsp;Le fer &amp; la fonte').map(({ text, html }) => [text, html()])).toEqual([
    ['Le fer & la fonte', 'Le fer &amp; la fonte'],
  ]);
  expect(items('- Le   quai\n  du\tnord')[0]?.text).toBe('Le quai du nord');
  expect([marked?.text, marked?.html()]).toEqual(["L'arrêt net x", 'L’<em>arrêt</em> <strong>net</strong> <code>x</code>']);
});

it('gives a line the position of its text', () => {
  expect(items('Un mot.\n\n- Le patin').map(({ at }) => [at.line, at.column])).toEqual([[3, 1]]);
});

it('makes links of addresses in cells, not in lines of lists', () => {
  const { blocks } = readText('| Site |\n|---|\n| https://example.org |');
  const cell = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))[0];
  expect(cell?.html()).toMatch(/^<a href="https:\/\/example\.org"/);
  expect(items('- Voir https://example.org')[0]?.html()).toBe('Voir https://example.org');
});

it('reads what stands behind a bar of a heading as a line of its own, at its place', () => {
  const { blocks, env } = readText('Un mot.\n\n:::cards\n## Rame | Un *tram* [ici](#quai)\n:::');
  const directive = blocks.find((block) => block.kind === 'directive');
  const [heading] = directive?.kind === 'directive' ? directive.directive.body : [];
  const second = heading?.kind === 'heading' ? heading.second : undefined;
  expect([second?.text, second?.html(), second?.at.line]).toEqual(['Un tram ici', 'Un <em>tram</em> <a href="#p-quai">ici</a>', 4]);
  expect(env.pageLinks.map(({ page, at }) => [page, at.line])).toEqual([['quai', 4]]);
});

/** Cells of the one table of a text, with what is in them. */
const cells = (text: string) =>
  readText(text).blocks.flatMap((block) => (block.kind === 'table' ? [...block.header, ...block.rows.flat()] : []));

it('finds a cell by its first text, in its own row', () => {
  const places = (row: string): string[] =>
    cells(`| Rame | Le tram |\n|---|---|\n${row}`)
      .slice(2)
      .map(({ text, at }) => `${text} ${at.line}:${at.column}`);
  expect(places('| Le tram | Rame |')).toEqual(['Le tram 3:3', 'Rame 3:13']);
  expect(places('| `quai` bleu | *Rame* |')).toEqual(['quai bleu 3:9', 'Rame 3:18']);
  expect(places('| `quai` | ![x](quai.svg) |')).toEqual(['quai 3:1', 'x 3:1']);
  expect(places('| `a` `b` mot | Le *beau* tram |')).toEqual(['a b mot 3:10', 'Le beau tram 3:17']);
  expect(places('| Le tram du matin &amp; du soir | Rame |')[0]).toBe('Le tram du matin & du soir 3:3');
  expect(places('| | Le tram du matin et du soir |')).toEqual([' 3:1', 'Le tram du matin et du soir 3:5']);
});

it('fills blanks in blocks, lines and cells, and keeps all else', () => {
  const blank = (content: string): string => `<input value="${content}">`;
  const filled = 'Le <input value="patin">\u00a0: {chef}';
  const [prose] = readText('Le [[patin]] : \\{chef}').blocks;
  expect(prose?.kind === 'prose' && [prose.html(blank), prose.html()]).toEqual([`<p>${filled}</p>`, '<p>Le [[patin]]\u00a0: {chef}</p>']);
  expect(items('- Le [[patin]] : \\{chef}')[0]?.html(blank)).toBe(filled);
  expect(cells('| a |\n|---|\n| Le [[patin]] : \\{chef} |')[1]?.html(blank)).toBe(filled);
});

it('keeps notes in lines and in texts with blanks, where they are to be refused', () => {
  const note = '\n\n[^1]: Il frotte.';
  const noted = (html: string | undefined) => noteReferencesIn(html).map(({ label, html: text, isInLine }) => [label, text, isInLine]);
  const [prose] = readText(`Le patin[^1].${note}`).blocks;
  const html = prose?.kind === 'prose' ? [prose.html(), prose.html(() => '')] : [];
  expect(html.map(noted)).toEqual([[['1', '<p>Il frotte.</p>', false]], [['1', '<p>Il frotte.</p>', true]]]);
  expect(noted(items(`- Le patin[^1]${note}`)[0]?.html())).toEqual([['1', '<p>Il frotte.</p>', true]]);
  expect(noted(cells(`| Le patin[^1] |\n|---|${note}`)[0]?.html())).toEqual([['1', '<p>Il frotte.</p>', true]]);
});
