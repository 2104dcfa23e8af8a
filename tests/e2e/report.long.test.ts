import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReport } from '../../build/results/make-report.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { sample } from '../results/read/samples.ts';

const NAMES = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 's1-user-tracks.csv', 'seance-1.codebook.csv'];

let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cartable-report-'));
  const made = await makeReport({ folder, files: NAMES.map(sample), codebooks: [], packages: [], anonymous: false, lang: 'fr' });
  if ('errors' in made) throw new Error(made.errors.join('\n'));
  for (const { name, text } of made.outputs) writeFileSync(join(folder, name), text);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

async function open(name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(folder).href)) problems.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, problems };
}

async function columnOf(page: Page, section: string, column: number): Promise<string[]> {
  const cells = await page.locator(`#${section} table.sorted tbody tr > :nth-child(${column})`).allInnerTexts();
  return cells.map((text) => text.replace(/\s+/g, ' ').trim());
}

describe.each(['bilan.html', 'releve-bruno-chevalier.html', 'releve-driss-el-amrani.html'])('%s', (name) => {
  test.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('axe finds nothing at %i pixels, %s', async (width, colorScheme) => {
    const { page } = await open(name, { colorScheme, viewport: { width, height: 800 } });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect([width, await axe(page, page.mainFrame())]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  test('it works offline and alone, and nothing is refused by its policy', async () => {
    const { page, problems } = await open(name);
    expect(problems).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.classList.contains('js'))).toBe(true);
    await page.context().close();
  });

  test('without script everything is there, and no button that does nothing', async () => {
    const { page } = await open(name, { javaScriptEnabled: false });
    expect(await page.locator('button:visible:not(th button)').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain(
      name === 'bilan.html' ? 'Cinq personnes à relancer' : 'Relevé de réalisation',
    );
    await page.context().close();
  });
});

test('the tables sort by each column, by keyboard, and show the direction', async () => {
  const { page } = await open('bilan.html');
  const score = page.locator('#people th', { hasText: 'Score' });
  await score.locator('button').focus();
  await page.keyboard.press('Enter');
  expect(await score.getAttribute('aria-sort')).toBe('ascending');
  expect((await columnOf(page, 'people', 4)).slice(-2)).toEqual(['41 %', '100 %']);
  await page.keyboard.press('Enter');
  expect(await score.getAttribute('aria-sort')).toBe('descending');
  expect((await columnOf(page, 'people', 4)).slice(0, 3)).toEqual(['100 %', '41 %', '0 %']);
  expect(await page.locator('#people th[aria-sort="ascending"], #people th[aria-sort="descending"]').count()).toBe(1);
  await page.locator('#people th button', { hasText: 'Nom' }).click();
  expect((await columnOf(page, 'people', 1))[4]).toBe('Élodie Faure');
  await page.context().close();
});

test('a trainer finds who has not finished, the hardest questions, all answers to a question, a learner’s sheet', async () => {
  const { page } = await open('bilan.html');
  await page.getByRole('link', { name: 'À relancer' }).click();
  expect(await page.locator('#remind tbody tr').count()).toBe(5);
  expect(await page.locator('#hard article').count()).toBe(3);
  await page.getByRole('combobox').selectOption('s1-ma-definition');
  expect(await page.locator('#open .card:visible h4').allInnerTexts()).toEqual([
    'Aline Bernard · 32 mots',
    'Bruno Chevalier · 82 mots',
    'Chloé Durand · 32 mots',
  ]);
  await page.locator('#hard article a').first().click();
  await page.locator('.ppl').getByRole('link', { name: 'Aline Bernard' }).click();
  await expect.poll(() => page.title()).toBe('Relevé de réalisation – Aline Bernard');
  expect(await page.getByRole('main').textContent()).toMatch(/a terminé «\sSéance 1\s: Le partenariat\s»\./);
  await page.context().close();
});

test('on a phone the name of a value ends with the colon of its language', async () => {
  const { page } = await open('bilan.html', { viewport: { width: 390, height: 800 } });
  const labels = () => page.evaluate(() => getComputedStyle(document.querySelector('.stack td[data-l]') as Element, '::before').content);
  expect(await labels()).toBe('"Dernière visite\u00a0: "');
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
  expect(await labels()).toBe('"Dernière visite: "');
  await page.context().close();
});

test('on paper they are pages of A4, with every question open and no buttons', async () => {
  const { page } = await open('bilan.html');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box = '']) => box.split(' ').map(Number));
  expect(boxes.length).toBeGreaterThan(5);
  for (const [, , width = 0, height = 0] of boxes) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('main details:not([open])').count()).toBe(0);
  expect(await page.locator('.btn:visible').count()).toBe(0);
  await page.context().close();
});

test('the answers to one question are printed alone', async () => {
  const { page } = await open('bilan.html');
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.body.dataset.only ?? '';
    };
  });
  await page.getByRole('combobox').selectOption('s1-ma-definition');
  await page.getByRole('button', { name: 'Imprimer ces réponses' }).click();
  expect(await page.evaluate(() => [document.body.dataset.printed, document.body.dataset.only])).toEqual(['open', undefined]);
  await page.evaluate(() => {
    document.body.dataset.only = 'open';
  });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main > :visible').evaluateAll((list) => list.map(({ id }) => id))).toEqual(['open']);
  expect(await page.locator('.card:visible').count()).toBe(3);
  await page.context().close();
});
