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

test('what is broken, or would be too large, is refused', () => {
  expect(() => namesIn(bytes.slice(0, 40))).toThrow();
  const huge = Uint8Array.from(bytes);
  const view = new DataView(huge.buffer);
  // The unpacked size in the central directory.
  for (let at = 0; at + 4 < huge.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
  expect(() => namesIn(huge)).toThrow(RangeError);
  expect(textIn(huge, 'a.xml')).toBeUndefined();
});
