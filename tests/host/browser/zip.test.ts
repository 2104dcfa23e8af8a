import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import { sha256In } from '../../../build/host/browser/sha256.ts';
import { zipWriterFor } from '../../../build/host/browser/zip.ts';
import type { Entry } from '../../../build/host/host.ts';
import { sha256 } from '../../../build/host/node/sha256.ts';
import { writeZip as writeOnNode } from '../../../build/host/node/zip.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { films, pictures, TEXTS } from '../../stages/pack/bakery-package.ts';

let folder = '';
let files = new MemoryFiles();
let writeZip = zipWriterFor(files, sha256In(files));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fournil-'));
  files = new MemoryFiles();
  writeZip = zipWriterFor(files, sha256In(files));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOAL = '/dist/pain.zip';

/** Texts and media, both on disk and in memory. */
function entries(): readonly Entry[] {
  const media = [...pictures(folder), ...films(folder)];
  for (const entry of media) if ('path' in entry) files.put(entry.path, readFileSync(entry.path));
  return [...TEXTS, ...media];
}

/** The entries of a zip; digests stand for their content: millions of bytes are slow to compare. */
async function read(bytes: Uint8Array) {
  const file = join(folder, 'read.zip');
  writeFileSync(file, bytes);
  const zip = await readZip(file, { ratio: 2000 });
  return zip.map(({ content, ...entry }) => ({ ...entry, content: sha256([content]) }));
}

test('it holds what Node’s zip holds, in the same order, stored and deflated alike, with the same date', async () => {
  const all = entries();
  await writeOnNode(join(folder, 'node.zip'), all);
  await writeZip(GOAL, all);
  const zip = await read(files.read(GOAL));
  // Deflated entries of Node's have a data descriptor.
  const node = await read(readFileSync(join(folder, 'node.zip')));
  expect(zip).toEqual(node.map((entry) => ({ ...entry, descriptor: false })));
  expect(zip.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
});

test('media are stored, and no entry has a data descriptor', async () => {
  await writeZip(GOAL, entries());
  const zip = await read(files.read(GOAL));
  expect(zip.filter(({ stored }) => stored).map(({ name }) => name)).toEqual([
    'witness.png',
    'assets/four.jpg',
    'assets/vide.mp3',
    'assets/petrir.mp4',
    'assets/cuire.mp4',
    'assets/z.webm',
  ]);
  expect(zip.some(({ descriptor }) => descriptor)).toBe(false);
});

test('its date is fixed, and the same entries make the same bytes', async () => {
  const first = await writeZip(GOAL, entries());
  expect(await writeZip('/dist/autre.zip', entries())).toEqual(first);
  const dates = (await read(files.read(GOAL))).map(({ modified }) => modified.toISOString());
  expect(new Set(dates)).toEqual(new Set(['2000-01-01T00:00:00.000Z']));
});

test('its files are those of Unix, which all may read', async () => {
  await writeZip(GOAL, TEXTS);
  const bytes = Buffer.from(files.read(GOAL));
  const at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  expect([bytes[at + 5], (bytes.readUInt32LE(at + 38) >>> 16).toString(8)]).toEqual([3, '100644']);
});

test('texts are deflated as well as in Node’s zips', async () => {
  const text = Buffer.from(Array.from({ length: 3000 }, (_, index) => `rame ${(index * index) % 997}`).join('; '));
  await writeZip(GOAL, [{ name: 'rames.txt', data: text }]);
  const bytes = Buffer.from(files.read(GOAL));
  const packed = bytes.readUInt32LE(bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 20);
  const [usual, best, fastest] = ([6, 9, 1] as const).map((level) => deflateSync(text, { level }).length);
  expect([best, fastest]).not.toContain(usual);
  expect(packed).toBe(usual);
});

test('size and digest are those of the file', async () => {
  const seen: unknown[] = [];
  const zip = await writeZip(GOAL, TEXTS, (whole) => void seen.push(whole));
  const bytes = files.read(GOAL);
  expect(zip).toEqual({ bytes: bytes.length, sha256: sha256([bytes]) });
  expect([seen, files.writtenPaths()]).toEqual([[zip], [GOAL]]);
});

test('what lies beside it comes before it, and where that fails, the old zip stays', async () => {
  const old = await writeZip(GOAL, TEXTS, () => expect(files.facts(GOAL)).toBeNull());
  const failing = writeZip(GOAL, [{ name: 'autre.txt', data: 'levain' }], () => {
    throw new Error('The sheet is open.');
  });
  await expect(failing).rejects.toThrow('The sheet is open.');
  expect(sha256([files.read(GOAL)])).toBe(old.sha256);
});

test('a file that isn’t there is an error, and nothing is written', async () => {
  await expect(writeZip(GOAL, [{ name: 'absent.jpg', path: '/absent.jpg', bytes: 3 }])).rejects.toThrow('ENOENT');
  expect(files.facts(GOAL)).toBeNull();
});
