import { expect, test } from 'vitest';
import { parseHtml, textOf } from '../../../../build/exchange/html/parse.ts';
import { type Entry, entriesOf, hasLabel, optionsOf } from '../../../../build/exchange/read/docx/entries.ts';

function shown(entry: Entry): unknown {
  if (entry.kind === 'heading') return [`h${entry.level}`, textOf(entry.node)];
  if (entry.kind === 'text') return [entry.isNumbered ? 'number' : 'text', entry.text];
  return entry.kind === 'list' ? ['list', ...entry.items.map(textOf)] : [entry.kind, entry.node.tag];
}

test.each<[string, readonly unknown[]]>([
  [
    '<h1>Un</h1><h6>Six</h6><h1 class="document-title">Titre</h1>',
    [
      ['h1', 'Un'],
      ['h6', 'Six'],
      ['h0', 'Titre'],
    ],
  ],
  ['<p> Un \n <b>deux</b></p>', [['text', 'Un deux']]],
  [
    '<table></table> \n seul',
    [
      ['other', 'table'],
      ['other', '#text'],
    ],
  ],
  ['<p></p> ', [['text', '']]],
  ['<h7>x</h7>', [['other', 'h7']]],
  ['<ul><li>un</li> <li>deux</li></ul>', [['list', 'un', 'deux']]],
  ['<ol><li>un</li><li>deux</li></ol>', [['list', 'un', 'deux']]],
  ['<ul><li>seul</li></ul>', [['text', 'seul']]],
  ['<ol><li>seul</li></ol>', [['number', 'seul']]],
  [
    '<ol><li>un ?<ul><li>a</li><li>b</li></ul></li><li>deux ?<ol><li>c</li></ol></li></ol>',
    [
      ['number', 'un ?'],
      ['list', 'a', 'b'],
      ['number', 'deux ?'],
      ['list', 'c'],
    ],
  ],
  ['<xh1>x</xh1>', [['other', 'xh1']]],
  [
    '<ul><li>un</li><li>deux ?<ul> <li>a</li></ul></li></ul>',
    [
      ['text', 'un'],
      ['text', 'deux ?'],
      ['list', 'a'],
    ],
  ],
  [
    '<ul><li>un ?<ul><li>a</li></ul> et</li></ul>',
    [
      ['text', 'un ? et'],
      ['list', 'a'],
    ],
  ],
])('%s', (html, entries) => {
  expect(entriesOf(parseHtml(html)).map(shown)).toEqual(entries);
});

test.each([
  'a) un',
  'A. un',
  'h] un',
  ' b ) un',
  '[] un',
  '[x] un',
  '[X]un',
  '( ) un',
  '(x)un',
  '☐ un',
  '☒un',
  '☑',
  '✓ un',
  '✔',
  '✗',
  '□',
  '■',
  '○',
  '●',
  '◯',
  '•',
  '– un',
  '— un',
  '- un',
  'Vrai',
  'faux.',
  '* True',
  'FALSE *',
  '*un',
  ' * un',
])('“%s” begins as an option', (text) => {
  expect(hasLabel(text)).toBe(true);
});

test.each(['un', 'i) un', 'a)un', 'a un', 'un a) deux', 'un * deux', '[y] un', 'Vrai ou faux', 'non vrai', '*', '', '1. un'])(
  '“%s” does not',
  (text) => {
    expect(hasLabel(text)).toBe(false);
  },
);

function options(...html: readonly string[]): readonly string[] {
  const nodes = html.map((one) => parseHtml(`<p>${one}</p>`).children[0]).filter((one) => one !== undefined);
  const tags = (list: readonly { readonly tag: string; readonly text: string; readonly children: readonly unknown[] }[]): string =>
    list.map((node) => (node.tag === '#text' ? node.text : `<${node.tag}>${tags(node.children as typeof list)}`)).join('|');
  return optionsOf(nodes).map(({ isMarked, letter, nodes: own }) => `${isMarked ? '+' : ''}${letter}:${tags(own)}`);
}

test('labels go, their letters stay known', () => {
  expect(options('A) un', 'b. deux', '☐ trois', '- quatre')).toEqual(['a:un', 'b:deux', ':trois', ':quatre']);
});

test.each([
  ['a star before', ['a) * un', 'b) deux'], ['+a:un', 'b:deux']],
  ['a star behind', ['a) un *', 'b) deux'], ['+a:un', 'b:deux']],
  ['two stars around', ['** un **', 'deux'], ['+:un', ':deux']],
  ['a star without a space', ['un*', 'deux'], ['+:un', ':deux']],
  ['a star in a node behind a space', ['un <i>*</i>', 'deux'], ['+:un|<i>', ':deux']],
  ['bold with an empty mark', ['<b>un</b><b> </b>', 'deux'], ['+:un| ', ':deux']],
  ['a star alone', ['a) *', 'b) deux'], ['+a:', 'b:deux']],
  ['a cross in brackets', ['[x] un', '[ ] deux', '(X) trois'], ['+:un', ':deux', '+:trois']],
  ['a tick', ['☒ un', '☐ deux', '☑ trois', '✓ quatre', '✔ cinq', '✗ six'], ['+:un', ':deux', '+:trois', '+:quatre', '+:cinq', ':six']],
  ['bold', ['<b>un</b>', 'deux'], ['+:un', ':deux']],
  ['bold around a label', ['a) <strong>un</strong> ', 'b) deux'], ['+a:|un| ', 'b:deux']],
  ['underlined', ['<u>un</u>', 'deux'], ['+:un', ':deux']],
  ['highlighted', ['<mark>un <i>x</i></mark>', 'deux'], ['+:un |<i>x', ':deux']],
  ['bold in part', ['un <b>x</b>', 'deux'], [':un |<b>x', ':deux']],
  ['bold everywhere', ['<b>un</b>', '<b>deux</b>'], [':un', ':deux']],
  ['stars everywhere', ['un *', 'deux *'], [':un', ':deux']],
  ['ticks everywhere', ['[x] un', '[x] deux'], [':un', ':deux']],
  ['a star beside bold: the star counts', ['* un', '<b>deux</b>', 'trois'], ['+:un', ':deux', ':trois']],
  ['a tick beside bold: the tick counts', ['[x] un', '[ ] <b>deux</b>'], ['+:un', ':|deux']],
  ['a tick and a star', ['[x] un', '[ ] deux *', '[ ] trois'], ['+:un', '+:deux', ':trois']],
  ['stars in two nodes', ['<i>un</i> **', 'deux'], ['+:<i>un|', ':deux']],
  ['a star in a node of its own', ['un<i> *</i>', '*<i> </i>deux'], [':un|<i>', ':|<i>|deux']],
  ['nothing but spaces in bold', ['<b> </b>', 'un'], [':<b> ', ':un']],
])('%s', (_, html, shownOptions) => {
  expect(options(...html)).toEqual(shownOptions);
});
