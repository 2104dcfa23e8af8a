import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { depot, rames } from '../bad-input/depot-project.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { examplesProject } from '../helpers/examples-project.ts';
import { type BuiltSheets, buildSheets, type Paper } from '../sheets/built-sheets.ts';
import { noted } from '../sheets/noted-depot.ts';
import { sheetsOf } from '../sheets/sheets-of.ts';

const kinds: readonly Paper[] = ['guide', 'conducteur', 'cahier', 'accessibilite'];

let browser: Awaited<ReturnType<typeof openBrowser>>;
let sheets: BuiltSheets;
beforeAll(async () => {
  browser = await openBrowser();
  sheets = await buildSheets(examplesProject(), { coursePackages: false, sheets: true });
});
afterAll(() => browser?.close());

async function open(kind: Paper, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(pathToFileURL(join(sheets.out, `galerie/types.${kind}.html`)).href);
  return page;
}

describe.each(kinds)('%s', (kind) => {
  test.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('at %i pixels, %s: axe finds nothing, and nothing is wider than the screen', async (width, colorScheme) => {
    const page = await open(kind, width, colorScheme);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await axe(page, page.mainFrame())).toEqual([]);
    await page.close();
  });

  test('on paper every word has its place, black on white, within the width of a page; only a guide leaves out what is folded', async () => {
    // What A4 leaves between its margins, in pixels of CSS.
    const page = await open(kind, 680, 'dark');
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('[data-sheet="cahier"] details')) folded.open = false;
      for (const unprinted of document.querySelectorAll('.s-folds, .r-advice, script')) unprinted.remove();
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const lost = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { width, right } = range.getBoundingClientRect();
        if (node.textContent?.trim() && (width === 0 || right > innerWidth)) found.push(node.textContent.trim());
      }
      return found;
    });
    expect(lost).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toMatch(/^rgb\((0, 0, 0|27, 36, 48)\)$/);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});

test.each(kinds)('%s of a course: axe finds nothing', async (kind) => {
  const { out } = await buildSheets(depot(noted), { sheets: true });
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(pathToFileURL(join(out, `depot/depot.${kind}.html`)).href);
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await page.close();
});

test('the handout is read at 11 points or more', async () => {
  const page = await open('cahier', 680);
  await page.emulateMedia({ media: 'print' });
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.s-page p, .s-page li, .s-page th, .s-page td')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
    ),
  );
  // 96 pixels are 72 points.
  expect(smallest * 0.75).toBeGreaterThanOrEqual(11);
  await page.close();
});

test('pictures of a gallery and of a comparison stand two in a row', async () => {
  const page = await open('cahier', 680);
  await page.emulateMedia({ media: 'print' });
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('.s-gallery')].map((gallery) =>
      [...gallery.querySelectorAll('img')].map((img) => Math.round(img.getBoundingClientRect().top)),
    ),
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const [first, second, third = Number.POSITIVE_INFINITY] of rows) {
    expect(second).toBe(first);
    expect(third).toBeGreaterThan(second ?? 0);
  }
  await page.close();
});

test('what is filled in leaves no page half empty: lines go on where there is room', async () => {
  // Each takes more than half a page.
  const ask = (n: number): string => `:::open-question{#avis-${n} max-words=180}\nQuestion ${n} ?\n:::\n\n`;
  const body = `# Le quai {#quai}\n\n${Array.from({ length: 8 }, (_, n) => ask(n)).join('')}`;
  const { out } = await buildSheets(depot(rames(body)), { coursePackages: false, sheets: true });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(out, 'depot/rames.cahier.html')).href);
  const parted = await sheetsOf(page);
  await page.addStyleTag({ content: '@media print { .s-ask { break-inside: avoid !important; } }' });
  expect(parted).toBeLessThan((await sheetsOf(page)) - 1);
  await page.close();
});

test('a question that is chosen from stays in one piece, with all that it is chosen from', async () => {
  const page = await open('cahier', 680);
  await page.emulateMedia({ media: 'print' });
  const parted = await page.evaluate(() =>
    [...document.querySelectorAll('.s-ask:has(> .s-boxes)')].map((one) => getComputedStyle(one).breakInside),
  );
  expect(new Set(parted)).toEqual(new Set(['avoid']));
  await page.close();
});

test('questions of a bank stand in two columns in the guide', async () => {
  const page = await open('guide', 680);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => [...document.querySelectorAll('.s-bank')].map((one) => getComputedStyle(one).columnCount))).toEqual([
    '2',
  ]);
  await page.close();
});

test('the guide leads from the plan to a page, and from the key to a question, by keyboard', async () => {
  const page = await open('guide', 1280);
  await page.locator('.s-keys a').first().focus();
  await page.keyboard.press('Enter');
  const [id = ''] = /#.+$/.exec(page.url()) ?? [];
  expect(await page.locator(id).count()).toBe(1);
  const targets = await page.evaluate(
    () =>
      [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(link.getAttribute('href')?.slice(1) ?? ''))
        .length,
  );
  expect(targets).toBe(0);
  await page.close();
});
