import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-import-'));
let browser: Browser;
let site: StudioSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openStudioSite(join(folder, 'studio'))]);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** A bank of two questions and one whose brace is not closed. */
const GIFT = 'What makes bread rise? {=yeast#Yes. ~salt#No.}\n\nIs the oven hot? {T}\n\nWho kneads? {=the baker ~the oven\n';

async function give(
  page: Page,
  name: string,
  text: string,
  more: readonly { name: string; mimeType: string; buffer: Buffer }[] = [],
): Promise<void> {
  const isOpen = (await page.getByRole('dialog').count()) > 0;
  const field = isOpen ? page.getByRole('dialog').locator('input[type=file]') : page.locator('.s-drop input[type=file]');
  await field.waitFor({ state: 'attached' });
  await field.setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }, ...more]);
}

async function openFromMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Importer ou exporter/ }).click();
}

async function storedText(page: Page, path: string): Promise<string> {
  return page.evaluate(async (names) => {
    let place = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name);
    return (await (await place.getFileHandle(names.at(-1) ?? '')).getFile()).text();
  }, path.split('/'));
}

test('a bank is added to the open course, or becomes a session; what was not understood is listed', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await openFromMenu(page);
  await give(page, 'bread.gift', GIFT);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 questions trouvées, 2 reprises').waitFor();
  await dialog.getByText('il manque « } »').waitFor();
  expect(await dialog.locator('pre').textContent()).toContain('Who kneads?');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Télécharger le compte rendu' }).click(),
  ]);
  expect(report.suggestedFilename()).toBe('IMPORT-bread.md');
  await report.saveAs(join(folder, 'report.md'));
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('Who kneads?');

  await dialog.getByRole('button', { name: 'Ajouter au cours' }).click();
  await dialog.getByText(/^Ajouté\s: modules\/repair-cafe\/banks\/bread\.md$/).waitFor();
  await dialog.getByText('dans « Banque de questions », choisissez banks/bread.md.').waitFor();
  await expect.poll(() => storedText(page, 'courses/repair-cafe/modules/repair-cafe/banks/bread.md')).toContain('What makes bread rise?');
  expect(await storedText(page, 'courses/repair-cafe/modules/repair-cafe/course.yaml')).not.toContain('bread');

  // The import is undone in one step, and the file is added as a session instead, beside the bank.
  await dialog.getByRole('button', { name: 'Annuler cet ajout' }).click();
  await dialog.getByText('L’ajout est annulé').waitFor();
  await give(page, 'bread.gift', GIFT);
  await dialog.getByRole('button', { name: 'Ajouter au cours' }).click();
  await dialog.getByText(/banks\/bread\.md$/).waitFor();
  await give(page, 'bakery.gift', GIFT);
  await dialog.getByLabel('Reprendre comme').selectOption('session');
  await dialog.getByText('3 questions trouvées, 2 reprises').waitFor();
  await dialog.getByRole('button', { name: 'Ajouter au cours' }).click();
  await dialog.getByText(/^Ajouté\s: modules\/repair-cafe\/bakery\.md/).waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await page.getByRole('button', { name: /^Séance/ }).click();
  await page.getByRole('menuitemradio', { name: 'Bakery' }).click();
  const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByRole('radio', { name: 'yeast' }).waitFor();
  await frame.getByRole('radio', { name: 'yeast' }).press(' ');
  await frame
    .getByRole('button', { name: /^Check/ })
    .first()
    .click();
  await frame.getByText('Yes.').first().waitFor();
  await expect.poll(() => storedText(page, 'courses/repair-cafe/modules/repair-cafe/course.yaml')).toMatch(/modules: .*bakery/);
  expect(errors).toEqual([]);

  // The same bank leaves the course as it came.
  await openFromMenu(page);
  await dialog.getByRole('button', { name: 'Exporter' }).click();
  await dialog.getByLabel('Quoi').selectOption('modules/repair-cafe/banks/bread.md');
  await dialog.getByLabel('Format').selectOption('gift');
  const [exported] = await Promise.all([page.waitForEvent('download'), dialog.locator('.s-primary').click()]);
  await exported.saveAs(join(folder, 'bread.gift'));
  expect(readFileSync(join(folder, 'bread.gift'), 'utf8')).toMatch(/What makes bread rise\?[\s\S]*=yeast[\s\S]*~salt/);
  await context.close();
});

test('a text with a picture becomes a new course, and its picture is described first', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const picture = { name: 'four.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') };
  await give(page, 'le-pain.md', '# Le four\n\nVoici le four.\n\n![](four.png)\n', [picture]);
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Titre du nouveau cours').inputValue()).toBe('Le pain');
  await dialog.getByLabel('Description de four.png').fill('Un four à pain');
  await dialog.getByRole('button', { name: 'Faire le cours' }).click();
  const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Le pain' }).waitFor();
  const text = await storedText(page, 'courses/cours-le-pain/modules/cours-le-pain/le-pain.md');
  expect(text).toContain('\n![Un four à pain](assets/le-pain/four.png)\n');
  expect(text).not.toContain('À revoir');
  expect(errors).toEqual([]);
  await context.close();
});

test('a file that can’t be used is a sentence, and nothing is written', { timeout: 60_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await give(page, 'old.pdf', '%PDF-1.4');
  await page.getByRole('dialog').getByRole('alert').getByText('old.pdf est un PDF').waitFor();
  expect(await page.getByRole('button', { name: 'Faire le cours' }).count()).toBe(0);

  await give(page, 'bread.gift', GIFT);
  await page.getByRole('dialog').getByText('3 questions trouvées, 2 reprises').waitFor();
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect([width, await axe(page, page.mainFrame())]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});
