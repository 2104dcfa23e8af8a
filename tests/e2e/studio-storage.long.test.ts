import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { goToTitle, newVisitor, openSample, type ServedStudio, serveStudio, storedText } from '../helpers/served-studio.ts';
import { rawZip } from '../verify/zip/raw-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-storage-'));
let browser: Browser;
let served: ServedStudio;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), serveStudio(folder)]);
}, 120_000);
beforeEach(async () => {
  context = await newVisitor(browser);
  page = await context.newPage();
});
afterEach(() => context.close());
afterAll(async () => {
  served?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const session = (): string => join(served.project, 'modules/repair-cafe/first-saturday.md');
const banner = (text: string | RegExp) => page.locator('.s-banner', { hasText: text });

/** Findings of axe about banners and dialogs. */
async function findings(): Promise<readonly string[]> {
  return (await axe(page, page.mainFrame())).filter((one) => /s-(?:safety|banner|dialog|passage|versions)/.test(one));
}

test('a served folder opens at once, and is saved byte by byte; nothing is lost without the server', { timeout: 120_000 }, async () => {
  const before = readFileSync(session(), 'utf8');
  await page.goto(served.withKey);
  await page.locator('.cm-content').waitFor();
  expect(page.url()).toBe(served.address);
  await goToTitle(page);
  await page.keyboard.type(' ever');
  await expect.poll(() => readFileSync(session(), 'utf8')).toBe(before.replace('Your first Saturday"', 'Your first Saturday ever"'));

  await page.route('**/-/files/**', (route) => route.abort());
  await page.keyboard.type(' more');
  await banner('ne répond plus').waitFor();
  expect(await page.locator('.cm-content').textContent()).toContain('ever more');
  expect(await findings()).toEqual([]);
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    banner('ne répond plus').getByRole('button', { name: 'Télécharger le cours' }).click(),
  ]);
  expect(copy.suggestedFilename()).toMatch(/^the-repair-cafe-\d{4}-\d\d-\d\d-\d{4}\.zip$/);

  // Meanwhile another program writes the same line, and another one.
  const theirs = readFileSync(session(), 'utf8').replace('Saturday ever"', 'Sunday"').trimEnd();
  writeFileSync(session(), `${theirs}\n\nA last line.\n`);
  await page.unroute('**/-/files/**');
  await banner('ne répond plus').getByRole('button', { name: 'Réessayer' }).click();
  await banner('ont changé').or(banner('a changé ici')).getByRole('button', { name: 'Choisir' }).click();
  const dialog = page.getByRole('dialog', { name: /first-saturday/ });
  await dialog.getByText('Passage 1 sur 2, ligne 3').waitFor();
  expect(await findings()).toEqual([]);
  await dialog
    .getByRole('group', { name: /^Passage 2/ })
    .getByRole('radio', { name: /Ailleurs/ })
    .check();
  await dialog.getByRole('button', { name: 'Prendre ces choix' }).click();
  await expect.poll(() => readFileSync(session(), 'utf8')).toMatch(/Saturday ever more"[\s\S]*A last line\.\n$/);
  await dialog.waitFor({ state: 'detached' });

  // What only another program changes is taken over.
  writeFileSync(session(), readFileSync(session(), 'utf8').replace('Saturday ever more"', 'Monday"'));
  await expect.poll(() => page.locator('.cm-content').textContent()).toContain('Monday');
  await banner('ont changé ailleurs').or(banner('a changé ailleurs')).waitFor();
  writeFileSync(session(), before);
});

test('one tab writes; the other reads until it is asked to write', { timeout: 120_000 }, async () => {
  await openSample(page, served.address);
  const second = await context.newPage();
  await openSample(second, served.address);
  const here = second.getByRole('button', { name: 'Écrire ici plutôt' });
  await here.waitFor();
  await goToTitle(second);
  await second.keyboard.type(' refused');
  await expect.poll(() => second.locator('.cm-content').textContent()).not.toContain('refused');
  await goToTitle(page);
  await page.keyboard.type(' first');
  await here.click();
  await expect.poll(() => second.locator('.cm-content').textContent()).toContain('Saturday first');
  await page.getByRole('button', { name: 'Écrire ici plutôt' }).waitFor();
  await goToTitle(second);
  await second.keyboard.type(' second');
  await expect.poll(() => storedText(second)).toContain('Saturday first second"');
  await second.close();
  // The tab that is left writes again.
  await page.bringToFront();
  await expect.poll(() => page.locator('.cm-content').textContent(), { timeout: 15_000 }).toContain('first second');
});

test('a version is kept, compared, taken back, and that is undone', { timeout: 120_000 }, async () => {
  await openSample(page, served.address);
  const text = page.locator('.cm-content');
  const ask = async (): Promise<void> => {
    await page.locator('.s-menu-end > button, button.s-menu-end').first().click();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
  };
  await ask();
  await page.getByRole('button', { name: 'Garder une version maintenant' }).click();
  await page.getByText('Gardée par vous').waitFor();
  await page.keyboard.press('Escape');
  await goToTitle(page);
  await page.keyboard.type(' changed');
  await expect.poll(() => storedText(page)).toContain('Saturday changed"');
  await ask();
  await page.getByRole('button', { name: /^Comparer, Version/ }).click();
  await page.getByText('Changés depuis\u00a0: first-saturday.md').waitFor();
  await page.getByRole('button', { name: /^Reprendre, Version/ }).click();
  await expect.poll(() => text.textContent()).not.toContain('changed');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => text.textContent()).toContain('Saturday changed');
  await expect.poll(() => storedText(page)).toContain('Saturday changed"');
});

test('a zip becomes a course of its own; a hostile one leaves nothing', { timeout: 120_000 }, async () => {
  await page.goto(served.address);
  const zip = (name: string, entries: Parameters<typeof rawZip>[0]) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(rawZip(entries)) });
  const file = (name: string) => readFileSync(join(served.project, 'modules/repair-cafe', name));
  await zip('bad.zip', [{ name: 'quai/course.yaml' }, { name: '../../evil.md' }]);
  await page.getByRole('alert').filter({ hasText: 'pourrait nuire' }).waitFor();
  const names = await page.evaluate(async () => {
    const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('courses', { create: true });
    const found: string[] = [];
    for await (const name of home.keys()) found.push(name);
    return found;
  });
  expect(names).toEqual([]);
  await zip('my-cafe.zip', [
    { name: 'course.yaml', data: file('course.yaml') },
    { name: 'first-saturday.md', data: file('first-saturday.md') },
  ]);
  await page.locator('.cm-content').waitFor();
  expect(await page.locator('.cm-content').textContent()).toContain('Twelve people are queueing');
});

test('it works offline after the first visit', { timeout: 120_000 }, async () => {
  await openSample(page, served.address);
  // The rest is stored once the page is at rest.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const [name = ''] = (await caches.keys()).filter((one) => one.startsWith('cartable-studio '));
        const stored = (await (await caches.open(name)).keys()).map(({ url }) => url);
        return stored.some((url) => url.includes('/pieces/')) && stored.some((url) => url.endsWith('.zip'));
      }),
    )
    .toBe(true);
  await context.setOffline(true);
  await context.route('**/*', (route) => route.abort());
  await page.reload();
  await page
    .locator('.s-recent')
    .getByRole('button', { name: /^The Repair Café/ })
    .click();
  await page.locator('.cm-content').waitFor();
  expect(await page.locator('.cm-content').textContent()).toContain('Twelve people are queueing');
});

test('from the disk the page explains what it needs', async () => {
  await page.goto(`file://${join(folder, 'studio/index.html')}`);
  await page.getByText('il lui faut une adresse web (https), ou la commande « cartable studio »').waitFor();
});
