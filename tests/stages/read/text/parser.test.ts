import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../../build/model/source.ts';
import type { Environment } from '../../../../build/stages/read/text/environment.ts';
import { sourceLines } from '../../../../build/stages/read/text/source-text.ts';
import { parseBlocks } from '../../../../build/stages/read/text/tree.ts';
import { isLong } from '../../../helpers/sweep.ts';

function parse(text: string): { blocks: Block[]; found: string[] } {
  const found: string[] = [];
  const lines = sourceLines(text);
  const env: Environment = {
    file: 'rames.md',
    lang: 'fr',
    lines,
    report: (code, at) => found.push(`${code} ${at.line}:${at.column}`),
    warn: (code, at) => found.push(`warning ${code} ${at.line}:${at.column}`),
    pageLinks: [],
    variables: [],
    reached: new Map(),
    notes: new Map(),
    asset: (path) => path,
    pictureSize: () => null,
    callout: (kind) => [`<div data-kind="${kind}">`, '</div>'],
  };
  return { blocks: parseBlocks(lines.join('\n'), env), found };
}

/** Renders everything, as the forms do. */
function render(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'directive' ? render(block.directive.body) : block.html())).join('\n');
}

const pieces = fc.constantFrom(
  '# ',
  '## ',
  '### ',
  '- ',
  '- [ ] ',
  '- [x] ',
  '1. ',
  '3. ',
  '> ',
  '| a | b |\n|---|---|\n',
  '| ',
  '\\|',
  ':::',
  ':::choice',
  ':::choice{#a}',
  '::',
  '::figure{src=x.png}',
  '{',
  '}',
  '{#',
  '{{nom}}',
  '[[',
  ']]',
  '[x](',
  ')',
  '![',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<',
  '&lt;',
  '"',
  '«',
  '\n',
  '\n\n',
  '  ',
  '\t',
  '\u00a0',
  'mot',
  ' ',
  ':term[mot]{def="x"}',
  ':lang[w]{en}',
  '---',
  '***',
  '===',
  '    ',
  '[^1]',
  '[^1]: ',
  '[!NOTE]',
  '[(x)]',
  'https://example.org',
  'depot@example.org',
  '$',
  '==',
  '~',
  '^',
  ':mot:',
  '\u202e',
  '😀',
  '\\',
);

test('no text crashes the parser, and no text of an author becomes markup', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 }), (parts) => {
      const { blocks } = parse(parts.join(''));
      expect(render(blocks)).not.toMatch(/<(script|b|iframe|style)\b/i);
    }),
    { numRuns: isLong ? 1500 : 300 },
  );
});

test('a bare ::: closes the one opened last, more colons are for the eye', () => {
  const { blocks, found } = parse(':::quiz{#a}\n:::::choice{#b}\nQ ?\n:::\n:::\n');
  expect(found).toEqual([]);
  const [quiz] = blocks;
  expect(quiz?.kind === 'directive' && quiz.directive.body.map((block) => block.kind)).toEqual(['directive']);
});

test('in code nothing is read', () => {
  const { blocks, found } = parse('```\n:::choice{#a}\n<b>\n{{nom}}\n```\n');
  expect(found).toEqual([]);
  expect(render(blocks)).toContain(':::choice{#a}');
});

test('fences end lists and paragraphs; every other colon is text', () => {
  const { blocks, found } = parse('- un\n- deux\n::: callout\nDépart 14:30 : montez, rapport 1:1, :égalité\n:::\n');
  expect(found).toEqual([]);
  expect(blocks.map((block) => block.kind)).toEqual(['list', 'directive']);
});

test('feedback under an item belongs to it, indented or not, in lists with numbers too', () => {
  const { blocks } = parse('1. un\n> retour un\n2. deux\n  > retour deux\n3. trois\n');
  const [list] = blocks;
  expect(blocks).toHaveLength(1);
  expect(list?.kind === 'list' && list.items.map((item) => [item.text, item.feedback?.() ?? ''])).toEqual([
    ['un', '<p>retour un</p>'],
    ['deux', '<p>retour deux</p>'],
    ['trois', ''],
  ]);
});

test('a no-break space counts as a space in markers', () => {
  const { blocks } = parse('-\u00a0[x]\u00a0oui\n-\u00a0[ ]\u00a0non\n');
  const [list] = blocks;
  expect(list?.kind === 'list' && list.items.map((item) => [item.checked, item.text])).toEqual([
    [true, 'oui'],
    [false, 'non'],
  ]);
});

test('comments are left out; a rule under a line makes no heading of it', () => {
  const { blocks, found } = parse('<!-- à revoir -->\n\nUn texte.\n---\n\nUn titre\n---\n');
  expect(found).toEqual(['underlined-title 6:1']);
  expect(render(blocks)).toBe('<p>Un texte.</p>\n<hr>\n<p>Un titre</p>\n<hr>');
});

test('keys are free of typography, what is read has it', () => {
  const { blocks } = parse("- [x] L'égalité : oui ?\n");
  const [list] = blocks;
  const item = list?.kind === 'list' ? list.items[0] : undefined;
  expect(item?.text).toBe("L'égalité : oui ?");
  expect(item?.html()).toBe('L’égalité\u00a0: oui\u202f?');
});

test('a table is named by its columns, without the answers and notes in them', () => {
  const name = (heads: string) =>
    /<div class="c-scroll"(.*?) tabindex="0"><table>/.exec(render(parse(`${heads}\n|---|---|\n| A | B |\n\n[^1]: Un mot.`).blocks))?.[1];
  expect([name('| Rame | Quai [[trois]] |'), name('| *Rame* & `quai`[^1] | |'), name('| | [[x]] |')]).toEqual([
    ' role="region" aria-label="Rame, Quai"',
    ' role="region" aria-label="Rame &amp; quai"',
    '',
  ]);
});

test('tables scroll in a box of their own, and columns are set without a style', () => {
  expect(render(parse('| a | b |\n|---|--:|\n| c | d |').blocks)).toBe(
    '<div class="c-scroll" role="region" aria-label="a, b" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">a</th>\n' +
      '<th scope="col" data-align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n' +
      '<td data-align="right">d</td>\n</tr>\n</tbody>\n</table></div>',
  );
});

test('texts are escaped, and have the marks of print in French', () => {
  expect(render(parse('Le XIXe & viendra-t-il <').blocks)).toBe(
    '<p>Le XIX<sup>e</sup> &amp; <span class="c-whole">viendra-t-il</span> &lt;</p>',
  );
});

test('code of both forms scrolls in its own box', () => {
  const box = '<pre class="c-scroll" tabindex="0"><code>frein\n</code></pre>';
  expect([render(parse('```\nfrein\n```').blocks), render(parse('    frein').blocks)]).toEqual([box, box]);
});

test('a directive’s line ends a paragraph, a definition, a quotation and a list', () => {
  const kinds = (text: string) => parse(`${text}\n::figure\nUn texte.`).blocks.map(({ kind }) => kind);
  expect(kinds('Un mot.')).toEqual(['prose', 'directive', 'prose']);
  expect(kinds('[a]: https://example.org')).toEqual(['directive', 'prose']);
  expect(kinds('> Un mot.')).toEqual(['quote', 'directive', 'prose']);
  expect(kinds('- Un mot.')).toEqual(['list', 'directive', 'prose']);
});

test('escaped signs are no syntax of other dialects, and lines to choose have addresses as text', () => {
  const { blocks, found } = parse('Une \\==rame== ici, https\\://example.org.\n\n- Voir https://example.org');
  expect(found).toEqual([]);
  const [text, list] = blocks;
  expect(text && render([text])).not.toContain('<a ');
  expect(list?.kind === 'list' && list.items[0]?.html()).toBe('Voir https://example.org');
});

test('addresses of any scheme are read as links, to be refused where they are', () => {
  expect(parse('[un](javascript:alert(1)) [deux](data:x)').found).toEqual(['refused-address 1:6', 'refused-address 1:34']);
});

test('a line below another is no heading of it, and footnotes, alerts and addresses have their markup', () => {
  const { blocks, found } = parse('Un quai[^1]\n\n> [!TIP]\n> Sonnez.\n\nhttps://example.org\n\n[^1]: Un mot.');
  expect(found).toEqual([]);
  const html = render(blocks);
  expect(html).toContain('<div data-kind="tip">\n<p>Sonnez.</p>\n</div>');
  expect(html).toContain('<a href="https://example.org" target="_blank" rel="noopener" class="c-address">https://example.org</a>');
  expect(html).not.toContain('[^1]');
  expect(render(parse('Un\n===').blocks)).toBe('<p>Un\n===</p>');
});
