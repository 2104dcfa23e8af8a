import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-editor-'));
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

interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

async function openSample(name: RegExp): Promise<Opened> {
  const { context, page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name }).click();
  await page.locator('.s-card-bar').first().waitFor();
  return { page, errors, close: () => context.close() };
}

/** Reads a file from the browser's storage, once it is saved. */
async function stored(page: Page, project: string, path: string): Promise<string> {
  await page.getByText('Enregistré', { exact: true }).first().waitFor();
  return page.evaluate(
    async ([name, ...steps]) => {
      let place = await (await navigator.storage.getDirectory()).getDirectoryHandle('courses');
      for (const step of [name ?? '', ...steps.slice(0, -1)]) place = await place.getDirectoryHandle(step);
      const file = await (await place.getFileHandle(steps.at(-1) ?? '')).getFile();
      return file.text();
    },
    [project, ...path.split('/')],
  );
}

/** Lists axe's findings about the text; landmarks and the heading of the page are the window's. */
async function findings(page: Page): Promise<readonly string[]> {
  return (await axe(page, page.mainFrame())).filter((one) => !/^(?:landmark-one-main|page-has-heading-one) /.test(one));
}

const SESSION = 'modules/repair-cafe/first-saturday.md';
const source = (path: string): string => readFileSync(join(root, path), 'utf8');
const lineWith = (page: Page, text: string): Locator => page.locator('.cm-line', { hasText: text }).first();
const repaired = (page: Page): Promise<string> => stored(page, 'repair-cafe', SESSION);

/** Scrolls to a line: only those on screen are in the page. */
async function scrollTo(page: Page, text: string): Promise<void> {
  const scroller = page.locator('.cm-scroller');
  await scroller.evaluate((place) => place.scrollTo(0, 0));
  while ((await lineWith(page, text).count()) === 0) {
    await scroller.evaluate((place) => place.scrollBy(0, place.clientHeight / 2));
    await page.waitForTimeout(50);
  }
}

/** Puts the cursor at the end of a line. */
async function endOf(page: Page, text: string): Promise<void> {
  await scrollTo(page, text);
  await lineWith(page, text).click();
  // The first press goes to the end of the row on screen, the second one to the end of the line.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
}

test('typing, boxes, bold and undo change exactly their places', { timeout: 90_000 }, async () => {
  const { page, errors, close } = await openSample(/^The Repair Café/);
  const text = source(SESSION);
  await endOf(page, 'Twelve people are queueing');
  await page.keyboard.type(' No.');
  await expect.poll(() => repaired(page)).toBe(text.replace('eleven minutes.', 'eleven minutes. No.'));
  await page.keyboard.press('Control+z');
  await expect.poll(() => repaired(page)).toBe(text);

  const box = page.getByRole('checkbox', { name: /Do you have the receipt/ });
  await box.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => repaired(page)).toBe(text.replace('- [ ] “Do you have', '- [x] “Do you have'));
  await endOf(page, 'Do you have the receipt');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => repaired(page)).toBe(text);
  expect(await box.isChecked()).toBe(false);

  await lineWith(page, 'Tom sits down').getByText('Tom sits down').dblclick();
  await page.keyboard.press('Control+b');
  await expect.poll(() => repaired(page)).toMatch(/\*\*\w+\*\*.*ask Wilma first\?|Tom .*\*\*\w+\*\*.*first\?/);
  await page.keyboard.press('Control+b');
  await expect.poll(() => repaired(page)).toBe(text);
  expect(errors).toEqual([]);
  await close();
});

test('the bar of an activity edits, copies, moves and removes it', { timeout: 90_000 }, async () => {
  const { page, errors, close } = await openSample(/^The Repair Café/);
  const text = source(SESSION);
  await scrollTo(page, 'Tom sits down');
  const more = page.getByRole('button', { name: 'Autres actions : Question à choix' }).first();
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Dupliquer/ }).waitFor();
  await page.keyboard.press('Escape');
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Dupliquer/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => repaired(page)).toContain(':::choice{#first-words-2 competency=welcome}\nTom sits down.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => repaired(page)).toBe(text);

  const choose = async (name: string): Promise<void> => {
    await more.click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Descendre');
  await expect.poll(() => repaired(page)).toMatch(/:::key-number[\s\S]*:::choice\{#first-words /);
  await choose('Monter');
  await expect.poll(() => repaired(page)).toBe(text);
  await choose('Supprimer');
  await expect.poll(() => repaired(page)).not.toContain('#first-words');
  await page.keyboard.press('Control+z');
  await expect.poll(() => repaired(page)).toBe(text);
  await page.getByRole('button', { name: 'Modifier : Question à choix' }).first().click();
  await page.locator('.cm-content').waitFor({ state: 'hidden' });
  expect(await repaired(page)).toBe(text);
  expect(errors).toEqual([]);
  await close();
});

test('a type is completed by keyboard, with a free id and its end', { timeout: 90_000 }, async () => {
  const { page, errors, close } = await openSample(/^The Repair Café/);
  await endOf(page, 'That is how many of the things');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type(':::open-qu');
  const list = page.getByRole('listbox', { name: 'Propositions' });
  await list.getByRole('option', { name: /open-question/ }).waitFor();
  // CodeMirror takes no answer in the first moments of a list, so that no key meant for the text is lost.
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Why?');
  await expect.poll(() => repaired(page)).toContain('\n:::\n\n:::open-question{#open-question}\nWhy?\n:::\n');
  await page.getByText('Aucune erreur').waitFor();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' compe');
  await list.getByRole('option', { name: /competency/ }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await list.getByRole('option', { name: /safety/ }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.type('saf');
  await page.keyboard.press('Tab');
  await expect.poll(() => repaired(page)).toContain(':::open-question{#open-question competency=safety}');
  expect(errors).toEqual([]);
  await close();
});

test('a problem stands below its line, and its button removes it', { timeout: 90_000 }, async () => {
  const { page, errors, close } = await openSample(/^The Repair Café/);
  await endOf(page, 'Twelve people are queueing');
  await page.keyboard.type(' See [there](#ten-oclock).');
  const problem = page.locator('.s-fault', { hasText: 'ten-oclock' });
  await problem.waitFor();
  await page.locator('.s-squiggle', { hasText: 'ten-oclock' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await problem
    .getByRole('button', { name: 'Écrire « #ten-o-clock »' })
    .or(problem.getByRole('button', { name: 'Écrire « ten-o-clock »' }))
    .click();
  await expect.poll(() => repaired(page)).toContain('See [there](#ten-o-clock).');
  await expect.poll(() => page.locator('.s-fault').count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

test('no way to show a session changes it', { timeout: 120_000 }, async () => {
  const { page, errors, close } = await openSample(/^Partenariats/);
  const sessions = readdirSync(join(root, 'modules/partenariats-reseaux')).filter((name) => /^seance-.*\.md$/.test(name));
  const select = page.locator('select').first();
  for (const value of await select.locator('option').evaluateAll((list) => list.map((one) => (one as HTMLOptionElement).value))) {
    await select.selectOption(value);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Shift+E');
    await page.locator('.s-text[data-mode="raw"]').waitFor();
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: /^Champ de texte simple/ }).click();
    await page.getByRole('textbox', { name: 'Texte de la séance' }).press('Control+End');
    await page.getByRole('button', { name: /^Champ de texte simple/ }).click();
    await page.locator('.s-text[data-mode="readable"]').waitFor();
  }
  await page.getByRole('button', { name: 'Tous les cours' }).click();
  for (const name of sessions) {
    const path = `modules/partenariats-reseaux/${name}`;
    const kept = await page.evaluate(async (file) => {
      const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('courses');
      const modules = await (await top.getDirectoryHandle('partenariats-reseaux')).getDirectoryHandle('modules');
      const course = await modules.getDirectoryHandle('partenariats-reseaux');
      return (await (await course.getFileHandle(file)).getFile()).text();
    }, name);
    expect(kept, path).toBe(source(path));
  }
  expect(errors).toEqual([]);
  await close();
});

test('a plain field makes the same edits, and lists problems', { timeout: 90_000 }, async () => {
  const { page, errors, close } = await openSample(/^The Repair Café/);
  const text = source(SESSION);
  await page.getByRole('button', { name: /^Champ de texte simple/ }).click();
  const field = page.getByRole('textbox', { name: 'Texte de la séance' });
  await field.press('Control+End');
  await page.keyboard.type('\nSee [there](#ten-oclock).');
  await expect.poll(() => repaired(page)).toBe(`${text}\nSee [there](#ten-oclock).`);
  const problem = page.getByRole('listitem').filter({ hasText: 'ten-oclock' });
  await problem.waitFor();
  expect(await findings(page)).toEqual([]);
  await problem.getByRole('button', { name: /^Écrire/ }).click();
  await expect.poll(() => repaired(page)).toBe(`${text}\nSee [there](#ten-o-clock).`);

  // The choice is remembered.
  await page.reload();
  await page
    .getByRole('button', { name: /^The Repair Café/ })
    .first()
    .click();
  await field.waitFor();
  expect(errors).toEqual([]);
  await close();
});
