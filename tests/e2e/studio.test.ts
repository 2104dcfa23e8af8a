import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-'));
const project = makeProject({});
let browser: Browser;
let site: StudioSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openStudioSite(join(folder, 'studio'))]);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  for (const path of [folder, project]) rmSync(path, { recursive: true });
});

async function contentOf(zip: string): Promise<Record<string, string>> {
  return Object.fromEntries((await readZip(zip)).map(({ name, content }) => [name, content.toString('base64')]));
}

/** Waits until nothing was requested for a second. The browser's own count may wait for a request that was given up. */
async function untilQuiet(): Promise<void> {
  for (let before = -1; before !== site.requests.length; ) {
    before = site.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

test('a sample is opened, played, changed and packed as the command line packs it', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await frame.getByRole('heading', { name: 'Your first Saturday' }).waitFor();
  expect(
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => origin),
  ).toBe('null');

  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' ever');
  await frame.getByRole('heading', { name: 'Your first Saturday ever' }).waitFor();

  await page.getByRole('button', { name: 'Préparer pour Moodle' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger le paquet' }).click()]);
  await file.saveAs(join(folder, 'studio.zip'));
  cpSync(join(root, 'modules/repair-cafe'), join(project, 'modules/repair-cafe'), { recursive: true });
  const session = join(project, 'modules/repair-cafe/first-saturday.md');
  writeFileSync(session, readFileSync(session, 'utf8').replace('Your first Saturday"', 'Your first Saturday ever"'));
  const { code, err } = await runCartable(['build', 'first-saturday', '--target', 'scorm12', '--cohort', 'base'], project);
  expect(code, err).toBe(0);
  expect(await contentOf(join(folder, 'studio.zip'))).toEqual(
    await contentOf(join(project, 'dist/repair-cafe/first-saturday.scorm12.zip')),
  );
  expect(errors).toEqual([]);

  // Another visit finds the changed text in the browser's storage.
  await page.reload();
  await page
    .locator('.s-recent')
    .getByRole('button', { name: /^The Repair Café/ })
    .click();
  await page
    .frameLocator('iframe[data-state="shown"]')
    .frameLocator('iframe')
    .getByRole('heading', { name: 'Your first Saturday ever' })
    .waitFor();
  await context.close();
});

test('the first view and a first course load little', async () => {
  const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block' });
  const page = await context.newPage();
  const before = site.requests.length;
  /** Adds up what was loaded, in kB (gzip). */
  const loaded = (): number => {
    const paths = new Set(site.requests.slice(before).map((path) => (path === '/' ? '/index.html' : path)));
    return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, 'studio', path))).length, 0) / 1000;
  };
  await page.goto(site.address);
  await untilQuiet();
  expect(loaded()).toBeLessThan(250);
  await page.getByRole('button', { name: /^Un quart d’heure/ }).click();
  await page.getByLabel('Titre du cours').fill('Accueillir');
  await page.getByRole('button', { name: 'Créer le cours' }).click();
  await page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe').getByRole('heading').first().waitFor();
  await untilQuiet();
  expect(loaded()).toBeLessThan(700);
  await context.close();
});
