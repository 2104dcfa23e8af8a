import { expect, test } from 'vitest';
import { decodeEntities } from '../../../build/exchange/html/entities.ts';

test.each([
  ['a &amp; b &lt; &eacute;&Eacute;', 'a & b < éÉ'],
  ['&#233;&#xe9;&#XE9;', 'ééé'],
  ['&nope; &amp &; & a;b', '&nope; &amp &; & a;b'],
  ['&amp;lt;', '&lt;'],
  ['\\* \\&', '\\* \\&'],
  ['sans', 'sans'],
])('“%s” is “%s”', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
