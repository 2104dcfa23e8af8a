import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-forms-'));
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

async function openSample(): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const { page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.locator('.cm-content').waitFor();
  return { page, errors };
}

/** Adds a type by keyboard alone. @param search words that only it has */
async function add(page: Page, search: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter');
  await page.getByRole('searchbox').fill(search);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Returns the text that the editor holds, as far as it is drawn. */
/** Returns to the text, and reads it once it is saved. */
async function textSaved(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Terminé' }).click();
  await page.locator('.cm-content').waitFor();
  await page.getByText('Enregistré', { exact: true }).waitFor();
  return page.evaluate(async () => {
    let place = await navigator.storage.getDirectory();
    for (const name of ['courses', 'repair-cafe', 'modules', 'repair-cafe']) place = await place.getDirectoryHandle(name);
    return (await (await place.getFileHandle('first-saturday.md')).getFile()).text();
  });
}

function focusedField(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.field);
}

test('a choice is added and filled in by keyboard, played, and undone', { timeout: 120_000 }, async () => {
  const { page, errors } = await openSample();
  await add(page, 'plusieurs bonnes');
  await expect.poll(() => focusedField(page)).toBe('title');
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Which tool comes first?');
  await page.getByRole('textbox', { name: 'Réponse 1', exact: true }).fill('The multimeter');
  await page.getByRole('textbox', { name: 'Retour, Réponse 1' }).fill('Yes: measure first.');
  await page.getByRole('textbox', { name: 'Réponse 2', exact: true }).fill('- The hammer');
  await page.getByRole('textbox', { name: 'Retour, Réponse 2' }).fill('');
  await page.getByRole('textbox', { name: 'Réponse 3', exact: true }).press('Enter');
  await expect.poll(() => focusedField(page)).toBe('list-3');
  await page.keyboard.type('The glue');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => focusedField(page)).toBe('list-2');
  await page.getByRole('textbox', { name: 'Points', exact: true }).fill('3');
  const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
  await frame.getByText('Which tool comes first?').first().waitFor({ state: 'attached' });
  await frame.getByText('The glue').first().waitFor({ state: 'attached' });

  await page.getByRole('textbox', { name: 'Réponse 1', exact: true }).fill('The screwdriver');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  expect(await page.getByRole('textbox', { name: 'Réponse 1', exact: true }).inputValue()).toBe('The multimeter');
  const text = await textSaved(page);
  expect(text.replace(/\n+/g, '\n')).toContain(
    [
      ':::choice{#question points=3}',
      'Which tool comes first?',
      '- [x] The multimeter',
      '> Yes: measure first.',
      '- [ ] \\- The hammer',
      '- [ ] The glue',
      '- [ ] Another possible answer',
      '> Explain why it does not fit.',
      ':::',
    ].join('\n'),
  );
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a sorting: groups, items that change their group, and what is read aloud', { timeout: 120_000 }, async () => {
  const { page, errors } = await openSample();
  await add(page, 'classement');
  const [first, second] = [page.getByRole('group', { name: 'Groupe 1' }), page.getByRole('group', { name: 'Groupe 2' })];
  await first.getByRole('textbox', { name: 'Titre' }).fill('Mend it');
  await second.getByRole('textbox', { name: 'Titre' }).fill('Send it on');
  await second.getByRole('textbox', { name: 'Élément 1', exact: true }).fill('A microwave');
  await first.getByRole('combobox', { name: 'Groupe' }).first().selectOption({ label: 'Send it on' });
  await expect.poll(() => second.getByRole('textbox', { name: /^Élément/ }).count()).toBe(3);
  await expect.poll(() => focusedField(page)).toBe('section-1-list-2');
  expect(await axe(page, page.mainFrame())).toEqual([]);
  const text = (await textSaved(page)).replace(/\n+/g, '\n');
  expect(text).toContain(
    '## Send it on\n- A microwave\n> Explain why it belongs here.\n- Another item of the second group\n- An item of the first group',
  );
  expect(errors).toEqual([]);
  await page.context().close();
});

test('the dialog and forms fit a screen of 320 pixels, and have no finding of axe', { timeout: 120_000 }, async () => {
  const { page, errors } = await openSample();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByRole('radio').first().waitFor({ state: 'attached' });
  const isWide = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  // The text behind the dialog is inert: axe does not see that it can't be reached.
  const found = (await axe(page, page.mainFrame())).filter((one) => !one.startsWith('scrollable-region-focusable .s-text'));
  expect([found, await isWide()]).toEqual([[], false]);
  await page.keyboard.press('Escape');
  for (const search of ['plusieurs bonnes', 'associer', 'voir la suite']) {
    await add(page, search);
    await page.locator('.s-form-body').waitFor();
    expect([await axe(page, page.mainFrame()), await isWide()]).toEqual([[], false]);
    const body = page.locator('.s-form-body');
    expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Terminé' }).click();
  }
  await page.locator('.cm-scroller').evaluate((place) => place.scrollTo(0, 0));
  await page.getByRole('button', { name: /Réglages de la séance/ }).click();
  await page.getByRole('textbox', { name: 'Titre', exact: true }).fill('Your second Saturday');
  expect([await axe(page, page.mainFrame()), await isWide()]).toEqual([[], false]);
  expect(await textSaved(page)).toContain('title: "Your second Saturday"');
  expect(errors).toEqual([]);
  await page.context().close();
});
