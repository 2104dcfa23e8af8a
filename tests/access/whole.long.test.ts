import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { RULES } from '../helpers/html-rules.ts';
import { spread } from '../helpers/sweep.ts';
import { Faults } from './faults.ts';
import { ALL, answerModule, openModule, showView, unpack } from './open-module.ts';

const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { ...RULES, 'no-inline-style': 'off' } });

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

async function invalid(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`));
}

/** Shows all pages one under the other: axe looks at them in one go. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>('[data-page]')) section.hidden = false;
  });
}

async function axeIn(page: Page, faults: Faults, where: string, looks: readonly (readonly ['light' | 'dark', number])[]): Promise<void> {
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    faults.add('axe', `${where} ${colorScheme} ${width}`, await axe(page, page.mainFrame()));
  }
}

test.each(ALL)('%s: its files are valid HTML, with one language and every landmark', async (name) => {
  const { folder } = await unpack(name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  expect(files.sort()).toEqual(['index.html', 'text.html']);
  for (const file of files) {
    const html = readFileSync(join(folder, file), 'utf8');
    expect([file, await invalid(html)]).toEqual([file, []]);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="fr" dir="ltr">/);
    const landmarks = ['<header class="c-bar"', '<main', '<nav class="c-nav"', '<footer'].map((tag) => html.split(tag).length - 1);
    expect([file, landmarks]).toEqual([file, [1, 1, 1, 1]]);
  }
});

/** Empties the pages, which are not on screen: axe would go through all that they hold. */
async function leaveViews(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll<HTMLElement>('[data-page]')) section.replaceChildren();
  });
}

async function axeInViews(page: Page, faults: Faults): Promise<void> {
  await showView(page, 'notebook');
  await leaveViews(page);
  await axeIn(page, faults, 'notebook', [
    ['light', 320],
    ['dark', 1280],
  ]);
  for (const view of ['results', 'glossary'] as const) {
    await showView(page, view);
    await axeIn(page, faults, view, [
      ['light', 1280],
      ['dark', 320],
    ]);
  }
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="contents"]')?.click());
  await axeIn(page, faults, 'contents', [
    ['light', 320],
    ['dark', 1280],
  ]);
}

// What every type looks like is tried by tests/conformance, in all four; here they are seen together, answered wrong too.
test.each(spread(ALL, 2))(
  '%s: axe finds nothing on any page or view, new, right and wrong, in both colours and widths; the live page is valid',
  { timeout: 360_000 },
  async (name) => {
    const faults = new Faults();
    const module = await unpack(name);
    for (const right of [false, true]) {
      const where = right ? 'right' : 'wrong';
      const page = await openModule(browser, name);
      if (!right) {
        // A sign of life brings the other pages.
        await page.keyboard.press('Tab');
        await page.locator(`#p-${module.pages.at(-1)}`).waitFor({ state: 'attached' });
        await showAll(page);
        await axeIn(page, faults, 'new', [['light', 1280]]);
      }
      await answerModule(page, module, right);
      faults.add('html', where, await invalid(`<!DOCTYPE html>\n${await page.evaluate(() => document.documentElement.outerHTML)}`));
      await showAll(page);
      await axeIn(
        page,
        faults,
        where,
        right
          ? [
              ['light', 320],
              ['dark', 1280],
            ]
          : [['dark', 320]],
      );
      if (right) await axeInViews(page, faults);
      await page.context().close();
    }
    expect(faults.all()).toEqual({});
  },
);
