import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { sampled } from '../helpers/sweep.ts';
import { Faults } from './faults.ts';
import { answersOf, MODULES, openModule, showPage, somePages, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const CASES = MODULES.flatMap((name) => [[name, true] as const, [name, false] as const]);

test.each(sampled(CASES, 1))(
  '%s, all right: %s: each verdict is announced once, with its four signs; the focus is never lost, and nothing moves',
  { timeout: 120_000 },
  async (name, right) => {
    const faults = new Faults();
    const { content, pages } = await unpack(name);
    const page = await openModule(browser, name);
    const plan = answersOf(content, right);
    for (const id of somePages(pages)) {
      await showPage(page, id);
      const watched = await page.evaluate((answers) => window.access.watchPage(answers), plan);
      for (const [check, found] of Object.entries(watched)) faults.add(check, id, found);
      faults.add('verdicts', id, await page.evaluate(() => window.access.verdicts()));
    }
    expect(faults.all()).toEqual({});
    await page.context().close();
  },
);

test('finds what is announced twice, moves, or shows its verdict by colour alone', async () => {
  const { content } = await unpack('gallery');
  const page = await openModule(browser, 'gallery');
  await showPage(page, 'page-choice');
  const found = await page.evaluate(
    async (plan) => {
      const [root] = document.querySelectorAll<HTMLElement>('#p-page-choice [data-activity]');
      const extra = document.createElement('p');
      extra.setAttribute('aria-live', 'polite');
      root?.append(extra);
      root?.addEventListener('cartable:change', () => {
        extra.textContent = `Juste. ${root.dataset.state}`;
        root.animate([{ opacity: 0 }, { opacity: 1 }], 10_000);
      });
      const { announced, moved } = await window.access.watchPage(plan);
      for (const icon of document.querySelectorAll('#p-page-choice svg')) icon.remove();
      return [announced, moved, window.access.verdicts()].map((list) => list.length > 0);
    },
    answersOf(content, true),
  );
  expect(found).toEqual([true, true, true]);
  await page.context().close();
});
