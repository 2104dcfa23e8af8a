import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-'));
let browser: Browser;
let site: StudioSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openStudioSite(folder)]);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens the English sample where a phone fits in full size: clicks in a scaled frame would miss. @returns the frame that plays it */
async function openSample(page: Page): Promise<FrameLocator> {
  await page.setViewportSize({ width: 1800, height: 1000 });
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Your first Saturday' }).waitFor();
  return frame;
}

/** Moves the cursor behind a text of the source. */
async function putCursor(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

test('the preview follows the cursor, records answers, and keeps them when the text changes', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  const frame = await openSample(page);
  await putCursor(page, '#first-words');
  const question = frame.locator('[data-type="choice"]').first();
  await question.waitFor({ state: 'visible' });
  expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);

  await question.locator('label').first().click();
  await question.locator('[data-action="check"]').click();
  await page.getByText('1 réponse reçue').waitFor();

  await page.locator('.cm-content').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\nOne line more.');
  await frame.getByText('One line more.').waitFor({ state: 'attached' });
  await putCursor(page, '#first-words');
  await frame.locator('[data-type="choice"]').first().waitFor({ state: 'visible' });
  const state = () => frame.locator('[data-type="choice"]').first().getAttribute('data-state');
  await expect.poll(state).toMatch(/right|partly|wrong/);

  await page.getByLabel('Apprenant').selectOption('sacha');
  await page.getByText('0 réponse reçue').waitFor();
  await page.getByLabel('Apprenant').selectOption('camille');
  await page.getByText('1 réponse reçue').waitFor();
  await page.getByRole('button', { name: 'Recommencer à zéro' }).click();
  await page.getByText('0 réponse reçue').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('a click in the preview moves the cursor; the screen can be dark', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  const frame = await openSample(page);
  await putCursor(page, '#first-words');
  const question = frame.locator('[data-type="choice"]').first();
  const id = await question.getAttribute('data-activity');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await question.locator('.c-kicker').click();
  await page
    .locator('.cm-line')
    .filter({ hasText: `#${id}` })
    .waitFor();

  const colour = () => frame.locator('body').evaluate((body) => getComputedStyle(body).color);
  const light = await colour();
  await page.getByRole('button', { name: 'Sombre' }).click();
  await expect.poll(colour).not.toBe(light);
  expect(errors).toEqual([]);
  await context.close();
});

test('SCORM 2004 is played and recorded, too', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  const frame = await openSample(page);
  await page.getByText('Ce qui est enregistré').click();
  await page.getByLabel('Format').selectOption('2004');
  await page.getByText('cmi.completion_status').first().waitFor();
  await frame.getByRole('heading', { name: 'Your first Saturday' }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('what is played can reach nothing of the studio', { timeout: 120_000 }, async () => {
  const { context, page } = await openStudio(browser, site);
  const frame = await openSample(page);
  const reached = await frame.locator('body').evaluate(async () => {
    const attempt = async (task: () => unknown): Promise<string> => {
      try {
        await task();
        return 'reached';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      origin,
      document: await attempt(() => parent.document.body),
      storage: await attempt(() => localStorage.length),
      files: await attempt(() => navigator.storage.getDirectory()),
      network: await attempt(() => fetch('index.html')),
      worker: await attempt(() => navigator.serviceWorker.register('service-worker.js')),
      database: await attempt(() => indexedDB.open('x')),
    };
  });
  expect(reached.origin).toBe('null');
  expect(Object.entries(reached).filter(([, result]) => result === 'reached')).toEqual([]);
  await context.close();
});
