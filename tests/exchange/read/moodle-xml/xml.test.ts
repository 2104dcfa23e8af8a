import { expect, test } from 'vitest';
import {
  attribute,
  childrenOf,
  filesIn,
  formatOf,
  innerText,
  ownText,
  parseQuestion,
  sliceQuestions,
  textIn,
  type Xml,
} from '../../../../build/exchange/read/moodle-xml/xml.ts';

const parse = (inside: string, attributes = ''): Xml => {
  const node = parseQuestion(`<question${attributes}>${inside}</question>`);
  if (!node) throw new Error(`not well-formed: ${inside}`);
  return node;
};

test.each([
  ['<a>un</a>', 'un'],
  ['<a> <b>x</b>un</a>', 'un'],
  ['<a>&lt;&amp;&gt;&quot;&apos;</a>', '<&>"\''],
  ['<a>&#233;&#xE9;&#128512;</a>', 'éé😀'],
  ['<a>&#0;&#xD800;&#xdfff;&#1114112;&#x10ffff;|</a>', '\u{10ffff}|'],
  ['<a>&#xD7FF;&#xDC00;&#xE000;&#1;|</a>', '\ud7ff\ue000\u0001|'],
  ['<a>&eacute;</a>', '&eacute;'],
  ['<a>&amp;lt;</a>', '&lt;'],
  ['<a><![CDATA[<b>&amp;]]></a>', '<b>&amp;'],
  ['<a> <![CDATA[un]]> </a>', 'un'],
  ['<a>x &amp; <![CDATA[un]]></a>', 'x & un'],
  ['<a><![CDATA[un]]><![CDATA[ deux]]></a>', 'un deux'],
  ['<a>12</a>', '12'],
  ['<a/>', ''],
  ['<a><b>x</b></a>', ''],
  ['<b>x</b>', ''],
])('the text of %s', (xml, text) => {
  expect(textIn(parse(xml), 'a')).toBe(text);
});

test('a text has the spaces of its element only where asked for', () => {
  const node = parse('<a> un </a><a>deux</a>');
  expect([ownText(childrenOf(node, 'a')[0]), textIn(node, 'a')]).toEqual([' un ', 'un']);
  expect(ownText(childrenOf(parse('<a> \n<![CDATA[un]]></a>'), 'a')[0])).toBe('un');
  expect([ownText(undefined), ownText(null), ownText([]), ownText(3)]).toEqual(['', '', '', '']);
});

test('elements of a name: none, one, several', () => {
  const node = parse('<a>1</a><b>1</b><b>2</b><answer>1</answer>');
  expect(['x', 'a', 'b', 'answer'].map((name) => childrenOf(node, name).length)).toEqual([0, 1, 2, 1]);
  expect([childrenOf('a', 'length'), childrenOf(undefined, 'a'), childrenOf([1], '0')]).toEqual([[], [], []]);
});

test.each(['answer', 'subquestion', 'file', 'tag', 'hint', 'selectoption', 'dragbox', 'unit', 'drag', 'drop'])('<%s> is a list', (name) => {
  expect(Array.isArray(parse(`<${name}>a</${name}>`)[name])).toBe(true);
});

test('the text in an element of a name', () => {
  expect(innerText(parse('<name><text> Four </text></name>'), 'name')).toBe('Four');
  expect(innerText(parse('<name>Four</name>'), 'name')).toBe('');
});

test('attributes are decoded; one that is missing is empty', () => {
  const node = parse('', ' type="a &amp; b" n="12"');
  expect([attribute(node, 'type'), attribute(node, 'n'), attribute(node, 'x'), attribute('x', 'type')]).toEqual(['a & b', '12', '', '']);
});

test('files by name; one that is no base64 is left out', () => {
  const node = parse('<file name="a&amp;b.png">QUI=</file><file name="x">*</file><file name="c.png"> Q0 Q= </file>');
  expect([...filesIn(node)].map(([name, bytes]) => [name, String.fromCharCode(...bytes)])).toEqual([
    ['a&b.png', 'AB'],
    ['c.png', 'CD'],
  ]);
});

test.each([
  ['plain_text', 'plain'],
  ['markdown', 'markdown'],
  ['moodle_auto_format', 'moodle'],
  ['html', 'html'],
  ['', 'html'],
])('the format “%s” is %s', (name, format) => {
  expect(formatOf(parse('', ` format="${name}"`))).toBe(format);
});

test.each(['<question>', '<question><a></question>', '<quiz></quiz>', 'un', ''])('“%s” is no question', (source) => {
  expect(parseQuestion(source)).toBeUndefined();
});

test('entities of a document type aren’t expanded', () => {
  const source = '<!DOCTYPE q [<!ENTITY a "aaaa">]><question><name><text>&a;</text></name></question>';
  expect(innerText(parseQuestion(source), 'name')).toBe('&a;');
});

const slices = (source: string): readonly unknown[] =>
  sliceQuestions(source).map(({ source: own, line, isOpen }) => [own, line, ...(isOpen ? ['open'] : [])]);

test.each<[string, readonly unknown[]]>([
  ['', []],
  [
    '<quiz>\n<question type="a">\nx</question >\n\n<question>y</question></quiz>',
    [
      ['<question type="a">\nx</question >', 2],
      ['<question>y</question>', 5],
    ],
  ],
  [
    '<question>a<question>b</question>',
    [
      ['<question>a', 1, 'open'],
      ['<question>b</question>', 1],
    ],
  ],
  ['\n<question>a', [['<question>a', 2, 'open']]],
  ['<question>a</question></question>', [['<question>a</question>', 1]]],
  ['<questiontext>a</questiontext>', []],
  ['<!-- <question>a</question> -->\n<question>b</question>', [['<question>b</question>', 2]]],
  ['<question>a<!-- </question> -->b</question>', [['<question>a<!-- </question> -->b</question>', 1]]],
  ['<question><![CDATA[</question>]]></question>', [['<question><![CDATA[</question>]]></question>', 1]]],
  ['<question>a<![CDATA[</question>', [['<question>a<![CDATA[</question>', 1, 'open']]],
  ['<question>a<!-- </question>', [['<question>a<!-- </question>', 1, 'open']]],
])('%j has the questions %j', (source, found) => {
  expect(slices(source)).toEqual(found);
});
