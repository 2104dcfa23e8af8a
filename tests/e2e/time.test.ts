import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { sampled } from '../helpers/sweep.ts';
import { sessionSeconds } from './record.ts';
import { tramway } from './tramway.ts';
import { choose, openTab, record, scoOf } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const MINUTE = 60_000;

const TARGETS = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

test.each(sampled(TARGETS, 1))(
  '%s: a machine that sleeps and a clock that is set add no work; the results say what was counted',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const context = await browser.newContext();
    const { page, faults } = await openTab(context, site);
    await page.clock.install();
    await page.goto(`${site.origin}/player`);
    const sco = await scoOf(page, 'saved');
    await page.clock.runFor(7 * MINUTE);
    await choose(sco, 'Les freins');
    await page.clock.fastForward(8 * 60 * MINUTE);
    await page.clock.setSystemTime(Date.now() - 3 * 60 * MINUTE);
    await page.clock.runFor(2 * MINUTE);
    await sco.evaluate(() => document.querySelector<HTMLElement>('.c-drawer-in [data-action="results"]')?.click());
    // It stands in what comes after the first page, and that may still be on its way.
    await sco.locator('[data-view="results"]:not([hidden])').waitFor({ state: 'attached' });
    // Seven minutes, of which five count before the answer; at most two and a half of the night; two after the clock was set.
    const [, time = '', active = ''] =
      /Temps passé\s: (\d+)\smin, dont (\d+)\smin/.exec((await sco.locator('#c-results').textContent()) ?? '') ?? [];
    expect([Number(time) >= 9, Number(time) <= 13, Number(active) >= 7, Number(active) <= 11]).toEqual([true, true, true, true]);
    expect(Number(active)).toBeLessThan(Number(time));
    // A minute that passes in no time may outrun the answer of the network: the next try is only a pause away.
    const saving = async (): Promise<string | null> => {
      await page.clock.runFor(2000);
      return sco.locator('[data-save]').getAttribute('data-save');
    };
    await expect.poll(saving).toBe('saved');
    await page.close();
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    const seconds = sessionSeconds(record(site).elements, version);
    expect([seconds >= 540, seconds <= 15 * 60]).toEqual([true, true]);
    expect(faults).toEqual([]);
    await context.close();
    site.close();
  },
);
