import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeZip } from '../../build/host/node/zip.ts';
import { readZip } from './read-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'boulangerie-'));
const file = join(folder, 'fournil.zip');

beforeAll(async () => {
  await writeZip(file, [
    { name: 'pain.txt', data: 'levain '.repeat(1000) },
    { name: 'four.png', data: new Uint8Array([1, 2, 3]) },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the zip with all occurrences of some bytes replaced. */
function tampered(from: string, to: string): string {
  const text = readFileSync(file).toString('latin1').replaceAll(from, to);
  const other = join(folder, 'autre.zip');
  writeFileSync(other, text, 'latin1');
  return other;
}

test('gives what was written, in order', async () => {
  const [bread, oven, ...more] = await readZip(file);
  expect(bread).toMatchObject({ name: 'pain.txt', stored: false, descriptor: true, mode: 0o644 });
  expect(bread?.content.toString()).toBe('levain '.repeat(1000));
  expect(oven).toMatchObject({ name: 'four.png', stored: true, descriptor: false, content: Buffer.from([1, 2, 3]) });
  expect(more).toEqual([]);
});

test('stops at its caps', async () => {
  await expect(readZip(file, { entries: 1 })).rejects.toThrow('2 entries');
  await expect(readZip(file, { bytes: 6999 })).rejects.toThrow('more than 6999 bytes');
  await expect(readZip(file, { ratio: 20 })).rejects.toThrow('pain.txt swells');
});

test('refuses names that lead outside, links, and a name that differs between its two headers', async () => {
  await expect(readZip(tampered('pain.txt', '../a.txt'))).rejects.toThrow('../a.txt');
  await expect(readZip(tampered('pain.txt', '/ain.txt'))).rejects.toThrow('/ain.txt');
  await expect(readZip(tampered('pain.txt', 'pain.tx/'))).rejects.toThrow('folder');
  // Mode 0100644 is a file, 0120644 a link.
  await expect(readZip(tampered('\xa4\x81', '\xa4\xa1'))).rejects.toThrow('link');
  // Only in the local header are the lengths of name (8) and extra field (0) directly before the name.
  await expect(readZip(tampered('\x08\0\0\0four.png', '\x08\0\0\0tour.png'))).rejects.toThrow('another name');
});

test('refuses content whose checksum is wrong', async () => {
  await expect(readZip(tampered('\x01\x02\x03', '\x01\x02\x04'))).rejects.toThrow('four.png has another checksum');
});
