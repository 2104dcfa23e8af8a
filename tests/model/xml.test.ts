import { expect, test } from 'vitest';
import { childrenOf, parseXml, XmlError } from '../../build/model/xml.ts';

function lineOf(text: string): number {
  try {
    parseXml(text);
    return 0;
  } catch (error) {
    if (error instanceof XmlError) return error.line;
    throw error;
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
