import { expect, test } from 'vitest';
import { sortedTexts, withAddresses } from '../../../build/studio/play/page-text.ts';

const addresses = new Map([
  ['assets/a.png', 'blob:1'],
  ['a.png', 'blob:2'],
  ['style.css', 'blob:3'],
  ['titles.woff2', 'blob:4'],
]);

test.each([
  ['<img src="assets/a.png">', '<img src="blob:1">'],
  ["src='a.png'", "src='blob:2'"],
  ['url(titles.woff2) format("woff2")', 'url(blob:4) format("woff2")'],
  ['{"html":"<img src=\\"assets/a.png\\">"}', '{"html":"<img src=\\"blob:1\\">"}'],
  ['the file style.css is named', 'the file style.css is named'],
  ['"my-style.css"', '"my-style.css"'],
  ['<a href="assets/a.png#top">', '<a href="blob:1#top">'],
  ['<img src=a.png>', '<img src=blob:2>'],
  ['<img src=a.png alt="">', '<img src=blob:2 alt="">'],
  ['`a.png`', '`blob:2`'],
  ['&quot;a.png&quot; &quot;assets/a.png&quot;', '&quot;blob:2&quot; &quot;blob:1&quot;'],
  ['"a.png" and "a.png"', '"blob:2" and "blob:2"'],
  ['"axpng"', '"axpng"'],
  ['"a.png.map"', '"a.png.map"'],
  ['"a.png', '"a.png'],
  [' a.png"', ' a.png"'],
])('%s', (text, expected) => {
  expect(withAddresses(text, addresses)).toBe(expected);
});

test('without files nothing changes', () => {
  expect(withAddresses('"a"', new Map())).toBe('"a"');
});

test('a name that begins like another one, up to a space, is replaced as a whole', () => {
  const both = new Map([
    ['plan.png', 'blob:1'],
    ['plan.png (2).png', 'blob:2'],
  ]);
  expect(withAddresses('"plan.png (2).png" "plan.png" plan.png', both)).toBe('"blob:2" "blob:1" plan.png');
});

test.each([...'.*+?^{}$()|[]\\'])('the sign %s in a name stands for itself', (sign) => {
  const name = `a${sign}b.png`;
  expect(withAddresses(`"${name}" "ab.png" "aab.png"`, new Map([[name, 'blob:1']]))).toBe('"blob:1" "ab.png" "aab.png"');
});

test('styles come before scripts, scripts before pages', () => {
  expect(sortedTexts(['index.html', 'b.js', 'x.png', 'a.css', 'a.js'])).toEqual(['a.css', 'a.js', 'b.js', 'index.html']);
});

test('texts of a kind are sorted by name, whatever other kinds are called; other files are left out', () => {
  expect(sortedTexts(['b.html', 'a.html', 'b.js', 'z.css', 'a.jsx', 'a.css.map', 'js', 'y.css'])).toEqual([
    'y.css',
    'z.css',
    'b.js',
    'a.html',
    'b.html',
  ]);
});
