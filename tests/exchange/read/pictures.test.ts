import { expect, test } from 'vitest';
import { fromBase64, Pictures } from '../../../build/exchange/read/pictures.ts';

const bytes = (text: string, size = text.length): Uint8Array => {
  const all = new Uint8Array(size);
  for (let at = 0; at < text.length; at++) all[at] = text.charCodeAt(at);
  return all;
};
const png = (mark = '', size?: number): Uint8Array => bytes(`\x89PNG\r\n${mark}`, size);

test.each([
  ['\x89PNG\r\n', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['RIFFabcdWEBP', 'webp'],
  ['abcdftypavif', 'avif'],
  ['abcdftypavis', 'avif'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  [' \n<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  ['<SVG/><svg/>', 'svg'],
  ['<!DOCTYPE svg><svg/>', 'svg'],
  ['\xef\xbb\xbf<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
])('“%s” begins a picture of kind %s', (start, extension) => {
  expect(new Pictures('assets/x').add('four.exe', bytes(start))).toBe(`assets/x/four.${extension}`);
});

test.each([
  '',
  'PNG\r\n',
  'PPNG\r\n',
  '\xff\xd8',
  'GIF88a',
  'RIFFabcWEBP',
  'x\x89PNG\r\n',
  'x\xff\xd8\xff',
  'x<svg/>',
  'xRIFFabcdWEBP',
  'xGIF89a',
  '<html>',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
  'MZ',
])('“%s” is no picture', (start) => {
  const pictures = new Pictures('assets/x');
  expect([pictures.add('four.png', bytes(start)), pictures.list]).toEqual([undefined, []]);
});

test('names are safe, and each is given once', () => {
  const pictures = new Pictures('assets/x');
  expect([
    pictures.add('../Le Four.v2.png', png('1')),
    pictures.add('le four.v2.gif', png('2')),
    pictures.add('le four.v2', png('3')),
  ]).toEqual(['assets/x/le-four-v2.png', 'assets/x/le-four-v2-2.png', 'assets/x/le-four.png']);
  expect([pictures.add('.png', png('4')), pictures.add('', png('5')), pictures.add('image', bytes('GIF89a'))]).toEqual([
    'assets/x/image.png',
    'assets/x/image-2.png',
    'assets/x/image.gif',
  ]);
  expect(pictures.list.map(({ path }) => path)).toHaveLength(6);
  expect(pictures.add('Le four.v2.png', png('6'))).toBe('assets/x/le-four-v2-3.png');
});

test('the same picture is stored once, whatever its name', () => {
  const pictures = new Pictures('assets/x');
  expect([
    pictures.add('a.png', png('1')),
    pictures.add('b.png', png('1')),
    pictures.add('c.png', png('2')),
    pictures.add('d.png', png('12')),
  ]).toEqual(['assets/x/a.png', 'assets/x/a.png', 'assets/x/c.png', 'assets/x/d.png']);
  expect(pictures.list[0]).toEqual({ path: 'assets/x/a.png', bytes: png('1') });
});

const MIB = 1024 * 1024;

test('a picture has 20 MiB at most, all together 200', () => {
  const pictures = new Pictures('assets/x');
  expect(pictures.add('large.png', png('', 20 * MIB + 1))).toBeUndefined();
  for (let n = 0; n < 10; n++) expect(pictures.add('a.png', png(`${n}`, 20 * MIB))).toBeDefined();
  expect(pictures.add('b.png', png('x'))).toBeUndefined();
  expect(pictures.list).toHaveLength(10);
});

test.each([
  ['QUI=', 'AB'],
  ['Q U\nI', 'AB'],
  ['+/A=', '\xfb\xf0'],
])('“%s” is base64', (text, decoded) => {
  expect(String.fromCharCode(...(fromBase64(text) ?? []))).toBe(decoded);
});

test.each(['', ' ', 'Q*', 'QUI===', 'Q', 'é', '=QUI', '*QUI'])('“%s” is none', (text) => {
  expect(fromBase64(text)).toBeUndefined();
});
