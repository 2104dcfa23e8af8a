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
])('%s', (text, expected) => {
  expect(withAddresses(text, addresses)).toBe(expected);
});

test('without files nothing changes', () => {
  expect(withAddresses('"a"', new Map())).toBe('"a"');
});

test('styles come before scripts, scripts before pages', () => {
  expect(sortedTexts(['index.html', 'b.js', 'x.png', 'a.css', 'a.js'])).toEqual(['a.css', 'a.js', 'b.js', 'index.html']);
});
