import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { sampled } from '../helpers/sweep.ts';
import { tramway } from './tramway.ts';
import { choose, copies, launch, record, stateOf } from './visits.ts';

const TARGETS = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

/** The tab's process ends as when memory runs out: no event reaches the page. */
async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await gone;
}

test.each(sampled(TARGETS, 1))('%s: a tab that dies at the press, before anything was saved, keeps the answer', async (target, version) => {
  const site = await serveSite(tramway(target).build(), { version });
  const browser = await openBrowser();
  const context = await browser.newContext();
  const first = await launch(context, site);
  const received = site.received.length;
  // No timer fires any more: the save that is due never begins.
  await first.sco.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
  await choose(first.sco, 'Les freins');
  await crash(first.page);
  expect([site.received.length, Object.keys(record(site).state?.activities ?? {})]).toEqual([received, []]);

  const next = await launch(context, site);
  expect(await stateOf(next.sco, 'q-frein')).toBe('right');
  await expect.poll(() => copies(next.sco)).toEqual([]);
  expect([record(site).score, next.faults]).toEqual(['50', []]);
  await browser.close();
  site.close();
});
