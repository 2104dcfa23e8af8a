import { expect, test } from 'vitest';
import { allIn, attributeIn, childrenOf, parseXml, XmlError } from '../../build/model/xml.ts';

function lineOf(text: string): number {
  try {
    parseXml(text);
    return 0;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    expect(error.message).toBe(`line ${error.line}`);
    return error.line;
  }
}

test('reads names, namespaces, texts and lines', () => {
  const root = parseXml(
    '<?xml version="1.0"?>\n<quai xmlns="urn:rails" xmlns:r="urn:rame">\n <!-- voie -->\n <r:rame r:no="4" n="&#233;&amp;"\n  >A &lt; <![CDATA[B & C]]></r:rame>\n</quai>',
  );
  const [rame] = childrenOf(root, 'rame');
  expect([root.name, root.space, root.line]).toEqual(['quai', 'urn:rails', 2]);
  expect([rame?.name, rame?.prefix, rame?.space, rame?.line, rame?.text]).toEqual(['r:rame', 'r', 'urn:rame', 4, 'A < B & C']);
  expect(rame?.attributes).toEqual([
    { name: 'r:no', local: 'no', space: 'urn:rame', value: '4' },
    { name: 'n', local: 'n', space: '', value: 'é&' },
  ]);
});

test.each([
  ['an unknown entity', '<a>\n<b>&quai;</b></a>', 2],
  ['a number that is no character', '<a>&#x110000;</a>', 1],
  ['an entity without end', '<a>&amp</a>', 1],
  ['a tag that isn’t closed', '<a>\n<b>\n</a>', 3],
  ['an attribute twice', '<a b="1" b="2"/>', 1],
  ['a control character', '<a>\n\u001b[2J</a>', 2],
  ['one as an entity', '<a>&#27;</a>', 1],
  ['nothing', '', 1],
  ['a text', 'quai', 1],
])('refuses %s', (_, text, line) => {
  expect(lineOf(text)).toBe(line);
});

test('refuses elements without end of depth, and reads many side by side', () => {
  expect(lineOf('<a>'.repeat(50_000) + '</a>'.repeat(50_000))).toBe(1);
  expect(parseXml(`<a>${'<b/>\n'.repeat(20_000)}</a>`).children.at(-1)?.line).toBe(20_000);
});

test('attributes other than `xmlns` name no namespace', () => {
  const root = parseXml('<quai xmlns="urn:rails" no="4" axmlns="5" xmlns:r="urn:rame"><r:rame xmlns="urn:autre"><b/></r:rame><c/></quai>');
  const [rame, c] = root.children;
  expect([root.space, rame?.space, rame?.children[0]?.space, c?.space]).toEqual(['urn:rails', 'urn:rame', 'urn:autre', 'urn:rails']);
  expect(parseXml('<a xml:lang="fr" x:b="1"/>').attributes.map(({ space }) => space)).toEqual(['http://www.w3.org/XML/1998/namespace', '']);
  expect([parseXml('<a/>').space, parseXml('<x:a/>').space]).toEqual(['', '']);
  const own = parseXml('<a xmlns="urn:a" xmlnsx="urn:b" xmlns:x="urn:x" x:b="1"/>');
  expect([own.space, own.attributes.at(-1)]).toEqual(['urn:a', { name: 'x:b', local: 'b', space: 'urn:x', value: '1' }]);
  const parts = ['<:a/>', '<a:b:c/>'].map((text) => parseXml(text)).map(({ name, prefix, local }) => [name, prefix, local]);
  expect(parts).toEqual([
    [':a', '', 'a'],
    ['a:b:c', 'a', 'b:c'],
  ]);
});

test.each([
  ['&#65;&#x41;&#x00e9;&#xE9;', 'AAéé'],
  ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
  ['&#x1F68B;&#128651;', '🚋🚋'],
  ['&#x10FFFF;&#1114111;', '\u{10ffff}\u{10ffff}'],
  ['&#9;&#10;&#133;', '\t\n\u0085'],
])('reads the entities %j as %j', (text, expected) => {
  expect(parseXml(`<a>${text}</a>`).text).toBe(expected);
  expect(parseXml(`<a b="${text}"/>`).attributes[0]?.value).toBe(expected);
});

test.each([
  '&#0;',
  '&#x0;',
  '&#xFFFF;',
  '&#xFFFE;',
  '&#xD800;',
  '&#x110000;',
  '&#9999999;',
  '&#x1F;',
  '&amp',
  '&#65',
  '&e;',
  '&;',
  '& ',
  '&constructor;',
])('refuses %j, in a text and in an attribute', (text) => {
  expect([lineOf(`<a>\n<b>${text}</b></a>`), lineOf(`<a>\n<b c="${text}"/></a>`)]).toEqual([2, 2]);
});

test('refuses what a DOCTYPE defines', () => {
  expect(lineOf('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>')).toBe(1);
  expect(lineOf('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<a>&e;</a>')).toBeGreaterThan(0);
});

test('keeps texts as they are written beside what they say, without their children', () => {
  const root = parseXml('<a> un &amp; <b>deux</b><![CDATA[<trois>]]> 04 <!-- non --></a>');
  expect(root.text).toBe(' un & <trois> 04 ');
  expect(root.written).toBe(' un &amp; <![CDATA[<trois>]]> 04 ');
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([['b', 'deux']]);
  expect(['12', '04', 'true', ' 1e3 '].map((text) => parseXml(`<a>${text}</a>`).text)).toEqual(['12', '04', 'true', ' 1e3 ']);
});

test('finds elements and attributes by their local names', () => {
  const root = parseXml('<a><x:b x:no="1"/><c><b no="2"/></c><b no="3"/></a>');
  expect(childrenOf(root, 'b').map((one) => attributeIn(one, 'no'))).toEqual(['1', '3']);
  expect(allIn(root).map(({ name }) => name)).toEqual(['a', 'x:b', 'c', 'b', 'b']);
  expect([childrenOf(undefined, 'b'), attributeIn(undefined, 'no'), attributeIn(root, 'no')]).toEqual([[], undefined, undefined]);
});

test('an element on each line has the number of that line', () => {
  const root = parseXml('<a>\n<b/>\n\n<c/><d\n/></a>');
  expect(allIn(root).map(({ name, line }) => `${name} ${line}`)).toEqual(['a 1', 'b 2', 'c 4', 'd 4']);
  expect(lineOf('<?xml version="1.0"?>')).toBe(1);
});
