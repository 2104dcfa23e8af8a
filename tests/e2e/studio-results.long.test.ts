import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { runCartable } from '../helpers/run-cartable.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const samples = join(import.meta.dirname, '../fixtures/results');
const NAMES = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 's1-user-tracks.csv', 'seance-1.codebook.csv'];

const folder = mkdtempSync(join(tmpdir(), 'cartable-results-'));
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

const paths = (names: readonly string[]): string[] => names.map((name) => join(samples, name));

test('downloads give the report of the command line, which only a sandboxed frame shows', { timeout: 240_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^Partenariats et réseaux/ }).click();
  await page.getByRole('button', { name: 'Résultats' }).click();
  const field = page.locator('input[type=file]').first();
  await field.waitFor({ state: 'attached' });
  const asked = site.requests.length;

  await field.setInputFiles(paths(NAMES.slice(1, 2)));
  await page.getByRole('alert').getByText('Le bilan n’est pas encore possible').waitFor();

  await field.setInputFiles(paths(NAMES));
  const frame = page.frameLocator('iframe').frameLocator('iframe');
  await frame.getByText('Cinq personnes à relancer').waitFor();
  expect(await page.getByRole('status').count()).toBeGreaterThan(0);
  expect(
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => origin),
  ).toBe('null');
  await page.getByText('avec le guide des réponses que vous avez donné').waitFor();

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tout en un zip' }).click()]);
  await file.saveAs(join(folder, 'bilan.zip'));
  mkdirSync(join(folder, 'dl'));
  for (const name of NAMES) cpSync(join(samples, name), join(folder, 'dl', name));
  const { code, err } = await runCartable(['report', 'dl'], folder);
  expect(code, err).toBe(0);
  const files = unzipSync(readFileSync(join(folder, 'bilan.zip')));
  for (const [name, data] of Object.entries(files))
    expect([name, Buffer.from(data).equals(readFileSync(join(folder, 'dl/bilan', name)))]).toEqual([name, true]);
  expect(Object.keys(files)).toHaveLength(5 + 6);

  // A link of the report leads to the page of its learner.
  await frame.getByRole('link', { name: 'Driss El Amrani' }).first().click();
  await page.locator('[aria-current=page]').getByText('Driss El Amrani').waitFor();
  await frame.getByText('Relevé de réalisation').first().waitFor();

  await page.getByLabel('Sans les noms').check();
  await page.getByRole('button', { name: 'D. E.' }).or(page.locator('.s-pages').getByText(/^D\./)).first().waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Amrani');

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect([width, await axe(page, page.mainFrame())]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  expect(await page.locator('iframe').count()).toBe(0);
  // Learners' data are neither sent nor stored: the page asks for its own files, and for nothing else.
  expect(site.requests.slice(asked).filter((path) => path !== '/' && !existsSync(join(folder, 'studio', path)))).toEqual([]);
  const stored = await page.evaluate(async () => {
    const names: string[] = [];
    const walk = async (place: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of (place as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries()) {
        names.push(name);
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return names.filter((name) => /releve|bilan|interactions|completion/.test(name));
  });
  expect(stored).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
