import { expect, it } from 'vitest';
import type { Block } from '../../../../build/model/source.ts';
import { readText } from '../../../helpers/read-text.ts';

const items = (text: string) => readText(text).blocks.flatMap((block: Block) => (block.kind === 'list' ? block.items : []));

it('takes a line that is only one link for a link to a place', () => {
  const [only, around, two, text] = items(
    '- [Voir *le quai*](#quai)\n- Voir [le quai](#quai)\n- [Le quai](#quai) et [la voie](#voie)\n- Rien',
  );
  expect([only?.link?.page, only?.link?.html()]).toEqual(['quai', 'Voir <em>le quai</em>']);
  expect([around?.link, two?.link, text?.link]).toEqual([undefined, undefined, undefined]);
});

it('keeps the plain text of a line without typography, for keys and the lock', () => {
  const [plain, marked] = items("- L'arrêt : fin\n- L'*arrêt* **net** `x`");
  expect([plain?.text, plain?.html()]).toEqual(["L'arrêt : fin", 'L’arrêt\u00a0: fin']);
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
});

it('reads what stands behind a bar of a heading as a line of its own, at its place', () => {
  const { blocks, env } = readText('Un mot.\n\n:::cards\n## Rame | Un *tram* [ici](#quai)\n:::');
  const directive = blocks.find((block) => block.kind === 'directive');
  const [heading] = directive?.kind === 'directive' ? directive.directive.body : [];
  const second = heading?.kind === 'heading' ? heading.second : undefined;
  expect([second?.text, second?.html(), second?.at.line]).toEqual(['Un tram ici', 'Un <em>tram</em> <a href="#p-quai">ici</a>', 4]);
  expect(env.pageLinks.map(({ page, at }) => [page, at.line])).toEqual([['quai', 4]]);
});
