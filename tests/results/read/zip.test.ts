import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZip, namesIn, textIn } from '../../../build/results/read/zip.ts';

const bytes = zipSync({ 'a.xml': strToU8('été'), 'dossier/b.txt': strToU8('b') });

test('a zip is known by its first bytes', () => {
  expect([
    isZip(bytes),
    isZip(new Uint8Array()),
    isZip(strToU8('PK')),
    isZip(strToU8('PK\x03\x05')),
    isZip(strToU8('PK\x02\x04')),
    isZip(strToU8('QK\x03\x04')),
    isZip(strToU8('PQ\x03\x04')),
  ]).toEqual([true, false, false, false, false, false, false]);
});

test('names and texts', () => {
  expect([namesIn(bytes), textIn(bytes, 'a.xml'), textIn(bytes, 'c.xml')]).toEqual([['a.xml', 'dossier/b.txt'], 'été', undefined]);
});

/** Gives the files whose names have an ending an unpacked size in the central directory, 2 GB unless a test says otherwise. */
function inflated(ending: string, size = 0x7fffffff, zip = bytes): Uint8Array {
  const huge = Uint8Array.from(zip);
  const view = new DataView(huge.buffer);
  for (let at = 0; at + 4 < huge.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(huge.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name.endsWith(ending)) view.setUint32(at + 24, size, true);
  }
  return huge;
}

test('what is broken, or would be too large, is refused', () => {
  expect(() => namesIn(bytes.slice(0, 40))).toThrow();
  expect(() => namesIn(inflated('.xml'))).toThrow(RangeError);
  expect(textIn(inflated('.xml'), 'a.xml')).toBeUndefined();
});

test('all texts of a workbook may have 128 MB together', () => {
  const limit = 134_217_728;
  const two = zipSync({ 'a.xml': strToU8('a'), 'b.XML': strToU8('b'), 'c.xml.bin': strToU8('c') });
  expect(namesIn(inflated('.xml', limit - 1, two))).toEqual(['a.xml', 'b.XML', 'c.xml.bin']);
  expect(() => namesIn(inflated('.xml', limit, two))).toThrow(RangeError);
  expect(() => namesIn(inflated('.XML', limit, two))).toThrow(RangeError);
  expect(namesIn(inflated('.bin', limit, two))).toHaveLength(3);
});

test('a large file that isn’t read, such as a video, prevents nothing', () => {
  const film = inflated('.txt');
  expect([namesIn(film), textIn(film, 'a.xml'), textIn(film, 'dossier/b.txt')]).toEqual([['a.xml', 'dossier/b.txt'], 'été', undefined]);
});

test('one file that is read may have 128 MB', () => {
  const limit = 134_217_728;
  expect([textIn(inflated('.txt', limit), 'dossier/b.txt'), textIn(inflated('.txt', limit + 1), 'dossier/b.txt')]).toEqual([
    'b',
    undefined,
  ]);
});
