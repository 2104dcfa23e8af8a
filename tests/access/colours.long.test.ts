import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { Faults } from './faults.ts';
import { answerModule, openModule, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(['light', 'dark'] as const)(
  'in forced colours (%s) every control has a border, what is chosen and judged can be told, icons can be seen',
  { timeout: 120_000 },
  async (colorScheme) => {
    const faults = new Faults();
    const page = await openModule(browser, 'gallery', { forcedColors: 'active', colorScheme });
    const look = async (where: string): Promise<void> => {
      const found = await page.evaluate(() => {
        const { borderless, alike, faint, strange } = window.access;
        return { borderless: borderless(), alike: alike(), faint: faint(), strange: strange() };
      });
      for (const [check, list] of Object.entries(found)) faults.add(check, where, list);
    };
    await answerModule(page, await unpack('gallery'), false, (id, answered) => look(`${id} ${answered ? 'wrong' : 'new'}`));
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="contents"]')?.click());
    await look('contents');
    expect(faults.all()).toEqual({});
    await page.context().close();
  },
);
