import { expect, test } from 'vitest';
import { decodeEntities, decodeText } from '../../../build/results/read/decode.ts';

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

test.each([
  ['UTF-8', new TextEncoder().encode('Élodie,réussi')],
  ['UTF-8 with a mark', new TextEncoder().encode('\ufeffÉlodie,réussi')],
  ['UTF-16 with a mark', wide('\ufeffÉlodie,réussi')],
  ['UTF-16 without a mark', wide('Élodie,réussi')],
  ['Windows-1252', new Uint8Array(Buffer.from('Élodie,réussi', 'latin1'))],
])('%s is decoded', (_, bytes) => {
  expect(decodeText(bytes).replace('\ufeff', '')).toBe('Élodie,réussi');
});

test('zero bytes and other control characters are left out, line ends and tabs stay', () => {
  expect(decodeText(new TextEncoder().encode('a\0b\u0007\tc\r\nd'))).toBe('ab\tc\r\nd');
});

test.each([
  ['l&#039;&eacute;t&eacute; &amp; l&#x27;hiver', "l'&eacute;t&eacute; & l'hiver"],
  ['&lt;b&gt; &quot;oui&quot;', '<b> "oui"'],
  // What a learner typed as an entity stays one.
  ['&amp;lt;', '&lt;'],
  ['&#0;&#x110000;&#xD800;&#xdfff;', ''],
  ['&#1;&#x10ffff;&#xD7FF;&#XE000;&#1114111;', '\u0001\u{10ffff}\ud7ff\ue000\u{10ffff}'],
  ['&#12345678;&#x1234567;', '&#12345678;&#x1234567;'],
  ['l&apos;an&nbsp;1', "l'an\u00a01"],
  ['5 & 6 ; a&b', '5 & 6 ; a&b'],
  ['&amp b &#39 c &lt', '&amp b &#39 c &lt'],
  ['&lt;&lt;', '<<'],
])('the entities of %j give %j', (text, plain) => {
  expect(decodeEntities(text)).toBe(plain);
});
