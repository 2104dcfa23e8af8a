import { expect, test } from 'vitest';
import { readDirectory } from '../../../build/verify/zip/directory.ts';
import { sourceOf } from '../../../build/verify/zip/source.ts';
import { numbers, type RawEnd, type RawEntry, rawZip } from './raw-zip.ts';

const good: RawEntry = { name: 'quai.html' };

const read = (bytes: Uint8Array) => readDirectory(sourceOf(bytes));
const refusal = (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    () => 'sound',
    (error: { readonly id: string; readonly item: string }) => (error.item === '' ? error.id : `${error.id} ${error.item}`),
  );

function set(bytes: Uint8Array, at: number, value: number, size: 1 | 2 | 4 = 2): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (size === 1) view.setUint8(at, value);
  else if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return bytes;
}

const LENGTH = { local: 30, central: 46, end: 22 } as const;
const NAME = 9;

/** Positions in a zip of one entry without content. */
const empty: RawEntry = { ...good, data: new Uint8Array(), method: 0 };
const central = LENGTH.local + NAME;
const end = central + LENGTH.central + NAME;

test('an entry has everything that its record states', async () => {
  const data = new TextEncoder().encode('une rame '.repeat(50));
  const { entries, start, isZip64 } = await read(
    rawZip([good, { name: 'b/', data: new Uint8Array(), method: 0 }, { name: 'c', data, crc: 0x89abcdef, flags: 0x808 }]),
  );
  expect([isZip64, start]).toEqual([false, entries[2] && entries[2].offset + LENGTH.local + 1 + entries[2].packed]);
  expect(entries.map(({ name, isFolder, method, flags, size, offset }) => [name, isFolder, method, flags, size, offset])).toEqual([
    ['quai.html', false, 8, 0x800, 4, 0],
    ['b/', true, 0, 0x800, 0, entries[1]?.offset],
    ['c', false, 8, 0x808, 450, entries[2]?.offset],
  ]);
  expect([entries[2]?.crc, [...(entries[0]?.rawName ?? [])]]).toEqual([0x89abcdef, [...new TextEncoder().encode('quai.html')]]);
  expect(entries[2]?.packed).toBeLessThan(100);
});

test('a zip without entries', async () => {
  expect(await read(rawZip([]))).toEqual({ entries: [], start: 0, isZip64: false });
});

test('a folder ends with a slash, or a backslash', async () => {
  const zip = rawZip([
    { ...empty, name: 'a\\' },
    { ...empty, name: 'b' },
  ]);
  expect((await read(zip)).entries.map(({ isFolder }) => isFolder)).toEqual([true, false]);
});

test('a comment at the end may have any length, and contain the signature', async () => {
  const comment = (bytes: Uint8Array): Uint8Array => {
    const zip = rawZip([good]);
    set(zip, zip.length - 2, bytes.length);
    return Uint8Array.from([...zip, ...bytes]);
  };
  for (const size of [1, 0xffff]) expect(await refusal(comment(new Uint8Array(size)))).toBe('sound');
  expect(await refusal(comment(Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(30)])))).toBe('sound');
  expect(await refusal(Uint8Array.from([...rawZip([good]), 1]))).toBe('zip-broken');
});

test('a file that is no zip, and one that was cut', async () => {
  expect(await refusal(new Uint8Array(21))).toBe('zip-not');
  expect(await refusal(new Uint8Array(22))).toBe('zip-not');
  expect(await refusal(new TextEncoder().encode('%PDF'.repeat(20)))).toBe('zip-not');
  expect(await refusal(rawZip([good]).slice(0, 40))).toBe('zip-broken');
  expect([await refusal(rawZip([good]).slice(0, 22)), await refusal(rawZip([good]).slice(0, 21))]).toEqual(['zip-broken', 'zip-not']);
});

test.each([
  ['its own disk', 4],
  ['the disk of the directory', 6],
])('%s must be the first', async (_, at) => {
  for (const disk of [1, 0x100]) expect(await refusal(set(rawZip([empty]), end + at, disk))).toBe('zip-split');
});

test('both counts of entries must agree', async () => {
  expect(await refusal(set(rawZip([empty]), end + 8, 2))).toBe('zip-split');
});

test('the directory ends where the end begins', async () => {
  expect(await refusal(rawZip([empty], { start: central - 1 }))).toBe('zip-broken');
  expect(await refusal(rawZip([empty], { size: LENGTH.central + NAME - 1 }))).toBe('zip-broken');
  const zip = rawZip([empty]);
  expect(await refusal(Uint8Array.from([...zip.slice(0, end), 0, 0, ...zip.slice(end)]))).toBe('zip-broken');
});

test.each([
  ['another signature', 0, 0x02014b51, 4, 'zip-broken'],
  ['a name beyond the directory', 28, NAME + 1, 2, 'zip-broken'],
  ['an extra field beyond it', 30, 1, 2, 'zip-broken'],
  ['a comment beyond it', 32, 1, 2, 'zip-broken'],
  ['another disk', 34, 1, 2, 'zip-split'],
  ['encryption', 8, 0x801, 2, 'zip-encrypted quai.html'],
  ['strong encryption', 8, 0x840, 2, 'zip-encrypted quai.html'],
  ['AES', 10, 99, 2, 'zip-encrypted quai.html'],
  ['Deflate64', 10, 9, 2, 'zip-method quai.html'],
  ['stored content of another size', 24, 5, 4, 'zip-content quai.html'],
  ['a link of Unix', 38, 0o120777 * 0x10000, 4, 'zip-link quai.html'],
  ['a pipe', 38, 0o010644 * 0x10000, 4, 'zip-link quai.html'],
  ['a folder of Unix', 38, 0o040755 * 0x10000, 4, 'sound'],
  ['a mode without a kind', 38, 0o644 * 0x10000, 4, 'sound'],
  ['attributes of DOS', 38, 0x20, 4, 'sound'],
  ['other flags', 8, 0x806, 2, 'sound'],
] as const)('a record with %s', async (_, at, value, size, expected) => {
  expect(await refusal(set(rawZip([empty]), central + at, value, size))).toBe(expected);
});

test.each([3, 19, 0])('a link is refused whatever system (%d) made it', async (system) => {
  const zip = set(rawZip([empty]), central + 5, system, 1);
  expect(await refusal(set(zip, central + 38, 0o120777 * 0x10000, 4))).toBe('zip-link quai.html');
});

test('rest that is no record, at the end of the directory', async () => {
  expect(await refusal(rawZip([empty, empty]).slice())).toBe('sound');
  const zip = rawZip([empty]);
  const cut = Uint8Array.from([...zip.slice(0, end), 0, 0, ...zip.slice(end)]);
  expect(await refusal(set(cut, end + 2 + 12, LENGTH.central + NAME + 2, 4))).toBe('zip-broken');
});

test('the number of entries is as stated', async () => {
  expect(await refusal(rawZip([empty], { count: 2 }))).toBe('zip-broken 1');
  expect(await refusal(rawZip([empty, { ...empty, name: 'b' }], { count: 1 }))).toBe('zip-broken 2');
  const one = rawZip([empty]);
  const records = Array.from({ length: 65_536 }, () => one.subarray(central, end));
  const last = set(set(one.slice(end), 12, 65_536 * (end - central), 4), 8, 0, 4);
  expect(await refusal(new Uint8Array(Buffer.concat([one.subarray(0, central), ...records, last])))).toBe('zip-entries 65536');
});

interface Changed {
  readonly [name: string]: number | bigint;
}

/** ZIP64 records at the end, with some values changed. */
const end64 =
  (changed: Changed = {}): NonNullable<RawEnd['before']> =>
  ({ start, size, count }) => {
    const { mark = 0x06064b50, length = 44, disk = 0, first = 0, here = count, total = count, bytes = size, from = start } = changed;
    const { locator = 0x07064b50, of = 0, at = start + size } = changed;
    return Buffer.concat([
      numbers([mark, 4], [length, 8], [45, 2], [45, 2], [disk, 4], [first, 4], [here, 8], [total, 8], [bytes, 8], [from, 8]),
      numbers([locator, 4], [of, 4], [at, 8], [1, 4]),
    ]);
  };
const in64 = (changed: Changed = {}, more: RawEnd = {}): Uint8Array =>
  rawZip([empty], { count: 0xffff, size: 0xffffffff, start: 0xffffffff, before: end64(changed), ...more });

test('ZIP64: the long record counts wherever the short one refers to it', async () => {
  const { entries, start, isZip64 } = await read(in64());
  expect([entries.length, start, isZip64]).toEqual([1, central, true]);
  for (const key of ['count', 'size', 'start'] as const) {
    const short = { count: 1, size: LENGTH.central + NAME, start: central };
    const refers = { count: 0xffff, size: 0xffffffff, start: 0xffffffff };
    expect(await refusal(in64({}, { ...short, [key]: refers[key] }))).toBe('sound');
    expect(await refusal(in64({}, { ...refers, [key]: short[key] }))).toBe('sound');
    expect(await refusal(in64({}, { ...refers, [key]: 3 }))).toBe('zip-broken');
  }
});

test.each<[string, Changed, string]>([
  ['without its locator', { locator: 1 }, 'zip-broken'],
  ['with another signature', { mark: 1 }, 'zip-broken'],
  ['with another length', { length: 45 }, 'zip-broken'],
  ['elsewhere', { at: 0 }, 'zip-broken'],
  ['beyond all numbers', { at: 2n ** 60n }, 'zip-broken'],
  ['of another disk', { disk: 1 }, 'zip-split'],
  ['with a directory on another disk', { first: 1 }, 'zip-split'],
  ['with a locator of another disk', { of: 1 }, 'zip-split'],
  ['with two counts', { here: 2 }, 'zip-split'],
  ['with another size', { bytes: 3 }, 'zip-broken'],
  ['with another start', { from: 3 }, 'zip-broken'],
  ['with fewer entries than it states, as many as can be opened', { here: 65_535, total: 65_535 }, 'zip-broken 1'],
  ['with more entries than can be opened', { here: 65_536, total: 65_536 }, 'zip-entries 65536'],
])('a ZIP64 record %s', async (_, changed, expected) => {
  expect(await refusal(in64(changed))).toBe(expected);
});

test('without a ZIP64 record the values are meant as they are', async () => {
  expect(await refusal(rawZip([], { count: 0xffff }))).toBe('zip-broken 0');
  expect(await refusal(rawZip([], { size: 0xffffffff }))).toBe('zip-broken');
});

test('a directory has 64 MiB at most', async () => {
  const most = 64 * 1024 * 1024;
  const opening = (size: number): Promise<unknown> => {
    const last = rawZip([], { size, count: 1 });
    const read = async (start: number, length: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(length);
      if (start + length > size) bytes.set(last.slice(0, start + length - size), size - start);
      return bytes;
    };
    return readDirectory({ size: size + last.length, read });
  };
  await expect(opening(most + 1)).rejects.toMatchObject({ id: 'zip-entries', item: '1' });
  await expect(opening(most)).rejects.toMatchObject({ id: 'zip-broken', item: '' });
});

const long = (extra: Uint8Array, more: Partial<RawEntry> = {}): Uint8Array =>
  rawZip([{ ...good, data: new Uint8Array(), method: 0, size: 0xffffffff, packed: 0xffffffff, extra, ...more }]);

test('sizes of an entry may stand in its ZIP64 field, behind other fields', async () => {
  const field = numbers([1, 2], [16, 2], [7, 8], [7, 8]);
  expect((await read(long(field))).entries[0]).toMatchObject({ size: 7, packed: 7, offset: 0 });
  const behind = Buffer.concat([numbers([0x5455, 2], [3, 2]), Buffer.of(9, 9, 9), field]);
  expect((await read(long(behind))).entries[0]).toMatchObject({ size: 7, packed: 7 });
  const offset = numbers([1, 2], [8, 2], [5, 8]);
  expect((await read(rawZip([{ ...empty, offset: 0xffffffff, extra: offset }]))).entries[0]).toMatchObject({
    size: 0,
    packed: 0,
    offset: 5,
  });
  const all = numbers([1, 2], [24, 2], [7, 8], [7, 8], [5, 8]);
  expect((await read(long(all, { offset: 0xffffffff }))).entries[0]).toMatchObject({ size: 7, packed: 7, offset: 5 });
});

test.each([
  ['missing', new Uint8Array()],
  ['of another kind', numbers([2, 2], [16, 2], [7, 8], [7, 8])],
  ['too short', numbers([1, 2], [8, 2], [7, 8], [7, 8])],
  ['cut', numbers([1, 2], [16, 2], [7, 8])],
  ['beyond all numbers', numbers([1, 2], [16, 2], [2n ** 53n, 8], [7, 8])],
])('a ZIP64 field that is %s is broken', async (_, extra) => {
  expect(await refusal(long(extra))).toBe('zip-broken');
});

test('a name is decoded by its flag, and refused if it is dangerous', async () => {
  expect((await read(rawZip([{ ...empty, name: Uint8Array.of(0x82), flags: 0 }]))).entries[0]?.name).toBe('é');
  expect(await refusal(rawZip([{ ...empty, name: Uint8Array.of(0x82), flags: 0x800 }]))).toBe('zip-name é');
  expect(await refusal(rawZip([{ ...empty, name: '../a' }]))).toBe('zip-outside ../a');
  expect(await refusal(rawZip([{ ...empty, name: 'é'.repeat(600) }]))).toBe(`zip-name ${'é'.repeat(120)}`);
});
