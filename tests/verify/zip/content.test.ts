import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesOf, contentOf, contentStart } from '../../../build/verify/zip/content.ts';
import { readDirectory } from '../../../build/verify/zip/directory.ts';
import { sourceOf, type ZipEntry, type ZipSource } from '../../../build/verify/zip/source.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const KIB = 1024;
/** Bytes that don't compress. */
const noise = (size: number): Uint8Array => {
  let value = 1;
  return Uint8Array.from({ length: size }, () => {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    return value >>> 24;
  });
};

async function opened(raw: RawEntry, change: (bytes: Uint8Array) => void = () => undefined): Promise<readonly [ZipSource, ZipEntry]> {
  const bytes = rawZip([raw]);
  change(bytes);
  const source = sourceOf(bytes);
  const [entry] = (await readDirectory(source)).entries;
  if (!entry) throw new Error('no entry');
  return [source, entry];
}

/** Writes a number into the local header. */
const set =
  (at: number, value: number, size: 2 | 4) =>
  (bytes: Uint8Array): void => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  };

const good: RawEntry = { name: 'quai.html' };

test('content begins behind the local header and its name', async () => {
  expect(await contentStart(...(await opened(good)))).toBe(30 + 9);
});

test('an extra field there is skipped', async () => {
  const [source, entry] = await opened(good);
  const bytes = await source.read(0, source.size);
  set(28, 5, 2)(bytes);
  expect(await contentStart(sourceOf(bytes), entry)).toBe(30 + 9 + 5);
});

test.each([
  ['another signature', set(0, 0x04034b51, 4)],
  ['another name', (bytes: Uint8Array) => void bytes.set([0x51], 30)],
  ['a shorter name', set(26, 8, 2)],
  ['another method', set(8, 0, 2)],
  ['encryption', set(6, 0x801, 2)],
  ['strong encryption', set(6, 0x840, 2)],
  ['another checksum', set(14, 1, 4)],
  ['no checksum', set(14, 0, 4)],
  ['a checksum that refers to ZIP64', set(14, 0xffffffff, 4)],
  ['another packed size', set(18, 1, 4)],
  ['no packed size', set(18, 0, 4)],
  ['another size', set(22, 1, 4)],
  ['no size', set(22, 0, 4)],
])('%s in the local header is refused', async (_, change) => {
  const [source, entry] = await opened(good, change);
  await expect(contentStart(source, entry)).rejects.toMatchObject({ id: 'zip-headers', item: 'quai.html' });
});

test.each([
  ['other flags', [set(6, 0x802, 2)]],
  ['sizes in ZIP64', [set(18, 0xffffffff, 4), set(22, 0xffffffff, 4)]],
  ['checksum and sizes behind the content', [set(6, 0x808, 2), set(14, 0, 4), set(18, 0, 4), set(22, 0, 4)]],
])('%s are fine', async (_, changes) => {
  const [source, entry] = await opened(good, (bytes) => {
    for (const change of changes) change(bytes);
  });
  expect(await contentStart(source, entry)).toBe(39);
});

test.each([0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, 200 * KIB])(
  '%d bytes are unpacked as they were, stored or deflated',
  async (size) => {
    const data = noise(size);
    for (const method of [0, 8]) {
      const [source, entry] = await opened({ name: 'a', data, method });
      expect(Buffer.from(await bytesOf(source, entry)).equals(Buffer.from(data))).toBe(true);
    }
  },
);

test('content is read in pieces of 64 KiB', async () => {
  const [source, entry] = await opened({ name: 'a', data: noise(150 * KIB), method: 0 });
  const lengths: number[] = [];
  for await (const piece of contentOf(source, entry)) lengths.push(piece.length);
  expect(lengths).toEqual([64 * KIB, 64 * KIB, 22 * KIB]);
});

test.each<[string, RawEntry]>([
  ['a stored file with another checksum', { name: 'a', data: noise(9), method: 0, crc: 5 }],
  ['a packed file with another checksum', { name: 'a', data: noise(9), crc: 5 }],
  ['more than it states', { name: 'a', data: noise(9), size: 8, crc: crc32(noise(9).subarray(0, 8)) }],
  ['less than it states', { name: 'a', data: noise(9), size: 10 }],
])('%s is refused', async (_, raw) => {
  const [source, entry] = await opened(raw);
  await expect(
    contentOf(source, entry)
      .next()
      .then(async () => await bytesOf(source, entry)),
  ).rejects.toMatchObject({ id: 'zip-content', item: 'a' });
});

test('what is no deflated content is refused', async () => {
  const [source, entry] = await opened({ name: 'a', data: noise(90) }, (bytes) => bytes.fill(0xff, 31, 60));
  await expect(bytesOf(source, entry)).rejects.toMatchObject({ id: 'zip-content', item: 'a' });
});

test('content that ends too soon is refused, though all of it has come', async () => {
  const data = new TextEncoder().encode('quai');
  const [source, entry] = await opened({ name: 'a', data, packed: deflateRawSync(data).length - 1 });
  await expect(bytesOf(source, entry)).rejects.toMatchObject({ id: 'zip-content', item: 'a' });
});

test('more than is stated is never given', async () => {
  const [source, entry] = await opened({ name: 'a', data: noise(200 * KIB), size: 100 * KIB });
  let given = 0;
  const read = async (): Promise<void> => {
    for await (const piece of contentOf(source, entry)) given += piece.length;
  };
  await expect(read()).rejects.toMatchObject({ id: 'zip-content' });
  expect(given).toBeLessThanOrEqual(100 * KIB);
});
