// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shrink, sizeFor } from '../../../build/studio/media/shrink.ts';

test.each([
  [800, 600, { width: 800, height: 600 }],
  [4000, 3000, { width: 1600, height: 1200 }],
  [900, 3200, { width: 450, height: 1600 }],
  [1600, 1600, { width: 1600, height: 1600 }],
  [1601, 802, { width: 1600, height: 801 }],
  [3200, 1001, { width: 1600, height: 501 }],
])('%i × %i', (width, height, expected) => {
  expect(sizeFor(width, height)).toEqual(expected);
});

describe('a picture', () => {
  /** Arguments of the drawing, and of what writes it. */
  const drawn: unknown[][] = [];
  const photo = (size: number, name = 'Four.PNG'): File => new File([new Uint8Array(size)], name);
  let picture = { width: 3200, height: 2400 };
  let written: { readonly size: number; readonly type: string } | null;

  beforeEach(() => {
    drawn.length = 0;
    picture = { width: 3200, height: 2400 };
    written = { size: 10, type: 'image/webp' };
    vi.stubGlobal('createImageBitmap', async (file: File) => {
      if (file.name.startsWith('broken')) throw new DOMException('no picture');
      return picture;
    });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: (...all: unknown[]) => drawn.push(all) } as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done, type, quality) {
      drawn.push([this.width, this.height, type, quality]);
      done(written && new Blob([new Uint8Array(written.size).fill(7)], { type: written.type }));
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test('that is too large is drawn smaller, as WebP', async () => {
    expect(await shrink(photo(500))).toEqual({ bytes: new Uint8Array(10).fill(7), ending: 'webp', width: 1600, isSmaller: true });
    expect(drawn).toEqual([
      [picture, 0, 0, 1600, 1200],
      [1600, 1200, 'image/webp', 0.82],
    ]);
  });

  test('of acceptable size is drawn again only if it is heavy', async () => {
    picture = { width: 1600, height: 900 };
    const same = await shrink(photo(300 * 1024));
    expect([same.bytes.length, same.ending, same.width, same.isSmaller, drawn]).toEqual([300 * 1024, 'png', 1600, false, []]);
    expect(await shrink(photo(300 * 1024 + 1))).toMatchObject({ ending: 'webp', width: 1600, isSmaller: true });
  });

  test.each([
    [{ size: 499, type: 'image/webp' }, true],
    [{ size: 500, type: 'image/webp' }, false],
    [{ size: 10, type: 'image/png' }, false],
    [null, false],
  ])('that becomes %j is replaced: %s', async (blob, isSmaller) => {
    written = blob;
    const found = await shrink(photo(500));
    const kept = { bytes: new Uint8Array(500), ending: 'png', width: 3200, isSmaller: false };
    expect(found).toEqual(isSmaller ? { bytes: new Uint8Array(499).fill(7), ending: 'webp', width: 1600, isSmaller } : kept);
  });

  test.each(['plan.svg', 'anime.GIF'])('that is drawn or moves stays as it is: %s', async (name) => {
    const found = await shrink(photo(400_000, name));
    expect([found.bytes.length, found.ending, found.width, found.isSmaller]).toEqual([400_000, name.slice(-3).toLowerCase(), 0, false]);
    expect(drawn).toEqual([]);
  });

  test('that is none is refused', async () => {
    await expect(shrink(photo(500, 'broken.png'))).rejects.toThrow('no picture');
  });

  test('where nothing can be drawn is what the browser writes', async () => {
    vi.mocked(HTMLCanvasElement.prototype.getContext).mockReturnValue(null);
    expect((await shrink(photo(500))).isSmaller).toBe(true);
  });
});
