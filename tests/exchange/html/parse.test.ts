import { expect, test } from 'vitest';
import { type HtmlNode, parseHtml, textOf } from '../../../build/exchange/html/parse.ts';

type Shown = string | readonly [tag: string, ...children: readonly unknown[]];

function shown({ tag, text, children, attributes }: HtmlNode): Shown {
  if (tag === '#text') return text;
  const own = Object.entries(attributes);
  return [tag, ...(own.length > 0 ? [Object.fromEntries(own)] : []), ...children.map(shown)];
}

const read = (html: string): readonly Shown[] => parseHtml(html).children.map(shown);

test.each<[string, readonly unknown[]]>([
  ['', []],
  ['un', ['un']],
  ['<p>un</p>deux', [['p', 'un'], 'deux']],
  ['<P CLASS=a>un</P>', [['p', { class: 'a' }, 'un']]],
  ['<br>a<img src=x>b', [['br'], 'a', ['img', { src: 'x' }], 'b']],
  ['<b>un <i>deux</i></b>', [['b', 'un ', ['i', 'deux']]]],
  ['<b>un', [['b', 'un']]],
  ['</b>un', ['un']],
  ['<b>un</i></b>x', [['b', 'un'], 'x']],
  ['<b><i>un</b>x', [['b', ['i', 'un']], 'x']],
  ['<x-y>a</x-y>', [['x-y', 'a']]],
])('%s', (html, tree) => {
  expect(read(html)).toEqual(tree);
});

test.each(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])(
  '<%s> has no content',
  (tag) => {
    expect(read(`<${tag}>x`)).toEqual([[tag], 'x']);
  },
);

test.each(['script', 'style', 'textarea', 'title', 'xmp', 'noscript', 'iframe'])('the content of <%s> is no HTML', (tag) => {
  expect(read(`<${tag}><b>&lt;</${tag} >x`)).toEqual([[tag, '<b><'], 'x']);
  expect(read(`<${tag}><b>`)).toEqual([[tag, '<b>']]);
  expect(read(`<${tag}></${tag.toUpperCase()}>x`)).toEqual([[tag], 'x']);
});

const BLOCKS =
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  );

test.each(BLOCKS)('<%s> ends a paragraph', (tag) => {
  expect(read(`<p>un<${tag}>`)).toEqual([['p', 'un'], [tag]]);
});

test.each(['li', 'td', 'th'])('a paragraph around <%s> goes on', (tag) => {
  expect(read(`<p><${tag}><p>un`)).toEqual([['p', [tag, ['p', 'un']]]]);
});

test.each<[string, readonly unknown[]]>([
  ['<ul><li>a<li>b</ul>c', [['ul', ['li', 'a'], ['li', 'b']], 'c']],
  ['<ul><li>a<ul><li>b</ul><li>c</ul>', [['ul', ['li', 'a', ['ul', ['li', 'b']]], ['li', 'c']]]],
  ['<ol><li>a<ol><li>b</ol><li>c</ol>', [['ol', ['li', 'a', ['ol', ['li', 'b']]], ['li', 'c']]]],
  ['<dl><dt>a<dd>b<dt>c<dd>d<dd>e</dl>', [['dl', ['dt', 'a'], ['dd', 'b'], ['dt', 'c'], ['dd', 'd'], ['dd', 'e']]]],
  ['<dl><dd>a<dl><dd>b</dl><dd>c</dl>', [['dl', ['dd', 'a', ['dl', ['dd', 'b']]], ['dd', 'c']]]],
  ['<dl><dt>a<dl><dt>b</dl><dt>c</dl>', [['dl', ['dt', 'a', ['dl', ['dt', 'b']]], ['dt', 'c']]]],
  [
    '<table><tr><td>a<td>b<tr><th>c<th>d<td>e</table>f',
    [['table', ['tr', ['td', 'a'], ['td', 'b']], ['tr', ['th', 'c'], ['th', 'd'], ['td', 'e']]], 'f'],
  ],
  ['<table><tr><td><table><tr><td>a</table><td>b</table>', [['table', ['tr', ['td', ['table', ['tr', ['td', 'a']]]], ['td', 'b']]]]],
  ['<table><tr><th><table><th>a</table><th>b</table>', [['table', ['tr', ['th', ['table', ['th', 'a']]], ['th', 'b']]]]],
  ['<table><tr><td>a<th>b</table>', [['table', ['tr', ['td', 'a'], ['th', 'b']]]]],
  ['<table><tr><td><table><td>a</table><td>b</table>', [['table', ['tr', ['td', ['table', ['td', 'a']]], ['td', 'b']]]]],
  ['<table><tr><th>a<tr><td>b</table>', [['table', ['tr', ['th', 'a']], ['tr', ['td', 'b']]]]],
])('%s', (html, tree) => {
  expect(read(html)).toEqual(tree);
});

test.each(['thead', 'tbody', 'tfoot'])('a closing </%s> ends its last cell', (tag) => {
  expect(read(`<table><${tag}><tr><td>a</${tag}>b</table>c`)).toEqual([['table', [tag, ['tr', ['td', 'a']]], 'b'], 'c']);
  expect(read('<table><tr><td>a</tr>b</table>c')).toEqual([['table', ['tr', ['td', 'a']], 'b'], 'c']);
  expect(read(`<table><${tag}><tr><td><table></${tag}>a`)).toEqual([['table', [tag, ['tr', ['td', ['table', 'a']]]]]]);
});

test.each(['table', 'td', 'th'])('a closing tag in <%s> closes nothing outside', (tag) => {
  expect(read(`<b><${tag}>a</b>b`)).toEqual([['b', [tag, 'ab']]]);
});

test.each<[string, unknown]>([
  ['<a href="x y" b=\'z\' c=d e>', { href: 'x y', b: 'z', c: 'd', e: '' }],
  ['<a HREF = "1" href="2">', { href: '1' }],
  ['<a b="" c b="1" c="2">', { b: '', c: '' }],
  ['<a b="&lt;&eacute;" c=&#233;>', { b: '<é', c: 'é' }],
  ['<a b=">" c>', { b: '>', c: '' }],
  ['<a constructor="x">', { constructor: 'x' }],
])('attributes of %s', (html, attributes) => {
  expect(parseHtml(html).children[0]?.attributes).toEqual(Object.assign(Object.create(null), attributes));
});

test.each<[string, readonly unknown[]]>([
  ['a<!-- <b> -->b', ['ab']],
  ['a<!-- b', ['a']],
  ['a<![CDATA[<b>&amp;]]>c', ['a<b>&c']],
  ['a<![CDATA[b', ['ab']],
  ['<!DOCTYPE html>a<?php x?>b', ['ab']],
  ['a &lt;&amp;&eacute; &nope; &#x41;', ['a <&é &nope; A']],
  ['a < b <3 c', ['a < b <3 c']],
  ['a <', ['a <']],
  ['a <b', ['a <b']],
  ['a <b "x', ['a <b "x']],
  ['a <b <i>c', ['a <b ', ['i', 'c']]],
  ['a </', ['a </']],
  ['a <! b', ['a <! b']],
])('%s', (html, tree) => {
  expect(read(html)).toEqual(tree);
});

test('a tag has a hundred quoted values at most; more are a text with quotes', () => {
  expect(read(`<a${' b="c"'.repeat(99)}>x`)).toHaveLength(1);
  expect(read(`<a${' b="c"'.repeat(99)}>x`)[0]).toEqual(['a', { b: 'c' }, 'x']);
  expect(read(`<a${' b="c"'.repeat(100)}>x`)).toEqual([`<a${' b="c"'.repeat(100)}>x`]);
});

test('elements below the sixtieth are beside each other', () => {
  const depth = (node: HtmlNode): number => 1 + Math.max(0, ...node.children.filter(({ tag }) => tag !== '#text').map(depth));
  expect(depth(parseHtml('<b>'.repeat(59)))).toBe(60);
  expect(depth(parseHtml('<b>'.repeat(70)))).toBe(61);
  expect(textOf(parseHtml(`${'<b>'.repeat(70)}un`))).toBe('un');
});

test('the text of a node is that of all nodes in it', () => {
  expect(textOf(parseHtml('a<b>b<i>c</i></b><br>d'))).toBe('abcd');
});

test('text beside text is one node', () => {
  expect(parseHtml('a<!-- x -->b</i>c').children.map(textOf)).toEqual(['abc']);
});
