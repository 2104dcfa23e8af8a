import { expect, test } from 'vitest';
import { decodeEntities } from '../../../build/exchange/html/entities.ts';

test.each([
  ['a &amp; b &lt; &eacute;&Eacute;', 'a & b < éÉ'],
  ['&#233;&#xe9;&#XE9;', 'ééé'],
  ['&nope; &amp &; & a;b', '&nope; &amp &; & a;b'],
  ['&amp;lt;', '&lt;'],
  ['\\* \\&', '\\* \\&'],
  ['sans', 'sans'],
  ['&frac12; &sup2; &CounterClockwiseContourIntegral;', '½ ² ∳'],
  ['&#0000233; &#00000233;', 'é &#00000233;'],
  ['&#x0000e9; &#x00000e9;', 'é &#x00000e9;'],
])('“%s” is “%s”', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});
