import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../helpers/examples-project.ts';
import { animatedWebp } from '../pictures/docs/animated-webp.ts';
import { movingFrame } from '../pictures/docs/moving.ts';
import { ending } from '../pictures/docs/sources.ts';
import { imagesFolder } from '../pictures/docs/subject.ts';

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** Reads the chunks of a WebP. */
function chunksOf(bytes: Buffer): Chunk[] {
  expect([bytes.toString('latin1', 0, 4), bytes.readUInt32LE(4), bytes.toString('latin1', 8, 12)]).toEqual([
    'RIFF',
    bytes.length - 8,
    'WEBP',
  ]);
  const chunks: Chunk[] = [];
  for (let at = 12; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    chunks.push({ name: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** A still of WebP with these pixels in it; the odd length needs a byte of padding. */
function still(pixels: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(pixels.length);
  return Buffer.concat([Buffer.from('RIFF____WEBPVP8 '), length, Buffer.from(pixels), Buffer.alloc(pixels.length % 2)]);
}

test('an animated picture has its size, an endless loop, and each step at its place for its time', () => {
  const bytes = animatedWebp({ width: 300, height: 200 }, [
    { x: 0, y: 0, width: 300, height: 200, lasts: 500, still: still('abc') },
    { x: 10, y: 258, width: 5, height: 7, lasts: 70_000, still: still('de') },
  ]);
  const [whole, loop, first, second, ...more] = chunksOf(bytes);
  expect([whole, loop, first, second].map((one) => one?.name)).toEqual(['VP8X', 'ANIM', 'ANMF', 'ANMF']);
  expect(more).toEqual([]);
  expect([...(whole?.data ?? [])]).toEqual([2, 0, 0, 0, 43, 1, 0, 199, 0, 0]);
  expect(loop?.data.readUInt16LE(4)).toBe(0);
  expect([0, 3, 6, 9, 12].map((at) => second?.data.readUIntLE(at, 3))).toEqual([5, 129, 4, 6, 70_000]);
  expect(first?.data.subarray(16).toString('latin1')).toBe('VP8 \x03\0\0\0abc\0');
});

test('what is no WebP is refused', () => {
  const step = { x: 0, y: 0, width: 1, height: 1, lasts: 1, still: Buffer.from('\x89PNG and so on') };
  expect(() => animatedWebp({ width: 1, height: 1 }, [step])).toThrow('not WebP');
});

describe.each(languages)("README's moving picture in %s", (lang) => {
  const chunks = chunksOf(readFileSync(join(imagesFolder, `readme/moving${ending(lang)}.webp`)));
  const frames = chunks.filter(({ name }) => name === 'ANMF').map(({ data }) => data);

  test('lasts about eight seconds, with every step inside', () => {
    const total = frames.reduce((sum, data) => sum + data.readUIntLE(12, 3), 0);
    expect(total).toBeGreaterThan(7500);
    expect(total).toBeLessThan(8500);
    for (const data of frames) {
      const [x, y, width, height] = [0, 3, 6, 9].map((at) => data.readUIntLE(at, 3)) as [number, number, number, number];
      expect(2 * x + width + 1).toBeLessThanOrEqual(movingFrame.width);
      expect(2 * y + height + 1).toBeLessThanOrEqual(movingFrame.height);
    }
  });

  test('its first step is the whole picture', () => {
    const { width, height } = movingFrame;
    expect([0, 3, 6, 9].map((at) => frames[0]?.readUIntLE(at, 3))).toEqual([0, 0, width - 1, height - 1]);
  });
});
