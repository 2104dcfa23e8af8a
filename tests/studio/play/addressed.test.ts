import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressed } from '../../../build/studio/play/addressed.ts';

let blobs: Blob[];

beforeEach(() => {
  blobs = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
});
afterEach(() => void vi.restoreAllMocks());

const given = (files: Readonly<Record<string, string | Uint8Array>>) => addressed(new Map(Object.entries(files)));

test('each file but the page has an address; a text names those of the others', async () => {
  const { html, addresses } = given({
    'index.html': '<link href="style.css"><script src="main.js"></script><img src="four.png">',
    'main.js': new TextEncoder().encode('load("style.css", "index.html", "main.js")'),
    'style.css': 'p { background: url(four.png) }',
    'four.png': new Uint8Array([1, 2]),
    'notes.xyz': 'Du pain',
  });
  expect(html).toBe('<link href="blob:3"><script src="blob:4"></script><img src="blob:1">');
  expect([...addresses]).toEqual([
    ['four.png', 'blob:1'],
    ['notes.xyz', 'blob:2'],
    ['style.css', 'blob:3'],
    ['main.js', 'blob:4'],
  ]);
  expect(await Promise.all(blobs.map((blob) => blob.text()))).toEqual([
    '\u0001\u0002',
    'Du pain',
    'p { background: url(blob:1) }',
    'load("blob:3", "index.html", "main.js")',
  ]);
});

test.each([
  ['a.css', 'text/css;charset=utf-8'],
  ['a.js', 'text/javascript;charset=utf-8'],
  ['a.html', 'text/html;charset=utf-8'],
  ['a.vtt', 'text/vtt;charset=utf-8'],
  ['a.SVG', 'image/svg+xml'],
  ['a.png', 'image/png'],
  ['a.jpg', 'image/jpeg'],
  ['a.jpeg', 'image/jpeg'],
  ['a.gif', 'image/gif'],
  ['a.webp', 'image/webp'],
  ['a.avif', 'image/avif'],
  ['a.mp3', 'audio/mpeg'],
  ['a.m4a', 'audio/mp4'],
  ['a.ogg', 'audio/ogg'],
  ['a.wav', 'audio/wav'],
  ['a.mp4', 'video/mp4'],
  ['a.webm', 'video/webm'],
  ['js.b.pdf', 'application/pdf'],
  ['a.woff2', 'font/woff2'],
  ['a.xyz', 'application/octet-stream'],
  ['png', 'image/png'],
])('%s is served as %s', (name, type) => {
  given({ [name]: 'x' });
  expect(blobs.map((blob) => blob.type)).toEqual([type]);
});

test('a package without a page gives an empty one', () => {
  expect(given({})).toEqual({ html: '', addresses: new Map() });
});
