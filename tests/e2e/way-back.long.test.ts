import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserWithWayBack } from '../helpers/browser.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { tramway } from './tramway.ts';
import { choose, launch, record, scoOf, stateOf } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowserWithWayBack();
});

afterAll(() => browser?.close());

/** Page of the package, seen through the LMS's window: the debugger loses the frames of a page that was brought back. */
function shown(page: Page): Promise<{ view: string; reopen: boolean }> {
  return page.evaluate(() => {
    const { contentDocument } = document.getElementById('sco') as HTMLIFrameElement;
    const view = contentDocument?.querySelector<HTMLElement>('.c-page:not([hidden])');
    return { view: view?.dataset.view ?? '', reopen: !!view?.querySelector<HTMLElement>('[data-action="reopen"]:not([hidden])') };
  });
}

test.each([
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const)(
  '%s: brought back by the browser, a visit that is over says so, asks nothing of the old session, and opens a new one',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version, pages: { '/elsewhere': '<title>Ailleurs</title>' } });
    const context = await browser.newContext();
    const { page, sco, faults } = await launch(context, site);
    await choose(sco, 'Les freins');
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { wasKept: persisted })));
    await page.goto(`${site.origin}/elsewhere`);
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    const kept = { ...site.kept };
    // The debugger waits for a load that never comes.
    await page.goBack({ timeout: 1000 }).catch(() => undefined);
    await expect.poll(() => shown(page)).toEqual({ view: 'end-saved', reopen: true });
    expect(await page.evaluate(() => 'wasKept' in window && window.wasKept)).toBe(true);
    const opened = await page.evaluate(() => window.lms.calls.filter(({ name }) => name.endsWith('Initialize')).length);
    expect(opened).toBe(1);
    expect(site.kept).toEqual(kept);

    const loaded = page.waitForEvent('load');
    await page.evaluate(() => {
      const { contentDocument } = document.getElementById('sco') as HTMLIFrameElement;
      contentDocument?.querySelector<HTMLElement>('[data-view="end-saved"] [data-action="reopen"]')?.click();
    });
    await loaded;
    const again = await scoOf(page, 'saved');
    expect(await stateOf(again, 'q-frein')).toBe('right');
    await again.locator('[data-action="next"]').click();
    await choose(again, 'J’appelle la régulation');
    await page.close();
    await expect.poll(() => record(site).score).toBe('100');
    expect(faults).toEqual([]);
    await context.close();
    site.close();
  },
);

test('a page that is loaded again in a session that is over says that nothing is sent, and opens a new one', async () => {
  const site = await serveSite(tramway('scorm12').build(), { version: '1.2' });
  const context = await browser.newContext();
  const { page, sco } = await launch(context, site);
  await choose(sco, 'Les freins');
  await sco.evaluate(() => location.reload());
  const over = await scoOf(page, 'alone');
  expect(await over.locator('[data-when="refused"]').isVisible()).toBe(true);
  await over.locator('[data-when="refused"] [data-action="reopen"]').click();
  const again = await scoOf(page, 'saved');
  expect(await stateOf(again, 'q-frein')).toBe('right');
  await context.close();
  site.close();
});
