import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const SECTIONS = ['Séances', 'Compétences', 'Personnages', 'Thème', 'Promotions', 'Banques', 'Réglages'];
const COURSE = 'modules/repair-cafe';

const folder = mkdtempSync(join(tmpdir(), 'cartable-course-'));
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

function section(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Le cours' }).getByRole('button', { name }).click();
}

/** Reads files of the course from the browser's storage, once the last edit is saved. */
async function saved(page: Page, path: string, isRight: (text: string) => boolean): Promise<string> {
  const read = (): Promise<string> =>
    page.evaluate(async (names) => {
      const find = async (handle: FileSystemDirectoryHandle, rest: readonly string[]): Promise<string> => {
        const [name = '', ...others] = rest;
        if (others.length > 0) return find(await handle.getDirectoryHandle(name), others);
        return (await (await handle.getFileHandle(name)).getFile()).text();
      };
      const walk = async (handle: FileSystemDirectoryHandle): Promise<string | undefined> => {
        try {
          return await find(handle, names);
        } catch {
          for await (const inner of handle.values()) {
            const found = inner.kind === 'directory' ? await walk(inner) : undefined;
            if (found !== undefined) return found;
          }
        }
        return undefined;
      };
      return (await walk(await navigator.storage.getDirectory())) ?? '';
    }, path.split('/'));
  await expect.poll(async () => isRight(await read()), { timeout: 10_000 }).toBe(true);
  return read();
}

async function downloadPackage(page: Page, name: string): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Télécharger le paquet' }).click()]);
  await file.saveAs(join(folder, name));
}

async function contentOf(zip: string): Promise<Record<string, string>> {
  return Object.fromEntries((await readZip(zip)).map(({ name, content }) => [name, content.toString('base64')]));
}

test('people, competencies, the theme and a cohort are changed, and packages are those of the command line', {
  timeout: 180_000,
}, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.getByRole('button', { name: 'Le cours' }).click();

  await section(page, 'Personnages');
  await page.getByRole('button', { name: 'Tom' }).click();
  await page.getByRole('group', { name: 'Coiffure' }).getByRole('radio', { name: 'Afro' }).check();
  await page.getByLabel('Rôle').fill('new, and curious');
  await section(page, 'Compétences');
  await page.getByLabel('Intitulé de la nouvelle compétence').fill('C2.1 Explain a repair: slowly');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Intitulé de c2-1').inputValue()).toBe('C2.1 Explain a repair: slowly');

  await section(page, 'Promotions');
  await page.getByRole('button', { name: 'Promotion', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill('Evening group');
  await page.getByRole('button', { name: 'Créer la promotion' }).click();
  await page.getByRole('textbox', { name: 'Couleur', exact: true }).fill('#12663f');
  await page.getByRole('textbox', { name: /^Seuil/ }).fill('45');
  await page.getByRole('textbox', { name: /^Seuil/ }).blur();
  const cohort = await saved(page, `${COURSE}/cohorts/evening-group.yaml`, (text) => text.includes('pass'));
  expect(cohort).toBe('title: Evening group\ntheme: { accent: "#12663f" }\nmodules: { first-saturday: { pass: 45 } }\n');

  const before = readFileSync(join(root, COURSE, 'course.yaml'), 'utf8');
  const course = await saved(page, `${COURSE}/course.yaml`, (text) => text.includes('c2-1') && text.includes('curious'));
  expect(course).toBe(
    before
      .replace('role: new volunteer, face: { hair: quiff,', 'role: "new, and curious", face: { hair: afro,')
      .replace(/( {2}- \{ id: decide.*\n)/, '$1  - { id: c2-1, title: "C2.1 Explain a repair: slowly" }\n'),
  );
  expect(errors).toEqual([]);

  await page.getByRole('button', { name: 'Préparer pour Moodle' }).click();
  await page.getByRole('combobox', { name: /^Pour/ }).selectOption('evening-group');
  await downloadPackage(page, 'evening.zip');
  cpSync(join(root, COURSE), join(project, COURSE), { recursive: true });
  mkdirSync(join(project, COURSE, 'cohorts'));
  writeFileSync(join(project, COURSE, 'course.yaml'), course);
  writeFileSync(join(project, COURSE, 'cohorts/evening-group.yaml'), cohort);
  const { code, err } = await runCartable(['build', 'first-saturday', '--target', 'scorm12'], project);
  expect(code, err).toBe(0);
  const made = await contentOf(join(project, 'dist/repair-cafe/first-saturday.scorm12.zip'));
  const own = await contentOf(join(project, 'dist/repair-cafe/evening-group/first-saturday.scorm12.zip'));
  expect(await contentOf(join(folder, 'evening.zip'))).toEqual(own);
  expect(own).not.toEqual(made);
  await context.close();
});

test('sessions are added, moved by keyboard and removed after a question; a colour that is too light is made darker', {
  timeout: 120_000,
}, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.getByRole('button', { name: 'Le cours' }).click();
  await page.getByLabel('Titre de la nouvelle séance').fill('Second Saturday');
  await page.keyboard.press('Enter');
  await page.getByLabel('Titre de la séance 2').waitFor();
  await page.getByRole('button', { name: 'Monter : Second Saturday' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('Titre de la séance 1').inputValue()).toBe('Second Saturday');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Monter.: Second Saturday$/);
  expect(await saved(page, `${COURSE}/course.yaml`, (text) => text.includes('second'))).toContain(
    'modules: [second-saturday, first-saturday]',
  );

  await page.getByRole('button', { name: 'Retirer : Second Saturday' }).click();
  await page.getByRole('dialog').getByText('second-saturday.md').waitFor();
  await page.getByRole('button', { name: 'Retirer du cours' }).click();
  await page.getByRole('button', { name: 'Mettre dans le cours' }).waitFor();
  expect(await saved(page, `${COURSE}/course.yaml`, (text) => !text.includes('second'))).toContain('modules: [first-saturday]');
  expect(await saved(page, `${COURSE}/second-saturday.md`, (text) => text !== '')).toContain('title: "Second Saturday"');

  await section(page, 'Thème');
  await page.getByRole('textbox', { name: 'Couleur du cours', exact: true }).fill('#F2A33A');
  await page.getByRole('button', { name: /^Prendre la plus proche/ }).click();
  await page.getByText('Lisible').waitFor();
  await page.getByRole('radio', { name: /Éditorial/ }).check();
  expect(await saved(page, `${COURSE}/course.yaml`, (text) => text.includes('editorial'))).toMatch(
    /theme: \{ name: editorial, accent: "#[0-9a-f]{6}" \}/,
  );
  expect(errors).toEqual([]);
  await context.close();
});

test.each([1280, 320])('all sections pass axe and fit, %i pixels wide', { timeout: 180_000 }, async (width) => {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^Partenariats/ }).click();
  await page.getByRole('button', { name: 'Le cours' }).click();
  await page.setViewportSize({ width, height: 800 });
  for (const name of SECTIONS) {
    await section(page, name);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent), name).toBe(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axe(page, page.mainFrame()), `${name} ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth), name).toBeLessThanOrEqual(width);
  }
  expect(errors).toEqual([]);
  await context.close();
});
