import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSite } from '../../build/toolchain/site/make-site.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { spread } from '../helpers/sweep.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A path below which a web space keeps the site. */
const BELOW = '/some/where/';

const folder = join(mkdtempSync(join(tmpdir(), 'cartable-site-')), 'site');
const missing: string[] = [];
let browser: Browser;
let server: Server;
let address = '';

beforeAll(async () => {
  await makeSite(root, folder);
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, decodeURI(pathname).replace(BELOW, '/').replace(/\/$/, '/index.html'));
    // Browsers ask for it by themselves, of pages without an icon.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (!pathname.startsWith(BELOW) || !existsSync(path)) {
      missing.push(pathname);
      return void response.writeHead(404).end();
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}`;
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Opens a page of the site, and collects what it reports as an error. */
async function open(
  path: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, locale: 'fr-FR', reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address + path);
  return { page, errors };
}

const PAGES = ['', 'en/', 'premiere-seance.html', 'ecrire-une-seance.html', 'en/report.html', 'en/runtime.html'];
const VIEWS = PAGES.flatMap((path) => [320, 1280].map((width) => [path, width] as const));

test.each(spread(VIEWS, 5))(
  '%s at %i pixels: axe, and no sideways scroll',
  {
    timeout: 120_000,
  },
  async (path, width) => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, errors } = await open(path, width, scheme);
      for (const fold of await page.locator('details:visible').all()) await fold.evaluate((one) => one.setAttribute('open', ''));
      expect(await axe(page, page.mainFrame()), scheme).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(errors).toEqual([]);
      await page.close();
    }
  },
);

test('from the home to an example of the gallery that can be answered, and to the studio', { timeout: 120_000 }, async () => {
  const { page, errors } = await open('', 1280, 'light');
  await page.getByRole('link', { name: /^Question à choix/ }).click();
  await page.locator('#p-page-choice').getByRole('radio').first().check();
  await page.goBack();
  await page.getByRole('link', { name: 'Ouvrir le studio' }).first().click();
  await page.getByRole('button', { name: /^Page blanche/ }).waitFor();
  expect([errors, missing]).toEqual([[], []]);
  await page.close();
});

test('by keyboard: past the head; the table of contents marks where the reader is', { timeout: 60_000 }, async () => {
  const { page } = await open('ecrire-une-seance.html', 1280, 'light');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('w:main');
  const contents = page.getByRole('navigation', { name: 'Sur cette page' });
  await contents.getByRole('link', { name: 'Classement', exact: true }).click();
  await expect.poll(() => contents.locator('[aria-current]').textContent()).toMatch(/^Classement/);
  expect(await contents.locator('[aria-current]').evaluate((link) => link.getBoundingClientRect().top < innerHeight)).toBe(true);
  await page.close();
});

test('the moving picture waits for who prefers less motion, plays for others, and stops', { timeout: 60_000 }, async () => {
  const { page } = await open('', 1280, 'light');
  const image = page.locator('.w-moving img');
  expect(await image.getAttribute('src')).toContain('moving-still');
  await page.getByRole('button', { name: 'Lire l’animation' }).press('Enter');
  expect(await image.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBeGreaterThan(600);
  expect(await image.getAttribute('src')).toMatch(/\/moving\.webp$/);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.reload();
  await page.getByRole('button', { name: 'Arrêter l’animation' }).click();
  expect(await image.getAttribute('src')).toContain('moving-still');
  await page.close();
});
