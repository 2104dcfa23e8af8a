import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-shell-'));
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

/** Presses Tab until the focus is on what matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never leads to ${selector}.`);
}

/** Titles of the plan: of pages, or of all that is in open pages too. */
async function titles(page: Page, rows = '.s-row-page'): Promise<string[]> {
  // French puts narrow spaces before its marks.
  return (await page.locator(`${rows} .s-row-title`).allTextContents()).map((text) => text.replace(/\s/g, ' '));
}
const focusedRow = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? null);
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a course is made, and its plan changed, by keyboard alone', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await tabTo(page, '.s-tiles li:nth-child(2) .s-tile');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Un quart d’heure' }).waitFor();
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await page.keyboard.type('Où va l’été ?');
  await page.keyboard.press('Enter');
  await page.locator('.s-row-page').first().waitFor();
  expect(await titles(page)).toEqual(['La scène', 'À vous de classer']);
  await expect.poll(() => titles(page, '.s-row-part')).toEqual(['À la permanence, mardi, 9 h', 'Que fait Amina d’abord ?']);
  await page.getByText('Aucune erreur').waitFor();
  expect(await axe(page, page.mainFrame())).toEqual([]);

  // The first activity goes down and keeps the focus; then it goes on into the next page.
  await tabTo(page, '.s-row-part .s-row-button');
  await page.keyboard.press('ArrowDown');
  expect(await focusedRow(page)).toBe('premier-geste');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => titles(page, '.s-row-part')).toEqual(['Que fait Amina d’abord ?', 'À la permanence, mardi, 9 h']);
  await expect.poll(() => focusedRow(page)).toBe('premier-geste');
  expect(await page.locator('.cm-content').textContent()).toMatch(/Que fait Amina.*Monsieur Bruno pose/s);

  // A page is deleted after a question, and taken back.
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await page.getByRole('dialog', { name: 'Supprimer la page « La scène » ?' }).waitFor();
  await page.getByRole('button', { name: 'Supprimer', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['À vous de classer']);
  await page.getByRole('button', { name: 'Annuler la suppression' }).press('Enter');
  await expect.poll(() => titles(page)).toEqual(['La scène', 'À vous de classer']);

  // A new page, with a title.
  await page.getByRole('button', { name: 'Nouvelle page' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Le bilan');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['La scène', 'À vous de classer', 'Le bilan']);
  expect(errors).toEqual([]);

  // The course is among the recent ones at the next visit.
  await page.getByText('Enregistré', { exact: true }).first().waitFor();
  await page.reload();
  await page
    .locator('.s-recent')
    .getByRole('button', { name: /^Où va l’été/ })
    .click();
  await expect.poll(() => titles(page)).toEqual(['La scène', 'À vous de classer', 'Le bilan']);
  await context.close();
});

test('problems lead to their place, and a session is chosen', { timeout: 120_000 }, async () => {
  const { context, page } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^Partenariats et réseaux/ }).click();
  await page.locator('.s-row-page').first().waitFor();
  await page.getByRole('button', { name: /^Séance : / }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Séance 2/ }).waitFor({ state: 'attached' });
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\n:::oups\n:::\n');
  await page.locator('.s-status-problems', { hasText: '1 erreur' }).click();
  await page.locator('.cm-content').click({ position: { x: 20, y: 20 } });
  await page.locator('.s-problem-row', { hasText: 'oups' }).click();
  await expect.poll(() => page.locator('.s-status').textContent()).toMatch(/ligne \d+/i);
  await page.locator('.s-row-part .s-problem').waitFor({ state: 'attached' });
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await context.close();
});

test('small, dark and forced colours: all can be reached, nothing is cut off', { timeout: 120_000 }, async () => {
  const { context, page } = await openStudio(browser, site);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  const panes = page.getByRole('navigation', { name: 'Volets' });
  for (const [tab, pane] of [
    ['Plan', '.s-plan'],
    ['Texte', '.s-text-pane'],
    ['Aperçu', '.s-preview'],
  ] as const) {
    await panes.getByRole('button', { name: tab }).click();
    expect(await page.locator(pane).isVisible()).toBe(true);
    expect(await page.locator('.s-plan, .s-text-pane, .s-preview').filter({ visible: true }).count()).toBe(1);
    expect(await overflow(page)).toBe(0);
    expect(await axe(page, page.mainFrame())).toEqual([]);
  }
  // A part of the plan leads to the text.
  await panes.getByRole('button', { name: 'Plan' }).click();
  await page.locator('.s-row-page .s-row-button').nth(1).click();
  await expect.poll(() => page.locator('.s-text-pane').isVisible()).toBe(true);
  await context.close();
});

test('the page speaks the language that was chosen, also at the next visit', { timeout: 60_000 }, async () => {
  const { context, page } = await openStudio(browser, site);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'New course' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'New course' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await context.close();
});
