import { expect, test } from 'vitest';
import type { TextContext } from '../../../build/exchange/html/loss.ts';
import { lineOf, markdownOf, plainToMarkdown } from '../../../build/exchange/html/to-markdown.ts';

function convert(
  html: string,
  isQuestion = true,
  hasTable = false,
): { readonly text: string; readonly line: string; readonly lost: string[] } {
  const lost: string[] = [];
  const context: TextContext = {
    lang: 'fr',
    isQuestion,
    hasTable,
    lose: (what, detail = '') => lost.push(`${what} ${detail}`.trim()),
    picture: (src) => (src.endsWith('.png') ? `assets/${src}` : undefined),
  };
  const text = markdownOf(html, context);
  const found = [...lost];
  return { text, line: lineOf(html, context), lost: found };
}

test.each([
  ['<p>Le <b>pain</b> est <em>chaud</em>.</p><p>Le four&nbsp;aussi.</p>', 'Le **pain** est *chaud*.\n\nLe four\u00a0aussi.'],
  ['<b>Le <b>four</b> est</b> <i>très <i>très</i> chaud</i>', 'Le **four** est très *très* chaud'],
  ['<i>Le <b>four</b> chaud</i>', '*Le **four** chaud*'],
  ['Une ligne<br>une autre', 'Une ligne\\\nune autre'],
  ['<ul><li>sel<li>eau<ol><li>froide</ol></ul>', '* sel\n* eau\n  1. froide'],
  ['<ul><li><ul><li>a</ul><ul><li>b</ul><ul><li>c</ul></ul>', '* * a\n  * b\n  * c'],
  ['<ul><li>sel<p>fin</p><ol><li>a</ol></ul>', '* sel\n\n  fin\n\n  1. a'],
  ['<p>H<sub>2</sub>O, m<sup>2</sup></p>', 'H₂O, m²'],
  ['<a href="https://example.org/a b_(c)">le site</a>', '[le site](https://example.org/a%20b_%28c%29)'],
  ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
  ['<code>a`b</code>', '``a`b``'],
  ['<h3>Le four</h3><p>Il chauffe.', '**Le four**\n\nIl chauffe.'],
  ['<table><tr><th>Pain<th>Poids<tr><td>miche<td>1 | 2</table>', '| Pain | Poids |\n|---|---|\n| miche | 1 \\| 2 |'],
  ['<table><thead><tr><th>Pain<th>Poids</thead><tbody><tr><td>miche<td>1</tbody></table>', '| Pain | Poids |\n|---|---|\n| miche | 1 |'],
  ['<img src="four.png" alt="Un four">', '![Un four](assets/four.png)'],
  ['a < b, 3 <4, x > y', 'a < b, 3 <4, x > y'],
  ['1. d’abord', '1\\. d’abord'],
  ['- tiret', '\\- tiret'],
  ['[x] case', '\\[x\\] case'],
  ['{{chef}} et {#id}', '\\{ \\{chef}} et \\{#id}'],
  [':::choice', '\\:::choice'],
  ['&lt;b&gt; &amp;eacute;', '\\<b> &amp;eacute;'],
  ['mot_clé _seul_', 'mot_clé \\_seul\\_'],
  ['<b> espace </b>autour', '**espace** autour'],
  // A character without width counts as neither a space nor punctuation.
  ['a\u200b<b>:pain</b>', 'a\u200b:pain'],
  ['<p></p><div> </div>', ''],
  ['<h2> </h2>Pain<h4><b>Sel</b></h4>', 'Pain\n\n**Sel**'],
  ['<h1>a <b>b</b></h1><h6>c</h6>', 'a **b**\n\n**c**'],
  ['<ul><li>a<br></li>\n<br><ol><li>b</ol></ul>', '* a\n* 1. b'],
  ['<ol><li>a<p>b</p><li><li>c<ul><li>d</ul></ol>', '1. a\n   b\n2. c\n   * d'],
  ['<ul><li></ul><table></table><pre> </pre>a', 'a'],
  ['<pre>\na ```b``` ``\n \n</pre>', '````\na ```b``` ``\n````'],
  ['a<br>b<br>\n<br>c', 'a\\\nb\n\nc'],
  ['un<hr>deux', 'un\n\ndeux'],
  ['<blockquote><p>a</p><p>b</p></blockquote>', 'a\n\nb'],
  ['<table><tr><td>a<tr><td># b<tr><td></table>', 'a\n\n\\# b'],
  ['<table><tr><td>a<td>b<td>c<tr><td><td><tr><td>d</table>', '| a | b | c |\n|---|---|---|\n| d |  |  |'],
])('%s', (html, markdown) => {
  expect(convert(html).text).toBe(markdown);
});

test('outside of a question there are headings, quotations and lists with dashes', () => {
  expect(convert('<h2>Le four</h2><blockquote><p>Chaud</p></blockquote><ul><li>sel</li></ul>', false).text).toBe(
    '## Le four\n\n> Chaud\n\n- sel',
  );
});

test.each([
  ['a caption', '<table><caption>Les <b>pains</b></caption><tr><td>a<td>b</table>', 'Les **pains**\n\n| a | b |\n|---|---|'],
  ['text between the rows', '<table>un<tr><td>a</tr>deux<colgroup><col></colgroup></table>', 'undeux\n\na'],
  ['text between the items of a list', '<ul>\n un <i>a</i>\n<li>b</li>\nc\n</ul>', '* un\n* *a*\n* b\n* c'],
])('%s is kept', (_, html, markdown) => {
  expect(convert(html).text).toBe(markdown);
});

test('headings outside of a question keep their level, but the first; a quotation has each line marked', () => {
  expect(convert('<h1>a <b>b</b></h1><h3>c</h3><h6>d</h6>', false).text).toBe('## a **b**\n\n### c\n\n###### d');
  expect(convert('<blockquote><p>a</p><p>b<br>c</p></blockquote><blockquote> </blockquote>', false).text).toBe('> a\n> \n> b\\\n> c');
});

const BLOCKS =
  'div section article main header footer aside center address figure figcaption details summary form fieldset legend html body nav dl dt dd tbody thead tfoot p li tr td th'.split(
    ' ',
  );

test.each(BLOCKS)('<%s> is a paragraph of its own', (tag) => {
  expect(convert(`un<${tag}>deux</${tag}>trois`)).toEqual({ text: 'un\n\ndeux\n\ntrois', line: 'un deux trois', lost: [] });
  expect(convert(`un<b><${tag}>deux</${tag}></b>trois`).line).toBe('un deux trois');
});

test.each(['<ul><li>a</ul>', '<ol><li>a</ol>', '<table><td>a</table>', '<p><b><pre>a</pre></b></p>'])(
  'in a line, %s is reported',
  (html) => {
    const lost: string[] = [];
    const context: TextContext = { lang: 'fr', isQuestion: true, lose: (what) => lost.push(what), picture: () => undefined };
    expect([lineOf(`<br>x ${html} y<br>z`, context), lost]).toEqual(['x a y z', ['flattened']]);
  },
);

test('a line joins paragraphs; what it can’t hold is reported', () => {
  expect(convert('<p>Un</p><p>deux<br>trois</p>').line).toBe('Un deux trois');
  expect(convert('Un <b> </b> deux').line).toBe('Un deux');
  expect(convert(' Un<p> deux </p>trois<p></p><div>quatre<p>cinq</p></div> ').line).toBe('Un deux trois quatre cinq');
  const lost: string[] = [];
  const context: TextContext = { lang: 'fr', isQuestion: true, lose: (what) => lost.push(what), picture: () => undefined };
  expect(lineOf('<ul><li>un</li><li>deux</li></ul>', context)).toBe('un deux');
  expect(lost).toEqual(['flattened']);
});

test.each([
  ['<script>alert(1)</script>Bon', 'Bon', ['script script']],
  ['<p onclick="x()">Bon</p>', 'Bon', ['script p']],
  ['<span style="color: red">Bon</span>', 'Bon', ['style']],
  ['<span style="a;BACKGROUND :red">Bon</span>', 'Bon', ['style']],
  ['<p style="font-weight:bold;font-style:italic">Bon</p>', 'Bon', []],
  ['<p style="font-size:2px">Bon <i style="color:red">jour</i></p>', 'Bon *jour*', ['style', 'style']],
  ['<font color=red>Bon</font><td bgcolor=red>jour</td>', 'Bon\n\njour', ['style', 'style']],
  ['<p one=1 on2=x>Bon</p>', 'Bon', ['script p']],
  ['<p onx2=1 data-once=2 on=3 on-x=4>Bon</p>', 'Bon', []],
  [
    '<table><tr><th>a|b<td rowspan=2>c<tr><td><table><td>d<td>e</table></table>',
    '| a\\|b | c |\n|---|---|\n| d e |  |',
    ['merged-cells', 'flattened'],
  ],
  ['<a href="javascript:x()">Bon</a>', 'Bon', ['link javascript:x()']],
  ['Bon <input name="a">', 'Bon', ['form input']],
  [
    '<video src="https://example.org/a.mp4"></video>',
    '[https://example.org/a.mp4](https://example.org/a.mp4)',
    ['media https://example.org/a.mp4'],
  ],
  ['\\(x^2\\)', '\\\\(x\\^2\\\\)', ['formula \\(x^2\\)']],
  ['m<sup>ab</sup>', 'mab', ['small ab']],
  ['<img src="four.png">', '![À revoir\u00a0: décrivez l’image](assets/four.png)', ['alt assets/four.png']],
  ['<img src="photo.png" alt="photo.png">', '![À revoir\u00a0: décrivez l’image](assets/photo.png)', ['alt assets/photo.png']],
  ['<table><tr><td colspan=2>a</td></tr><tr><td>b<td>c</table>', '| a |  |\n|---|---|\n| b | c |', ['merged-cells']],
])('%s is reported', (html, markdown, lost) => {
  const found = convert(html);
  expect([found.text, found.lost]).toEqual([markdown, lost]);
});

test('where the activity has a table, others become text', () => {
  expect(convert('<table><tr><td>a<td>b<tr><td># c<td>d</table>', true, true)).toMatchObject({
    text: 'a · b\n\n\\# c · d',
    lost: ['flattened'],
  });
});

test('deep and unclosed elements don’t overflow', () => {
  expect(convert(`${'<div><b>'.repeat(5000)}fin`).text).toMatch(/^(?:\*\*)?fin(?:\*\*)?$/);
  expect(convert('<a <b "x').text).toBe('\\<a \\<b "x');
});

test('plain text has no meaning in Markdown', () => {
  expect(plainToMarkdown('a\tb  c\n \nd\0')).toBe('a b c\n\nd');
  expect(plainToMarkdown('* un\n# deux\n\n> trois')).toBe('\\* un\\\n\\# deux\n\n\\> trois');
});
