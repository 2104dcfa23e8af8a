import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openModule, showPage, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Writes into each text field on screen. @returns fields whose description changed meanwhile, and names that two fields of one activity have */
function fillIn(): string[] {
  const textOf = (ids: string | null): string =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const nameOf = (field: HTMLInputElement | HTMLTextAreaElement): string =>
    textOf(field.getAttribute('aria-labelledby')) ||
    field.ariaLabel ||
    [...(field.labels ?? [])].map((label) => label.textContent).join(' ');
  const fields = [
    ...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('.c-page:not([hidden]) :is(textarea, [type="text"])'),
  ];
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    const name = `${field.closest('[data-activity]')?.id}: ${nameOf(field).trim()}`;
    const before = textOf(field.getAttribute('aria-describedby'));
    field.value = 'Deux mots';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const after = textOf(field.getAttribute('aria-describedby'));
    const faults = [...(before === after ? [] : [`${name} is described anew`]), ...(seen.has(name) ? [`${name} is there twice`] : [])];
    seen.add(name);
    return faults;
  });
}

// Orca and NVDA say a description again whenever it changes: with a running count in it, at each key.
test('a field has a name of its own, and its description stands still while it is filled in', { timeout: 120_000 }, async () => {
  const { pages } = await unpack('gallery');
  const page = await openModule(browser, 'gallery');
  const found: string[] = [];
  for (const id of pages) {
    await showPage(page, id);
    found.push(...(await page.evaluate(fillIn)));
  }
  expect(found).toEqual([]);
  await page.context().close();
});

test('a number of a picture to label says where it is', async () => {
  const page = await openModule(browser, 'gallery');
  await showPage(page, 'page-label-image');
  for (const name of ['Numéro 1 en haut à gauche', 'Numéro 2 en haut à droite', 'Numéro 3 en bas à droite'])
    expect(await page.getByRole('combobox', { name, exact: true }).count()).toBe(1);
  await page.context().close();
});

test('a cell to fill in is called by its row and its column', async () => {
  const page = await openModule(browser, 'gallery');
  await showPage(page, 'page-compare');
  for (const name of ['De soutien entre professionnels Ce qui le tient', 'Porté par des institutions Ce qui le tient'])
    expect(await page.getByRole('combobox', { name, exact: true }).count()).toBe(1);
  await page.context().close();
});
