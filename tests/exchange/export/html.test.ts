import { expect, test } from 'vitest';
import { forXml, htmlLine, htmlOf, isFormatted, pictureAddress, picturesIn, plainLine } from '../../../build/exchange/export/html.ts';

test('Markdown becomes HTML; HTML in it, and addresses, stay text', () => {
  expect(htmlOf('Un **pain**\n\nchaud\n')).toBe('<p>Un <strong>pain</strong></p>\n<p>chaud</p>');
  expect(htmlLine(' Un *pain* <b> https://a.fr ')).toBe('Un <em>pain</em> &lt;b&gt; https://a.fr');
  expect(htmlOf('<script>a</script>')).toBe('<p>&lt;script&gt;a&lt;/script&gt;</p>');
});

test.each(['*', '_', '`', '[', ']', '|', '~', '^', '<', '>', '&', '\\', '# Titre', '1. un', '12. un', '- un', '+ un', '```', 'un\n- deux'])(
  '“%s” is formatted',
  (text) => {
    expect(isFormatted(text)).toBe(true);
  },
);

test.each(['', 'Un pain, chaud : 5 - 3 = 2 # fin', 'un\ndeux\n\ntrois', '#un', '1.5', '-un'])('“%s” is plain', (text) => {
  expect(isFormatted(text)).toBe(false);
});

test.each([
  ['un **pain** `chaud`', 'un pain chaud'],
  ['![Un four](a.png) ouvert', 'Un four ouvert'],
  ['le [site](https://a.fr) ici', 'le site ici'],
  ['\\*un\\* \\[a\\](b) \\`', '*un* [a](b) `'],
  ['R&amp;D', 'R&D'],
  ['a&amp;b&amp;c', 'a&b&c'],
  ['![a \\] b](a.png) [c \\[](d)', 'a ] b c ['],
  ['![](a.png)Un [](b) [c]() ![d]()', 'Un  c d'],
  ['\\A', '\\A'],
])('the words of “%s” are “%s”', (markdown, words) => {
  expect(plainLine(markdown)).toBe(words);
});

test('lists the addresses of pictures, decoded; escaped ones are none', () => {
  expect(picturesIn('![a](x/a%20b.png) et ![](c.png) \\![d](d.png) [e](e.png)')).toEqual(['x/a b.png', 'c.png']);
  expect(picturesIn('![a \\] b \\\\](c%25%20%28d%29.png) ![e](100%.png) ![\\](f.png)')).toEqual(['c% (d).png', '100%.png']);
  const path = "plans/l'été ! (100 %) *~.png";
  expect(picturesIn(`![a](${pictureAddress(path)})`)).toEqual([path]);
  expect(pictureAddress('a/b_c-d.png')).toBe('a/b_c-d.png');
  expect(picturesIn('rien')).toEqual([]);
});

test('characters that XML can’t have go', () => {
  expect(forXml('a\0\u0008\t\n\r\u000bb\u001f\ufffe\uffff\ufffd\ud7ff\ue000🥖\ud83d')).toBe('a\t\n\rb\ufffd\ud7ff\ue000🥖');
});
