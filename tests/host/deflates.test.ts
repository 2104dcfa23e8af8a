import { expect, test } from 'vitest';
import { deflates } from '../../build/host/deflates.ts';

test.each<[string, boolean, boolean]>([
  ['index.html', true, true],
  ['plan.svg', true, true],
  ['notes.txt', true, true],
  ['content.js', true, true],
  ['a.json', true, true],
  ['film.mp4', false, false],
  ['photo.jpeg', false, false],
  ['photo.jpg', false, false],
  ['police.woff2', false, false],
  ['police.woff', false, false],
  ['plan.bin', false, true],
  ['html', false, true],
  ['a.zip.bin', false, true],
  ...['avif', 'docx', 'gif', 'm4a', 'mp3', 'odt', 'ogg', 'pdf', 'png', 'pptx', 'webm', 'webp', 'xlsx', 'zip'].map(
    (end): [string, boolean, boolean] => [`a.${end}`, false, false],
  ),
  ...['css', 'csv', 'md', 'vtt', 'xml'].map((end): [string, boolean, boolean] => [`a.${end}`, true, true]),
  ['a.htmlx', false, true],
  ['apng', false, true],
  ['film-mp4', false, true],
  ['PHOTO.JPG', false, true],
  ['PAGE.HTML', false, true],
])('%s: from the disk %s, made here %s', (name, fromDisk, made) => {
  expect([deflates({ name, path: `/${name}`, bytes: 1 }), deflates({ name, data: 'x' })]).toEqual([fromDisk, made]);
});

test('its name in the package counts, not that on the disk', () => {
  expect([deflates({ name: 'a.svg', path: '/a.png', bytes: 1 }), deflates({ name: 'a.png', path: '/a.svg', bytes: 1 })]).toEqual([
    true,
    false,
  ]);
});
