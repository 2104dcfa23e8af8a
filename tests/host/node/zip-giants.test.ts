import fs, { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LARGEST_STORED, writeZip } from '../../../build/host/node/zip.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { noise } from '../../stages/pack/bakery-package.ts';

let folder = '';
let goal = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fournil-'));
  goal = join(folder, 'pain.zip');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

const FILM = Buffer.from('levain '.repeat(200));
const giant = { name: 'journee.mp4', path: '/four/journee.mp4', bytes: LARGEST_STORED + 1 };

/** Opens a short film in the place of every giant; it says that it had this many bytes. */
function shortFilms(bytesRead: number) {
  const films: Readable[] = [];
  const open = vi.spyOn(fs, 'createReadStream').mockImplementation((() => {
    const film = Object.assign(Readable.from([FILM]), { bytesRead });
    films.push(film);
    return film;
  }) as never);
  syncBuiltinESMExports();
  return { films, open };
}

test('a giant is read as a stream and deflated quickly, and so is what is with it', async () => {
  const { open } = shortFilms(giant.bytes);
  const text = Array.from({ length: 3000 }, (_, index) => `rame ${(index * index) % 997}`).join('; ');
  await writeZip(goal, [{ name: 'rames.txt', data: text }, giant]);
  expect(open.mock.calls).toEqual([[giant.path]]);
  const read = await readZip(goal, { ratio: 2000 });
  expect(read.map(({ name, stored, content }) => [name, stored, content.toString()])).toEqual([
    ['rames.txt', false, text],
    ['journee.mp4', false, FILM.toString()],
  ]);
  const zip = readFileSync(goal);
  const at = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  expect(zip.readUInt32LE(at + 20)).toBe(deflateRawSync(text, { level: 1 }).length);
});

test.each([
  ['shrunk', -1],
  ['grown', 1],
])('a giant that has %s is refused', async (_, more) => {
  shortFilms(giant.bytes + more);
  await expect(writeZip(goal, [giant])).rejects.toThrow(`${giant.path} changed while it was being packaged`);
});

test('a giant is closed once the zip has failed', async () => {
  const { films } = shortFilms(giant.bytes);
  const endless = new Readable({ read: () => undefined });
  vi.mocked(fs.createReadStream).mockImplementation((() => {
    films.push(endless);
    setImmediate(() => endless.emit('error', new Error('The disk is gone.')));
    return endless;
  }) as never);
  syncBuiltinESMExports();
  await expect(writeZip(goal, [giant])).rejects.toThrow('The disk is gone.');
  expect([films.length, endless.destroyed]).toEqual([1, true]);
});

test('the largest file that is stored is read as a whole', async () => {
  const { open } = shortFilms(LARGEST_STORED);
  expect(LARGEST_STORED).toBe(256 * 1024 * 1024);
  const path = join(folder, 'long.mp4');
  writeFileSync(path, FILM);
  await expect(writeZip(goal, [{ name: 'long.mp4', path, bytes: LARGEST_STORED }])).rejects.toThrow('changed');
  expect(open).not.toHaveBeenCalled();
});

test('a file that the system gives in pieces is whole', async () => {
  const { readSync } = fs;
  const path = join(folder, 'four.mp4');
  const film = noise(5000, 1);
  writeFileSync(path, film);
  vi.spyOn(fs, 'readSync').mockImplementation(((file: number, memory: Uint8Array, offset?: number, length?: number, position?: null) =>
    offset === undefined ? readSync(file, memory) : readSync(file, memory, offset, Math.min(length ?? 0, 999), position ?? null)) as never);
  syncBuiltinESMExports();
  await writeZip(goal, [{ name: 'four.mp4', path, bytes: film.length }]);
  const [entry] = await readZip(goal, { ratio: 2000 });
  expect(entry?.content.equals(film)).toBe(true);
});
