import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackDocx } from '../../../../build/exchange/read/docx/unpack.ts';

const DOCUMENT = { 'word/document.xml': strToU8('<w:document/>') };
const MIB = 1024 * 1024;

const unpacked = (files: Record<string, Uint8Array>): unknown => {
  const result = unpackDocx(zipSync(files));
  return typeof result === 'string' ? result : Object.keys(unzipSync(result)).sort();
};

/** Changes the sizes that the directory of a zip states for its first files. */
function stating(sizes: readonly number[], bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const left = [...sizes];
  for (let at = 0; at < bytes.length - 4 && left.length > 0; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, left.shift() ?? 0, true);
  if (left.length > 0) throw new Error('no directory');
  return bytes;
}

test('the files that a conversion reads are packed again, without compression', () => {
  const files = {
    ...DOCUMENT,
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8('<R/>'),
    'docProps/core.xml': strToU8('<c/>'),
  };
  const others = {
    'docProps/app.xml': strToU8('x'),
    'customXml/item1.xml': strToU8('x'),
    'word/../../x.xml': strToU8('x'),
    'my/word/a.xml': strToU8('x'),
  };
  const result = unpackDocx(zipSync({ ...files, ...others })) as Uint8Array;
  expect(Object.keys(unzipSync(result)).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml', 'word/document.xml']);
  expect(strFromU8(result)).toContain('<w:document/>');
});

test.each([
  ['another zip', { 'a.txt': strToU8('x') }, 'file.not-docx'],
  ['an OpenDocument text', { 'content.xml': strToU8('x') }, 'file.not-docx'],
  ['a document type', { ...DOCUMENT, 'word/styles.xml': strToU8('<!doctype x>') }, 'file.doctype'],
  ['an entity', { ...DOCUMENT, '_rels/a.RELS': strToU8('<!ENTITY x "y">') }, 'file.doctype'],
  [
    'a document type in a picture',
    { ...DOCUMENT, 'word/media/a.xml.bin': strToU8('<!DOCTYPE x>') },
    ['word/document.xml', 'word/media/a.xml.bin'],
  ],
])('%s', (_, files, expected) => {
  expect(unpacked(files)).toEqual(expected);
});

test('what is no zip is damaged', () => {
  expect(unpackDocx(strToU8('Une rame'))).toBe('file.damaged');
  expect(unpackDocx(zipSync(DOCUMENT).slice(0, -8))).toBe('file.damaged');
});

test('a file that swells more than 400 times is a bomb; small ones may', () => {
  const swollen = (size: number): unknown => unpacked({ ...DOCUMENT, 'a.bin': new Uint8Array(size) });
  expect(swollen(400 * 1024)).toEqual(['word/document.xml']);
  expect(swollen(400 * 1024 + 1)).toBe('file.bomb');
  expect(swollen(4 * MIB)).toBe('file.bomb');
});

test('a file of more than 64 MiB is a bomb, whatever its zip has', () => {
  const noise = (): Uint8Array =>
    zipSync({ 'a.bin': new Uint8Array(MIB).map((_, at) => (at * at * 7919) >> 3), ...DOCUMENT }, { level: 0 });
  expect(unpackDocx(stating([64 * MIB + 1], noise()))).toBe('file.bomb');
  expect(typeof unpackDocx(stating([64 * MIB], noise()))).toBe('object');
});

test('more than 256 MiB in all are a bomb', () => {
  const noise = new Uint8Array(MIB / 4).map((_, at) => (at * at * 7919) >> 3);
  const sized = (last: number): unknown => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, noise]));
    return unpackDocx(stating([64 * MIB, 64 * MIB, 64 * MIB, last], zipSync({ ...files, ...DOCUMENT }, { level: 0 })));
  };
  const rest = 64 * MIB - DOCUMENT['word/document.xml'].length;
  expect([typeof sized(rest), sized(rest + 1)]).toEqual(['object', 'file.bomb']);
});

test('more than 5000 files are a bomb', () => {
  const many = (count: number): Record<string, Uint8Array> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, new Uint8Array()]));
  expect(unpacked({ ...many(4999), ...DOCUMENT })).toEqual(['word/document.xml']);
  expect(unpacked({ ...many(5000), ...DOCUMENT })).toBe('file.bomb');
});
