import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { buildSheets } from '../sheets/built-sheets.ts';
import { sheetsOf } from '../sheets/sheets-of.ts';

const SESSIONS = [
  'partenariats-reseaux/seance-1',
  'partenariats-reseaux/seance-2',
  'partenariats-reseaux/seance-3',
  'repair-cafe/first-saturday',
];

let browser: Awaited<ReturnType<typeof openBrowser>>;
let out = '';
beforeAll(async () => {
  browser = await openBrowser();
  const copy = mkdtempSync(join(tmpdir(), 'cartable-conductor-'));
  cpSync(join(root, 'modules'), join(copy, 'modules'), { recursive: true });
  ({ out } = await buildSheets(copy, { targets: ['web'], cohorts: ['base'], coursePackages: false, sheets: true }));
});
afterAll(() => browser?.close());

async function open(folder: string, name: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return page;
}

test.each(SESSIONS)('%s: the running order takes three pages at most, and has each page but those that go further', async (name) => {
  const page = await open(out, `${name}.conducteur`);
  expect(await sheetsOf(page)).toBeLessThanOrEqual(3);
  const guide = await open(out, `${name}.guide`);
  const titles = (of: Page, selector: string): Promise<string[]> =>
    of.locator(selector).evaluateAll((all) => all.map((one) => one.firstChild?.textContent?.trim() ?? ''));
  expect(await titles(page, '.r-page > a')).toEqual(await titles(guide, '.s-page:not(:has(> .s-kind)) h2'));
  await page.close();
  await guide.close();
});

test.each([
  ['conducteur', 390],
  ['conducteur', 1280],
  ['guide', 390],
] as const)('%s at %i pixels: axe finds nothing, and nothing is wider than the screen', async (kind, width) => {
  const page = await open(out, `${SESSIONS[3]}.${kind}`, width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await page.close();
});

describe('the guide', () => {
  const opened = (page: Page): Promise<boolean[]> =>
    page.locator('.s-fold').evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));

  test('folds and unfolds everything by its buttons, and a link opens what it leads to', async () => {
    const page = await open(out, `${SESSIONS[0]}.guide`);
    expect(new Set(await opened(page))).toEqual(new Set([true]));
    await page.getByRole('button', { name: 'Tout replier' }).focus();
    await page.keyboard.press('Enter');
    expect(new Set(await opened(page))).toEqual(new Set([false]));
    await page.locator('.s-keys').evaluate((key) => key.closest('details')?.setAttribute('open', ''));
    const card = page.locator('.s-card').first();
    await page
      .locator(`.s-keys a[href="#${await card.getAttribute('id')}"], .s-keys a`)
      .first()
      .click();
    const target = page.locator(':target');
    await expect.poll(() => target.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true);
    expect(await target.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Tout déplier' }).click();
    expect(new Set(await opened(page))).toEqual(new Set([true]));
    await page.close();
  });

  test('prints what is open: a folded page is left out', async () => {
    const page = await open(out, `${SESSIONS[0]}.guide`);
    const whole = await sheetsOf(page);
    await page.locator('.s-page > details > summary').first().press('Enter');
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('.s-page h2').evaluateAll((all) => all.map((one) => one.checkVisibility()));
    expect(shown).toEqual([false, ...shown.slice(1).map(() => true)]);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Tout replier' }).click();
    expect(await sheetsOf(page)).toBeLessThan(whole / 4);
    await page.close();
  });

  test('without script everything is readable, and no button is shown', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(out, `${SESSIONS[0]}.guide.html`)).href);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('.s-note').last().isVisible()).toBe(true);
    await context.close();
  });
});
