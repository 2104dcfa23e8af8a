import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-newcomer-'));
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

/** Two questions, and one whose brace is not closed. */
const GIFT = `::Accueil::Que fait-on d'abord ?{=Se présenter ~Ouvrir un dossier}

::Secret::Le secret professionnel lie aussi les stagiaires.{TRUE}

::Cassée::Cette question n'est pas finie {=Oui ~Non
`;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Adds an example by the dialog; its form opens. */
async function add(page: Page, type: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter' });
  await dialog.getByText(type, { exact: true }).first().click();
  await dialog.getByRole('button', { name: 'Insérer' }).click();
  await page.getByRole('heading', { name: type, exact: true }).waitFor();
}

async function importBank(page: Page): Promise<void> {
  writeFileSync(join(folder, 'accueil.gift'), GIFT);
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: /^Importer ou exporter/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer' });
  await dialog.locator('input[type=file]').setInputFiles(join(folder, 'accueil.gift'));
  await dialog.getByText('3 questions trouvées, 2 reprises').waitFor();
  await dialog.getByText('Une accolade n’est pas fermée').waitFor();
  await dialog.getByRole('button', { name: 'Ajouter au cours' }).click();
  await dialog.getByText(/^Ajouté/).waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
}

/** Writes what doesn't belong there behind a text of the source. */
async function spoil(page: Page, found: string, typed: string): Promise<void> {
  await button(page, /^Texte brut/).click();
  await page.locator('.cm-content').focus();
  for (const key of ['Control+f', ...found, 'Enter', 'Escape', 'ArrowRight', ...typed]) await page.keyboard.press(key);
  await button(page, /^Texte brut/).click();
}

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Télécharger le paquet').click()]);
  return file.suggestedFilename();
}

test('a newcomer writes a session, corrects a mistake, packages it and reads results', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await button(page, /^Page blanche/).click();
  await page.getByLabel('Titre du cours').fill('Accueillir');
  await button(page, 'Créer le cours').click();
  const session = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await session.getByRole('heading', { name: 'Accueillir' }).first().waitFor();

  await add(page, 'Question à choix');
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Qui accueille ?');
  await session.getByText('Qui accueille ?').first().waitFor({ state: 'visible' });
  await button(page, 'Terminé').click();
  await importBank(page);
  await add(page, 'Quiz');
  await page.getByLabel('Banque de questions').selectOption({ label: 'Accueil' });
  await page.getByLabel('Questions tirées au sort').fill('2');
  await button(page, 'Terminé').click();
  expect(
    await page.getByRole('button', { name: 'Ajouter', exact: true }).evaluate((one) => one.getBoundingClientRect().top),
  ).toBeGreaterThan(40);

  await spoil(page, 'draw=2', ' melange=oui');
  await page.getByRole('status').getByText('1 erreur').waitFor();
  await button(page, /^Retirer$/).click();
  await page.getByRole('status').getByText('1 erreur').waitFor({ state: 'detached' });

  await button(page, 'Préparer pour Moodle').click();
  await page.getByText('Première fois : aucun paquet').waitFor();
  expect(await download(page)).toBe('seance-1.scorm12.zip');
  await button(page, /La fiche de dépôt, seance-1/).waitFor();
  await button(page, 'Écrire').click();
  await page
    .getByRole('navigation', { name: 'Plan de la séance' })
    .getByRole('button', { name: /^Qui accueille/ })
    .click();
  await session.getByText('Qui accueille ?').first().waitFor({ state: 'visible' });
  await button(page, 'Modifier : Question à choix').first().click();
  await button(page, 'Retirer : Réponse 3').click();
  await button(page, 'Préparer pour Moodle').click();
  await page.getByText('des réponses ne seront plus montrées').first().waitFor();
  expect(await download(page)).toBe('seance-1.scorm12.zip');
  expect(await page.getByText('changé ailleurs').count()).toBe(0);

  await button(page, 'Résultats').click();
  const names = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 's1-user-tracks.csv', 'seance-1.codebook.csv'];
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(names.map((name) => join(import.meta.dirname, '../fixtures/results', name)));
  await page.frameLocator('iframe').frameLocator('iframe').getByText('Cinq personnes à relancer').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('a newcomer has somebody new speak, and sets cover and aims', { timeout: 120_000 }, async () => {
  const { context, page, errors } = await openStudio(browser, site);
  await button(page, /^Page blanche/).click();
  await page.getByLabel('Titre du cours').fill('Le fournil');
  await button(page, 'Créer le cours').click();
  const session = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');

  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter' });
  await dialog.getByText('Scène', { exact: true }).first().click();
  await dialog.getByLabel('Nom du nouveau personnage').fill('Nadia');
  await button(page, 'Ajouter une personne').click();
  // The form that was used is gone: the focus is on what comes next.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Insérer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Scène', exact: true }).waitFor();
  expect(await page.getByLabel('Personnage').first().inputValue()).toBe('nadia');
  await button(page, 'Terminé').click();

  await button(page, 'Modifier : Réglages de la séance').click();
  await button(page, 'Objectif').click();
  await page.keyboard.type('pétrir une pâte');
  const aim = page.getByLabel('Objectif 1', { exact: true });
  expect(await aim.inputValue()).toBe('pétrir une pâte');
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#a63"/></svg>');
  await page.locator('input[type=file]').setInputFiles({ name: 'four.svg', mimeType: 'image/svg+xml', buffer });
  await expect.poll(() => page.getByLabel('Image', { exact: true }).inputValue()).toBe('assets/four.svg');
  await page.locator('.s-form-cover').waitFor();
  await session.getByText('pétrir une pâte').first().waitFor({ state: 'attached' });
  expect(errors).toEqual([]);
  await context.close();
});
