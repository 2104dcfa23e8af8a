import type { Browser, Page } from 'playwright-core';
import type { Step } from './animated-webp.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a frame, and the picture of it as a data URL. */
interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly url: string;
}

declare global {
  interface Window {
    /** Pixels of the frame before. */
    before?: Uint8ClampedArray;
  }
}

const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** Cuts out of each frame what differs from the one before. The browser reads PNG and writes WebP. */
export class FrameCutter {
  private readonly page: Page;
  private readonly size: Size;

  private constructor(page: Page, size: Size) {
    this.page = page;
    this.size = size;
  }

  /** @param size of all frames, in pixels: both even */
  static async open(browser: Browser, { width, height }: Size): Promise<FrameCutter> {
    return new FrameCutter(await (await browser.newContext()).newPage(), { width, height });
  }

  /** Takes the next frame for the first one. */
  async restart(): Promise<void> {
    await this.page.evaluate(() => {
      delete window.before;
    });
  }

  /** @param quality from 0 to 1 @returns the part that differs; null if nothing does */
  async cut(png: Buffer, quality: number): Promise<Omit<Step, 'lasts'> | null> {
    const cut = await this.page.evaluate(cutFrame, [png.toString('base64'), this.size, quality, false] as const);
    if (!cut) return null;
    const { url, ...area } = cut;
    return { ...area, still: bytesOf(url) };
  }

  /** The whole frame in WebP. @param quality from 0 to 1 */
  async still(png: Buffer, quality: number): Promise<Buffer> {
    await this.restart();
    const cut = await this.page.evaluate(cutFrame, [png.toString('base64'), this.size, quality, true] as const);
    return bytesOf(cut?.url ?? '');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page. */
async function cutFrame([png, size, quality, isWhole]: readonly [string, Size, number, boolean]): Promise<Cut | null> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  const { before } = window;
  window.before = data;
  let [left, top, right, bottom] = before && !isWhole ? [size.width, size.height, 0, 0] : [0, 0, size.width, size.height];
  for (let index = 0; before && !isWhole && index < data.length; index++) {
    if (data[index] === before[index]) continue;
    const pixel = index >> 2;
    const [x, y] = [pixel % size.width, Math.floor(pixel / size.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  if (right <= left) return null;
  // The format counts places in twos.
  [left, top] = [left - (left % 2), top - (top % 2)];
  const part = new OffscreenCanvas(right - left, bottom - top);
  (part.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D).drawImage(canvas, -left, -top);
  const blob = await part.convertToBlob({ type: 'image/webp', quality });
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return { x: left, y: top, width: right - left, height: bottom - top, url };
}
