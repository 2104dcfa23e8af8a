import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseSchema } from '../../build/versions/release/release-schema.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-prepare-'));
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

async function downloaded(page: Page, button: string | RegExp, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  await file.saveAs(join(folder, name));
  return file.suggestedFilename();
}

/** Opens the sample, after its text was changed in the browser's storage. */
async function openSample(page: Page, change: (text: string) => string): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  const path = ['courses', 'repair-cafe', 'modules', 'repair-cafe'];
  const text = await page.evaluate(async (names) => {
    let place = await navigator.storage.getDirectory();
    for (const name of names) place = await place.getDirectoryHandle(name);
    return (await (await place.getFileHandle('first-saturday.md')).getFile()).text();
  }, path);
  await page.evaluate(
    async ([names, changed]) => {
      let place = await navigator.storage.getDirectory();
      for (const name of names as string[]) place = await place.getDirectoryHandle(name);
      const stream = await (await place.getFileHandle('first-saturday.md')).createWritable();
      await stream.write(changed as string);
      await stream.close();
    },
    [path, change(text)] as const,
  );
  await page.reload();
}

test('packages are those of the command line, and what changes for learners is announced', { timeout: 240_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.getByRole('button', { name: 'Préparer pour Moodle' }).click();
  await page.getByText('Première fois : aucun paquet').waitFor();
  expect(await page.getByText('rien ne bloque').count()).toBe(1);
  expect(await downloaded(page, 'Télécharger le paquet', 'first.zip')).toBe('first-saturday.scorm12.zip');
  await page.getByText('pour Moodle', { exact: true }).waitFor();
  await page.getByText('reste dans le cours').waitFor();
  await downloaded(page, /La fiche de dépôt, first-saturday\.scorm12\.depot\.html/, 'depot.html');

  cpSync(join(root, 'modules/repair-cafe'), join(project, 'modules/repair-cafe'), { recursive: true });
  const built = await runCartable(['build', 'first-saturday', '--target', 'scorm12', '--cohort', 'base'], project);
  expect(built.code, built.err).toBe(0);
  const packed = join(project, 'dist/repair-cafe/first-saturday.scorm12.zip');
  expect(await contentOf(join(folder, 'first.zip'))).toEqual(await contentOf(packed));
  expect(readFileSync(join(folder, 'depot.html'), 'utf8')).toContain('first-saturday.scorm12.zip');

  await page.getByRole('button', { name: 'Imprimer la fiche' }).click();
  const sheet = page.getByRole('dialog').frameLocator('iframe').frameLocator('iframe');
  await sheet.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Escape');

  const kept = await page.evaluate(async () => {
    let place = await navigator.storage.getDirectory();
    for (const name of ['courses', 'repair-cafe', 'releases', 'repair-cafe']) place = await place.getDirectoryHandle(name);
    const texts: string[] = [];
    for await (const handle of (place as unknown as { values(): AsyncIterable<FileSystemDirectoryHandle> }).values())
      texts.push(await (await (await handle.getFileHandle('release.json')).getFile()).text());
    return texts;
  });
  expect(kept.map((text) => releaseSchema.parse(JSON.parse(text)).packages.map(({ file }) => file))).toEqual([
    ['first-saturday.scorm12.zip'],
  ]);
  await openSample(page, (text) => text.replace(/^- \[ \] /m, '- [ ] Replaced: '));
  await page
    .locator('.s-recent')
    .getByRole('button', { name: /^The Repair Café/ })
    .click();
  await page.getByRole('button', { name: 'Préparer pour Moodle' }).click();
  await page.getByText('Depuis le paquet du').waitFor();
  expect(await page.locator('.s-change').count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: 'Remplacer l’ancien' }).getAttribute('aria-pressed')).toBe('true');
  const session = join(project, 'modules/repair-cafe/first-saturday.md');
  writeFileSync(session, readFileSync(session, 'utf8').replace(/^- \[ \] /m, '- [ ] Replaced: '));
  const compared = await runCartable(['diff', packed, '--json'], project);
  const { changes } = JSON.parse(compared.out) as { changes: readonly { readonly what: string }[] };
  expect(await page.locator('.s-change li > p:first-of-type').allInnerTexts()).toEqual(changes.map(({ what }) => what));

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect([width, await axe(page, page.mainFrame())]).toEqual([width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(errors).toEqual([]);
  await context.close();
});
