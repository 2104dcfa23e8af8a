import { expect, it } from 'vitest';
import { pictureSize } from '../../build/files/picture-size.ts';
import type { Files } from '../../build/host/host.ts';

const sizeOf = (bytes: readonly number[] | string) => {
  const head = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from([...bytes, ...new Array(40).fill(0)]);
  return pictureSize({ head: () => head } as unknown as Files, 'quai');
};
const letters = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const svg = (attributes: string): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`;

it('reads a PNG, a GIF and the kinds of WebP', () => {
  expect(sizeOf([0x89, ...letters('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...letters('IHDR'), 0, 0, 1, 44, 0, 0, 0, 200])).toEqual({
    width: 300,
    height: 200,
  });
  expect(sizeOf([...letters('GIF89a'), 44, 1, 200, 0])).toEqual({ width: 300, height: 200 });
  const webp = [...letters('RIFF'), 0, 0, 0, 0, ...letters('WEBP')];
  expect(sizeOf([...webp, ...letters('VP8X'), 0, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0])).toEqual({ width: 300, height: 200 });
  expect(sizeOf([...webp, ...letters('VP8X'), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 199, 0, 0])).toEqual({ width: 65_537, height: 200 });
  expect(sizeOf([...webp, ...letters('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 200, 0])).toEqual({ width: 300, height: 200 });
  expect(sizeOf([...webp, ...letters('VP8L'), 0, 0, 0, 0, 0x2f, 299 & 0xff, (299 >> 8) | ((199 & 3) << 6), 199 >> 2, 0])).toEqual({
    width: 300,
    height: 200,
  });
});

it('leaves the bits beside a size out: of a scale, of transparency', () => {
  const webp = [...letters('RIFF'), 0, 0, 0, 0, ...letters('WEBP')];
  expect(sizeOf([...webp, ...letters('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 44, 0x41, 200, 0x80])).toEqual({
    width: 300,
    height: 200,
  });
  expect(sizeOf([...webp, ...letters('VP8L'), 0, 0, 0, 0, 0x2f, 299 & 0xff, (299 >> 8) | ((199 & 3) << 6), 199 >> 2, 0x10])).toEqual({
    width: 300,
    height: 200,
  });
  expect(sizeOf([...webp, ...letters('VP8Y'), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBeNull();
});

it('looks at the first 256 kB: long metadata may stand before the size', () => {
  const asked: unknown[] = [];
  const head = (...call: unknown[]): Uint8Array => {
    asked.push(call);
    return new TextEncoder().encode(svg('width="10" height="20"'));
  };
  expect([pictureSize({ head } as unknown as Files, 'quai'), asked]).toEqual([{ width: 10, height: 20 }, [['quai', 262_144]]]);
});

it('reads a picture from the middle of a larger piece of memory', () => {
  const gif = [...letters('GIF89a'), 44, 1, 200, 0, ...new Array(30).fill(0)];
  const head = (): Uint8Array => Uint8Array.from([1, 2, 3, ...gif]).subarray(3);
  expect(pictureSize({ head } as unknown as Files, 'quai')).toEqual({ width: 300, height: 200 });
});

it('reads a JPEG behind its other segments, and skips tables that only look like a frame', () => {
  const app = [0xff, 0xe0, 0, 4, 1, 2];
  const table = [0xff, 0xc4, 0, 4, 1, 2];
  const frame = [0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44];
  expect(sizeOf([0xff, 0xd8, ...app, ...table, ...frame])).toEqual({ width: 300, height: 200 });
  const marked = (marker: number) => sizeOf([0xff, 0xd8, 0xff, marker, 0, 11, 8, 0, 100, 1, 0, 0, 0, 0, 0, ...frame]);
  for (const marker of [0xc0, 0xc1, 0xcf]) expect([marker, marked(marker)]).toEqual([marker, { width: 256, height: 100 }]);
  for (const marker of [0xc4, 0xc8, 0xcc, 0xbf, 0xd0, 0xfe])
    expect([marker, marked(marker)]).toEqual([marker, { width: 300, height: 200 }]);
});

it('reads an SVG by its size, else by its view box', () => {
  expect(sizeOf(svg('width="300" height="200px" viewBox="0 0 30 20"'))).toEqual({ width: 300, height: 200 });
  expect(sizeOf(svg('viewBox="0 0 30.4,20.6"'))).toEqual({ width: 30, height: 21 });
  expect(sizeOf(svg('viewBox=" 0  0 30 20 "'))).toEqual({ width: 30, height: 20 });
  expect(sizeOf(svg('width="100%" height="50%" viewBox="0 0 30 20"'))).toEqual({ width: 30, height: 20 });
  expect(sizeOf(svg('stroke-width="3" viewBox="0 0 30 20"'))).toEqual({ width: 30, height: 20 });
});

it('reads a picture of 30 bytes, not of 29', () => {
  expect([sizeOf('<svg width="10" height="20" />'), sizeOf('<svg width="10" height="20"/>')]).toEqual([{ width: 10, height: 20 }, null]);
});

it('knows no size of other files, of short ones, and of pictures of no size', () => {
  expect([sizeOf('Un texte qui n’est pas une image.'), sizeOf('<svg>'), sizeOf(svg('width="0" height="0"'))]).toEqual([null, null, null]);
  expect([sizeOf([...letters('GIF89a'), 44, 1, 0, 0]), sizeOf([...letters('GIF89a'), 0, 0, 44, 1])]).toEqual([null, null]);
});
