import fs, { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Entry, WrittenZip } from '../../../build/host/host.ts';
import { partOf } from '../../../build/host/node/part-of.ts';
import { sha256 } from '../../../build/host/node/sha256.ts';
import { LARGEST_STORED, writeZip } from '../../../build/host/node/zip.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { noise, TEXTS } from '../../stages/pack/bakery-package.ts';

let folder = '';
let goal = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fournil-'));
  goal = join(folder, 'dist/pain.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Buffer): Entry {
  writeFileSync(join(folder, name), content);
  return { name, path: join(folder, name), bytes: content.length };
}

// Large files take turns in the same memory: nothing may change while it is still on its way to the zip.
test('files of all sizes come back as they were, in the order given', async () => {
  const sizes = [2_999_999, 3_000_000, 3_000_000, 3_000_000, 20, 1_048_576, 1_048_575, 0, 1_999_999, 700_000, 2_000_000, 16];
  const contents = sizes.map((size, index) => noise(size, index));
  const films = contents.map((content, index) => file(`${99 - index}.mp4`, content));
  const texts = contents.flatMap((content, index): Entry[] => [
    { name: `${99 - index}.txt`, data: `Fournée ${index}. `.repeat(index * 1000) },
    file(`${99 - index}.svg`, Buffer.from('<svg/>'.repeat(index * 50_000))),
    file(`${99 - index}.webm`, content.subarray(0, 1_500_000)),
  ]);
  const entries = [...films, ...texts];
  const zip = await writeZip(goal, entries);
  const read = await readZip(goal, { ratio: 2000 });
  expect(read.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  for (const [index, entry] of entries.entries())
    expect(read[index]?.content.equals('path' in entry ? readFileSync(entry.path) : Buffer.from(entry.data)), entry.name).toBe(true);
  expect(zip).toEqual({ bytes: readFileSync(goal).length, sha256: sha256([{ path: goal }]) });
});

test('what lies beside it is written once the zip is whole, and before it is in place', async () => {
  let seen: WrittenZip | undefined;
  const zip = await writeZip(goal, TEXTS, (whole) => {
    seen = whole;
    expect(existsSync(goal)).toBe(false);
    expect(sha256([{ path: partOf(goal, 1) }])).toBe(whole.sha256);
  });
  expect(seen).toEqual(zip);
  expect(readdirSync(join(folder, 'dist'))).toEqual(['pain.zip']);
});

test('where what lies beside it fails, the old zip stays', async () => {
  const { sha256: before } = await writeZip(goal, TEXTS);
  const failing = writeZip(goal, [{ name: 'autre.txt', data: 'levain' }], () => {
    throw new Error('The sheet is open.');
  });
  await expect(failing).rejects.toThrow('The sheet is open.');
  expect(sha256([{ path: goal }])).toBe(before);
  expect(readdirSync(join(folder, 'dist'))).toEqual(['pain.zip']);
});

test('a part that an earlier process of the same number left is not touched', async () => {
  await writeZip(goal, TEXTS);
  writeFileSync(partOf(goal, 1), 'half');
  await writeZip(goal, TEXTS);
  expect(readFileSync(partOf(goal, 1), 'utf8')).toBe('half');
  expect(readdirSync(join(folder, 'dist'))).toHaveLength(2);
});

test('a giant that has shrunk is refused', async () => {
  const path = join(folder, 'journee.mp4');
  writeFileSync(path, noise(1000, 1));
  const giant = { name: 'journee.mp4', path, bytes: LARGEST_STORED + 1 };
  await expect(writeZip(goal, [...TEXTS, giant])).rejects.toThrow('changed');
  expect(readdirSync(join(folder, 'dist'))).toEqual([]);
});

/** Reads what the central directory of a zip says of each entry. */
function directoryOf(
  path: string,
): Record<string, { flags: number; method: number; date: number; time: number; packed: number; mode: number }> {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const found: ReturnType<typeof directoryOf> = {};
  for (let at = zip.readUInt32LE(end + 16); at < end; at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30)) {
    const [flags, method, time, date] = [8, 10, 12, 14].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    found[name] = { flags, method, date, time, packed: zip.readUInt32LE(at + 20), mode: zip.readUInt32LE(at + 38) >>> 16 };
  }
  return found;
}

test('texts are deflated, media are stored without a data descriptor; date and rights are the same everywhere', async () => {
  const texts: Entry[] = [{ name: 'page.html', data: 'levain '.repeat(100) }, file('fiche.svg', Buffer.from('<svg/>'.repeat(100)))];
  await writeZip(goal, [
    ...texts,
    file('four.mp4', noise(2000, 1)),
    file('long.mp4', noise(1_100_000, 3)),
    { name: 'logo.png', data: noise(100, 2) },
  ]);
  const found = directoryOf(goal);
  const [DEFLATED, STORED, DESCRIPTOR, FIRST_OF_2000] = [8, 0, 8, (20 << 9) | (1 << 5) | 1];
  expect(Object.entries(found).map(([name, { method }]) => [name, method])).toEqual([
    ['page.html', DEFLATED],
    ['fiche.svg', DEFLATED],
    ['four.mp4', STORED],
    ['long.mp4', STORED],
    ['logo.png', STORED],
  ]);
  for (const name of ['four.mp4', 'long.mp4', 'logo.png']) expect([name, (found[name]?.flags ?? 0) & DESCRIPTOR]).toEqual([name, 0]);
  for (const { date, time, mode } of Object.values(found)) expect([date, time, mode & 0o777]).toEqual([FIRST_OF_2000, 0, 0o644]);
});

test('texts are deflated as well as programs usually do', async () => {
  const text = Array.from({ length: 3000 }, (_, index) => `rame ${(index * index) % 997}`).join('; ');
  await writeZip(goal, [{ name: 'rames.txt', data: text }]);
  const [best, fastest] = [6, 1].map((level) => deflateRawSync(text, { level }).length);
  expect(fastest).not.toBe(best);
  expect(directoryOf(goal)['rames.txt']?.packed).toBe(best);
});

test('every file that was opened is closed, where it has changed too', async () => {
  const [film, drawing] = [file('four.mp4', noise(2000, 1)), file('fiche.svg', Buffer.from('<svg/>'))];
  const closed = vi.spyOn(fs, 'closeSync');
  syncBuiltinESMExports();
  await writeZip(goal, [film, drawing]);
  // The third is the zip, for its digest.
  expect(closed).toHaveBeenCalledTimes(3);
  await expect(writeZip(goal, [{ ...film, bytes: 1999 } as Entry])).rejects.toThrow('changed');
  expect(closed).toHaveBeenCalledTimes(4);
  closed.mockRestore();
  syncBuiltinESMExports();
});

test('a part of a larger buffer is written alone', async () => {
  const all = Buffer.from('avant levain après');
  await writeZip(goal, [{ name: 'mot.txt', data: new Uint8Array(all.buffer, all.byteOffset + 6, 6) }]);
  expect((await readZip(goal)).map(({ content }) => content.toString())).toEqual(['levain']);
});

test.each([
  ['shorter', -1],
  ['longer', 1],
])('a file that has become %s is refused, and nothing is left', async (_, more) => {
  const photo = file('four.png', noise(1000, 1));
  const film = file('four.mp4', noise(1_100_000, 2));
  for (const entry of [photo, film]) {
    const changed = { ...entry, bytes: (entry as { bytes: number }).bytes - more } as Entry;
    await expect(writeZip(goal, [...TEXTS, changed])).rejects.toThrow(
      `${(entry as { path: string }).path} changed while it was being packaged`,
    );
  }
  expect(readdirSync(join(folder, 'dist'))).toEqual([]);
});

test('a folder that can’t be written to is an error, not a next try', async () => {
  writeFileSync(join(folder, 'dist'), 'un fichier');
  await expect(writeZip(goal, TEXTS)).rejects.toThrow();
});

test('a name that leaves no room for a part is an error', async () => {
  await expect(writeZip(join(folder, `${'x'.repeat(250)}.zip`), TEXTS)).rejects.toThrow('ENAMETOOLONG');
});

test('a file that is missing is an error, and the old zip stays', async () => {
  const { sha256: before } = await writeZip(goal, TEXTS);
  await expect(writeZip(goal, [{ name: 'a.png', path: join(folder, 'absent.png'), bytes: 3 }])).rejects.toThrow('ENOENT');
  const giant = { name: 'a.mp4', path: join(folder, 'absent.mp4'), bytes: LARGEST_STORED + 1 };
  await expect(writeZip(goal, [giant])).rejects.toThrow('ENOENT');
  expect([sha256([{ path: goal }]), readdirSync(join(folder, 'dist'))]).toEqual([before, ['pain.zip']]);
});
