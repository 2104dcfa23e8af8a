import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../build/verify/zip/content.ts';
import { checkContents, openZip } from '../../../build/verify/zip/open-zip.ts';
import { sourceOf, ZipRefusal } from '../../../build/verify/zip/source.ts';
import { numbers, type RawEnd, type RawEntry, rawZip } from './raw-zip.ts';

/** Reason for which a zip is refused; null if it is sound. */
async function refusalOf(bytes: Uint8Array): Promise<readonly [string, string] | null> {
  try {
    await checkContents(await openZip(sourceOf(bytes)));
    return null;
  } catch (error) {
    if (error instanceof ZipRefusal) return [error.id, error.item];
    throw error;
  }
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const good: RawEntry = { name: 'quai.html' };

/** ZIP64 records at the end, with some values changed. */
function end64(change: { count?: number; start?: number; disk?: number; at?: number } = {}): NonNullable<RawEnd['before']> {
  return ({ start, size, count }) => {
    const here = change.at ?? start + size;
    const total = change.count ?? count;
    return Buffer.concat([
      numbers(
        [0x06064b50, 4],
        [44, 8],
        [45, 2],
        [45, 2],
        [change.disk ?? 0, 4],
        [0, 4],
        [total, 8],
        [total, 8],
        [size, 8],
        [change.start ?? start, 8],
      ),
      numbers([0x07064b50, 4], [0, 4], [here, 8], [1, 4]),
    ]);
  };
}

const zip64: RawEnd = { count: 0xffff, size: 0xffffffff, start: 0xffffffff, before: end64() };

const SOUND: readonly (readonly [what: string, entries: readonly RawEntry[], end?: RawEnd])[] = [
  [
    'deflated and stored files, and a folder',
    [good, { name: 'rails/', data: new Uint8Array(), method: 0 }, { name: 'rails/a.png', method: 0 }],
  ],
  [
    'an empty file',
    [
      { name: 'vide.txt', data: new Uint8Array(), method: 0 },
      { name: 'vide2.txt', data: new Uint8Array() },
    ],
  ],
  ['sizes after the content', [{ ...good, flags: 0x808, local: { size: 0 } }]],
  ['ZIP64', [good], zip64],
  ['names beyond ASCII', [{ name: 'à quai.html' }, { name: Uint8Array.of(0x82, 0x2e, 0x68), flags: 0 }]],
  ['no Unix mode', [{ ...good, mode: 0 }]],
  [
    'a directory in another order than the contents',
    [
      { name: 'b', method: 0, offset: 35, local: { name: 'a' } },
      { name: 'a', method: 0, offset: 0, local: { name: 'b' } },
    ],
  ],
];

describe('a valid zip', () => {
  test.each(SOUND.map(([what, entries, end]) => ({ what, entries, end })))('$what', async ({ entries, end }) => {
    expect(await refusalOf(rawZip(entries, end))).toBeNull();
  });

  test('gives names and contents', async () => {
    const zip = await openZip(
      sourceOf(
        rawZip([
          { name: 'à quai.txt', data: text('ding '.repeat(1000)) },
          { name: Uint8Array.of(0x82, 0x2e, 0x68), flags: 0 },
        ]),
      ),
    );
    expect([...zip.files.keys()]).toEqual(['à quai.txt', 'é.h']);
    const [entry] = zip.entries;
    expect(new TextDecoder().decode(entry && (await bytesOf(zip.source, entry)))).toBe('ding '.repeat(1000));
  });
});

const bomb = (size: number): RawEntry => ({ name: 'zeros.bin', data: new Uint8Array(1024), size, packed: 40 });

const HOSTILE: readonly (readonly [what: string, bytes: () => Uint8Array, id: string, item?: string])[] = [
  ['another file', () => text('%PDF-1.7 '.repeat(9)), 'zip-not'],
  ['an empty file', () => new Uint8Array(), 'zip-not'],
  ['a download that was cut off', () => rawZip([good]).slice(0, 60), 'zip-broken'],
  ['a byte at its end', () => Uint8Array.from([...rawZip([good]), 0]), 'zip-broken'],
  ['a name that leads out', () => rawZip([{ name: '../quai.html' }]), 'zip-outside', '../quai.html'],
  ['one that leads out inside', () => rawZip([{ name: 'a/../../quai.html' }]), 'zip-outside'],
  ['one that leads out with backslashes', () => rawZip([{ name: '..\\..\\quai.html' }]), 'zip-outside'],
  ['an absolute name', () => rawZip([{ name: '/etc/passwd' }]), 'zip-outside'],
  ['a drive', () => rawZip([{ name: 'C:\\quai.html' }]), 'zip-outside'],
  ['a network folder', () => rawZip([{ name: '\\\\serveur\\quai' }]), 'zip-outside'],
  ['a symbolic link', () => rawZip([{ ...good, mode: 0o120777, data: text('/etc/passwd'), method: 0 }]), 'zip-link', 'quai.html'],
  ['a device', () => rawZip([{ ...good, mode: 0o020666 }]), 'zip-link'],
  ['an empty name', () => rawZip([{ name: '' }]), 'zip-name'],
  ['a null byte in a name', () => rawZip([{ name: 'quai.html\0.png' }]), 'zip-name', 'quai.html�.png'],
  ['a line break in a name', () => rawZip([{ name: 'quai\n.html' }]), 'zip-name'],
  ['a reversed name', () => rawZip([{ name: 'quai\u202elmth.exe' }]), 'zip-name'],
  ['a name of 2000 bytes', () => rawZip([{ name: 'q'.repeat(2000) }]), 'zip-name'],
  ['a name that is no UTF-8', () => rawZip([{ name: Uint8Array.of(0xff, 0x2e) }]), 'zip-name'],
  ['a dot as a folder', () => rawZip([{ name: './quai.html' }]), 'zip-name'],
  ['two slashes', () => rawZip([{ name: 'a//quai.html' }]), 'zip-name'],
  ['the same name twice', () => rawZip([good, good]), 'zip-twice', 'quai.html'],
  ['an encrypted file', () => rawZip([{ ...good, flags: 0x801 }]), 'zip-encrypted', 'quai.html'],
  ['strong encryption', () => rawZip([{ ...good, flags: 0x841 }]), 'zip-encrypted'],
  ['AES', () => rawZip([{ ...good, method: 99 }]), 'zip-encrypted'],
  ['bzip2', () => rawZip([{ ...good, method: 12 }]), 'zip-method', 'quai.html'],
  [
    '65,536 entries',
    () => rawZip(Array.from({ length: 65_536 }, (_, n) => ({ name: `${n}`, method: 0, data: new Uint8Array() }))),
    'zip-entries',
  ],
  ['70,000 entries in ZIP64', () => rawZip([good], { ...zip64, before: end64({ count: 70_000 }) }), 'zip-entries', '70000'],
  ['fewer entries than it states', () => rawZip([good], { count: 2 }), 'zip-broken'],
  ['more entries than it states', () => rawZip([good, { name: 'b' }], { count: 1 }), 'zip-broken'],
  ['a directory elsewhere', () => rawZip([good], { start: 3 }), 'zip-broken'],
  ['a part of a set', () => rawZip([good], { disk: 1 }), 'zip-split'],
  ['ZIP64 without its record', () => rawZip([good], { ...zip64, before: () => new Uint8Array() }), 'zip-broken'],
  ['ZIP64 at another position', () => rawZip([good], { ...zip64, before: end64({ at: 0 }) }), 'zip-broken'],
  ['ZIP64 with another directory', () => rawZip([good], { ...zip64, before: end64({ start: 1 }) }), 'zip-broken'],
  ['ZIP64 of another disk', () => rawZip([good], { ...zip64, before: end64({ disk: 2 }) }), 'zip-split'],
  ['ZIP64 that says something else', () => rawZip([good], { ...zip64, count: 7 }), 'zip-broken'],
  ['a ZIP64 field that is missing', () => rawZip([{ ...good, size: 0xffffffff }]), 'zip-broken'],
  ['a ZIP64 field that is too short', () => rawZip([{ ...good, size: 0xffffffff, extra: numbers([1, 2], [4, 2], [4, 4]) }]), 'zip-broken'],
  [
    'a ZIP64 size beyond numbers',
    () => rawZip([{ ...good, size: 0xffffffff, extra: numbers([1, 2], [8, 2], [0xffffffffffffffffn, 8]) }]),
    'zip-broken',
  ],
  ['3 GB in 40 bytes', () => rawZip([bomb(3e9)]), 'zip-bomb', 'zeros.bin'],
  [
    'many files that are large together',
    () => rawZip(Array.from({ length: 50 }, (_, n) => ({ ...bomb(0), name: `${n}`, size: 100_000_000, packed: 1_000_000 }))),
    'zip-bomb',
  ],
  ['a ZIP64 size of a petabyte', () => rawZip([{ ...good, size: 0xffffffff, extra: numbers([1, 2], [8, 2], [2n ** 50n, 8]) }]), 'zip-bomb'],
  [
    'contents that overlap',
    () =>
      rawZip([
        { ...good, name: 'a' },
        { ...good, name: 'b', offset: 0, local: { name: 'b' } },
      ]),
    'zip-bomb',
  ],
  ['content in the directory', () => rawZip([{ ...good, packed: 60 }]), 'zip-broken'],
  ['another name in the local header', () => rawZip([{ ...good, local: { name: 'evil.html' } }]), 'zip-headers', 'quai.html'],
  ['another method there', () => rawZip([{ ...good, local: { method: 0 } }]), 'zip-headers'],
  ['another size there', () => rawZip([{ ...good, local: { size: 5 } }]), 'zip-headers'],
  ['encryption there', () => rawZip([{ ...good, local: { flags: 0x801 } }]), 'zip-headers'],
  ['no local header', () => rawZip([{ ...good, offset: 2 }]), 'zip-headers'],
  ['a local header outside', () => rawZip([{ ...good, offset: 0xfffffff0 }]), 'zip-broken'],
  ['a size that is too small', () => rawZip([{ ...good, size: 2 }]), 'zip-content', 'quai.html'],
  ['a size that is too large', () => rawZip([{ ...good, size: 9 }]), 'zip-content'],
  ['another checksum', () => rawZip([{ ...good, crc: 1 }]), 'zip-content'],
  ['another checksum of a folder', () => rawZip([good, { name: 'rails/', method: 0, crc: 1 }]), 'zip-content', 'rails/'],
  ['a stored file of another size', () => rawZip([{ ...good, method: 0, size: 9 }]), 'zip-content'],
];

describe('a hostile or broken zip is refused', () => {
  test.each(HOSTILE.map(([what, bytes, id, item]) => ({ what, bytes, id, item })))('$what', async ({ bytes, id, item }) => {
    const refusal = await refusalOf(bytes());
    expect(refusal?.[0]).toBe(id);
    if (item !== undefined) expect(refusal?.[1]).toBe(item);
  });
});

test('a small file that unpacks to more than it states is stopped at once', async () => {
  const data = new Uint8Array(50_000_000);
  const pieces: number[] = [];
  const bytes = rawZip([{ name: 'zeros.bin', data, size: 1000 }]);
  const source = sourceOf(bytes);
  const watched = {
    size: source.size,
    read: (start: number, length: number) => {
      pieces.push(length);
      return source.read(start, length);
    },
  };
  await expect(openZip(watched).then(checkContents)).rejects.toMatchObject({ id: 'zip-content' });
  expect(Math.max(...pieces)).toBeLessThanOrEqual(65_557);
});

test('folders are entries, and no files', async () => {
  const entries: readonly RawEntry[] = [good, { name: 'rails/', data: new Uint8Array(), method: 0 }, { name: 'rails/a.png' }];
  for (const [end, isZip64] of [
    [{}, false],
    [zip64, true],
  ] as const) {
    const source = sourceOf(rawZip(entries, end));
    const zip = await openZip(source);
    expect(zip.entries.map(({ name }) => name)).toEqual(['quai.html', 'rails/', 'rails/a.png']);
    expect([[...zip.files], zip.isZip64, zip.source === source]).toEqual([
      [
        ['quai.html', zip.entries[0]],
        ['rails/a.png', zip.entries[2]],
      ],
      isZip64,
      true,
    ]);
  }
});

const MB = 1024 * 1024;

test.each<[what: string, sizes: readonly (readonly [size: number, packed: number])[], isBomb: boolean]>([
  ['64 MiB, whatever they are in the zip', [[64 * MB, 40]], false],
  ['a byte more', [[64 * MB + 1, 40]], true],
  ['200 times what they are in the zip', [[80_000_000, 400_000]], false],
  ['a byte more', [[80_000_001, 400_000]], true],
  ['4 GiB together', Array.from({ length: 4 }, () => [1024 * MB, 10 * MB] as const), false],
  ['a byte more together', [[1, 1], ...Array.from({ length: 4 }, () => [1024 * MB, 10 * MB] as const)], true],
])('files may have %s: %j', async (_, sizes, isBomb) => {
  const entries = sizes.map(([size, packed], n): RawEntry => ({ name: `${n}`, data: new Uint8Array(), size, packed }));
  // Those that are no bomb are broken: their content isn't there.
  expect((await refusalOf(rawZip(entries)))?.[0]).toBe(isBomb ? 'zip-bomb' : 'zip-broken');
});
