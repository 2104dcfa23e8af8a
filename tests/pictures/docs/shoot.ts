import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../helpers/examples-project.ts';

/** A part of a page, in CSS pixels from its top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shooting {
  /** Size of the picture's pixels, compared with the page's. */
  readonly zoom?: number;
  /** True if the area is what the window shows. Beyond the window, pages inside the page stay blank. */
  readonly isWindow?: boolean;
}

const QUALITIES = [88, 82, 76, 70, 62, 54, 46, 38, 30] as const;

const typeface = 'node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2';

/**
 * Gives the page a typeface in the place of the system's, so that pictures are the same on every machine.
 * @param rule where the page names its typeface, with `FACE` for the name
 */
export async function setTypeface(page: Page | Frame, rule = ':root { --c-font: FACE }'): Promise<void> {
  const data = readFileSync(join(root, typeface)).toString('base64');
  const face = `@font-face { font-family: "Of pictures"; font-weight: 300 900; src: url(data:font/woff2;base64,${data}) }`;
  await page.addStyleTag({ content: `${face}\n${rule.replaceAll('FACE', '"Of pictures", sans-serif')}` });
}

/** Lets a page draw and shuffle in the same way each time. It runs before the scripts of the page. */
export function sameChance(): void {
  let seed = 7;
  Math.random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

/** Waits until typefaces and pictures are there, and takes the focus away. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    await document.fonts.ready;
    // A picture below the window that loads late is never decoded.
    const seen = [...document.images].filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight);
    await Promise.all(seen.map((image) => image.decode().catch(() => undefined)));
    await new Promise((resolve) => setTimeout(resolve, 350));
  });
}

/**
 * Takes a picture in WebP with the best quality that is small enough.
 * @param most bytes
 * @throws if even the lowest quality is larger
 */
export async function shoot(page: Page, clip: Area, most: number, { zoom = 1, isWindow = false }: Shooting = {}): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'webp',
      quality,
      clip: { ...clip, scale: zoom },
      captureBeyondViewport: !isWindow,
    });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length <= most) return bytes;
  }
  throw new Error(`more than ${most} bytes at the lowest quality`);
}
