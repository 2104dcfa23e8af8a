import { expect, test, vi } from 'vitest';
import { readExactly, sourceOf, viewOf, ZipRefusal } from '../../../build/verify/zip/source.ts';

const bytes = Uint8Array.of(1, 2, 3, 4, 5);

test('bytes in memory are read in ranges; one beyond the end gives fewer', async () => {
  const source = sourceOf(bytes);
  expect(source.size).toBe(5);
  expect(
    [await source.read(0, 2), await source.read(3, 9), await source.read(5, 1), await source.read(2, -1)].map((one) => [...one]),
  ).toEqual([[1, 2], [4, 5], [], []]);
});

test('bytes may be a part of others', async () => {
  const source = sourceOf(bytes.subarray(1, 4));
  expect([source.size, [...(await source.read(0, 9))]]).toEqual([3, [2, 3, 4]]);
});

test('a range is read exactly, or refused', async () => {
  const source = sourceOf(bytes);
  expect([...(await readExactly(source, 0, 5))]).toEqual([1, 2, 3, 4, 5]);
  expect([...(await readExactly(source, 5, 0))]).toEqual([]);
  for (const [start, length] of [
    [-1, 2],
    [0, 6],
    [3, 3],
    [6, 0],
    [2, -1],
  ] as const)
    await expect(readExactly(source, start, length)).rejects.toMatchObject({ id: 'zip-broken', item: '' });
});

test('a range that is refused is not read', async () => {
  const read = vi.fn(async () => bytes);
  for (const [start, length] of [
    [-1, 1],
    [3, 3],
    [0, 6],
  ] as const)
    await expect(readExactly({ size: 5, read }, start, length)).rejects.toBeInstanceOf(ZipRefusal);
  expect(read).not.toHaveBeenCalled();
});

test('a file that became shorter is refused', async () => {
  const source = { size: 5, read: async () => bytes.subarray(0, 2) };
  await expect(readExactly(source, 0, 3)).rejects.toBeInstanceOf(ZipRefusal);
  expect([...(await readExactly(source, 0, 2))]).toEqual([1, 2]);
});

test('a view is of these bytes only', () => {
  const view = viewOf(bytes.subarray(1, 3));
  expect([view.byteLength, view.getUint8(0), view.getUint16(0, true)]).toEqual([2, 2, 0x0302]);
});

test('a refusal names its rule and what is wrong', () => {
  expect(new ZipRefusal('zip-link', 'a')).toMatchObject({ id: 'zip-link', item: 'a', message: 'zip-link a' });
});
