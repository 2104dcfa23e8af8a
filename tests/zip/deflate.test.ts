import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflated, rememberDeflated } from '../../build/zip/deflate.ts';
import { LEVEL } from '../../build/zip/level.ts';

const text = (words: string): Buffer => Buffer.from(`${words} `.repeat(200));

test('what was deflated ahead is taken over', async () => {
  const content = text('Le four est chaud.');
  // Another level tells whose bytes they are.
  const packed = gzipSync(content, { level: 1 });
  rememberDeflated(content, packed);
  expect((await deflated(content, { level: LEVEL })).bytes).toEqual(packed.subarray(10, -8));
});

test('what was deflated of another content is not', async () => {
  const content = text('Le four est chaud.');
  rememberDeflated(content, gzipSync(text('Le four est froid.')));
  const { bytes } = await deflated(content, { level: LEVEL });
  expect(bytes).toEqual(gzipSync(content, { level: LEVEL }).subarray(10, -8));
});

test('many texts at once all come', async () => {
  const contents = Array.from({ length: 30 }, (_, index) => text(`Fournée ${index}.`));
  const all = await Promise.all(contents.map((content) => deflated(content, { level: LEVEL })));
  expect(all.map(({ gzip }) => gzip)).toEqual(contents.map((content) => gzipSync(content, { level: LEVEL }).length));
});
