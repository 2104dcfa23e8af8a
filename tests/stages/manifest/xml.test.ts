import { expect, test } from 'vitest';
import { writeXml, xmlText } from '../../../build/stages/manifest/xml.ts';

test.each([
  ['Freins & sablage', 'Freins &amp; sablage'],
  ['a < b > c', 'a &lt; b > c'],
  ['a ]]> b', 'a ]]&gt; b'],
  ['& < ]]> & < ]]>', '&amp; &lt; ]]&gt; &amp; &lt; ]]&gt;'],
  ['« l\'arrêt "2" »', '« l\'arrêt "2" »'],
  ['  deux\n\tlignes\u2028ici\u0085  ', 'deux lignes ici'],
  ['Le\u00a0quai', 'Le\u00a0quai'],
  ['a\u0007b\ud800c\ufffed\uffff', 'abcd'],
  ['&amp;', '&amp;amp;'],
])('%j', (text, expected) => {
  expect(xmlText(text)).toBe(expected);
});

test('a document: attributes, lists, empty elements, and values as they are', () => {
  const text = writeXml({
    depot: { '@nom': 'le "quai"', title: 'A &amp; B', rame: [{ '@n': '1' }, { '@n': '2', '#text': "l'une" }], vide: { '@ok': 'true' } },
  });
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<depot nom="le &quot;quai&quot;">
  <title>A &amp; B</title>
  <rame n="1"/>
  <rame n="2">l'une</rame>
  <vide ok="true"/>
</depot>
`);
});
