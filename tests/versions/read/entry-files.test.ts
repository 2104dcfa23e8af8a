import { expect, test } from 'vitest';
import type { Entry } from '../../../build/host/host.ts';
import { entryFiles } from '../../../build/versions/read/entry-files.ts';

test('entries in memory and media of the disk, with their sizes', () => {
  const entries = [
    { name: 'index.html', data: '<p>é' },
    { name: 'a.bin', data: Uint8Array.of(1, 2, 3) },
    { name: 'vide', data: '' },
    { name: 'assets/film.mp4', path: '/c/film.mp4', bytes: 900 },
  ] as unknown as readonly Entry[];
  const asked: string[] = [];
  const read = (path: string): Uint8Array => {
    asked.push(path);
    return Uint8Array.of(9);
  };
  const files = entryFiles(entries, { read });
  expect([...files.sizes]).toEqual([
    ['index.html', 5],
    ['a.bin', 3],
    ['vide', 0],
    ['assets/film.mp4', 900],
  ]);
  expect([files.read('index.html'), files.read('a.bin'), files.read('vide')]).toEqual([
    new TextEncoder().encode('<p>é'),
    Uint8Array.of(1, 2, 3),
    new Uint8Array(),
  ]);
  expect(asked).toEqual([]);
  expect([files.read('assets/film.mp4'), files.read('rien'), asked]).toEqual([Uint8Array.of(9), undefined, ['/c/film.mp4']]);
});
