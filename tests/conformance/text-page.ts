import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { unzip } from '../helpers/unzip.ts';

type Open = (width?: number, more?: BrowserContextOptions) => Promise<Page>;

/**
 * Builds a session of this text before the tests of a file, for the web.
 * @param files of the course besides
 * @returns a function that opens it from disk in a new browser context, 360 pixels wide by default
 */
export function textPage(body: string, files: Files = {}): Open {
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    browser = await openBrowser();
    const out = buildPackages(depot({ ...rames(body), ...files }), '--target', 'web', '--no-course');
    address = pathToFileURL(join(await unzip(join(out, 'depot/rames.web.zip')), 'index.html')).href;
  });
  afterAll(() => browser?.close());
  return async (width = 360, more = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', ...more });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('[data-save="alone"]').waitFor();
    return page;
  };
}
