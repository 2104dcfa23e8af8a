import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipFiles } from '../../../build/versions/read/zip-files.ts';

test('a zip has sizes and contents', () => {
  const files = zipFiles(zipSync({ 'a.txt': strToU8('pain'), 'b/C.txt': strToU8('sel') }));
  expect([...(files?.sizes ?? [])]).toEqual([
    ['a.txt', 4],
    ['b/C.txt', 3],
  ]);
  expect([files?.read('b/C.txt'), files?.read('b/c.txt'), files?.read('d.txt')]).toEqual([strToU8('sel'), undefined, undefined]);
});

test('another file, or a zip that is cut, is none', () => {
  expect(zipFiles(strToU8('pain'))).toBeUndefined();
  expect(zipFiles(Uint8Array.from([...strToU8('pain'), ...zipSync({ 'a.txt': strToU8('sel') })]))).toBeUndefined();
  expect(zipFiles(zipSync({ 'a.txt': strToU8('pain') }).slice(0, 40))).toBeUndefined();
});
