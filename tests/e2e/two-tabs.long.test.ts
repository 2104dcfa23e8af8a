import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { tramway } from './tramway.ts';
import { bannerOf, choose, closeUnheard, copies, launch, record, saved, scoOf, stateOf, turnTo, write } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const targets = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

test.each(targets)(
  '%s: a second tab shows where the module is open and sends the LMS nothing; once the first is closed it takes over',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const context = await browser.newContext();
    const first = await launch(context, site);
    const second = await launch(context, site, 'elsewhere');
    expect(await bannerOf(second.sco)).toBe('elsewhere');
    await choose(first.sco, 'Les freins');
    await saved(first.sco);
    expect(await second.sco.locator('#a-q-frein input:not(:disabled)').count()).toBe(0);
    await second.sco.locator('[data-action="next"]').click();
    await second.sco.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const announced = await second.page.evaluate(() => window.lms.calls.filter(({ name }) => /Set|Commit|Finish|Terminate/.test(name)));
    // That the attempt goes on, it may say: without it 2004 would keep nothing.
    expect(announced.filter(({ args }) => args[0] !== 'cmi.exit')).toEqual([]);
    const received = [...site.received];
    await second.page.reload();
    const again = await scoOf(second.page, 'elsewhere');
    expect([site.received, await stateOf(again, 'q-frein')]).toEqual([received, 'right']);

    await first.page.close();
    await again.locator('[data-when="elsewhere"] [data-action="reopen"]').click();
    const over = await scoOf(second.page, 'saved');
    expect([await bannerOf(over), await stateOf(over, 'q-frein')]).toEqual(['', 'right']);
    await over.locator('[data-action="next"]').click();
    await choose(over, 'J’appelle la régulation');
    await second.page.close();
    await expect.poll(() => record(site).score).toBe('100');
    expect([first.faults, second.faults]).toEqual([[], []]);
    await context.close();
    site.close();
  },
);

test('a computer that stands still while the page is launched makes it no second tab', async () => {
  const site = await serveSite(tramway('scorm12').build(), { version: '1.2' });
  const context = await browser.newContext();
  // The name is asked for; then other scripts of the LMS's page keep the one thread busy.
  await context.addInitScript(() => {
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...args: unknown[]) => unknown;
    Object.defineProperty(locks, 'request', {
      value(...args: unknown[]) {
        setTimeout(() => {
          const end = performance.now() + 2500;
          while (performance.now() < end);
        });
        return request(...args);
      },
    });
  });
  const visit = await launch(context, site);
  await choose(visit.sco, 'Les freins');
  await saved(visit.sco);
  expect(visit.faults).toEqual([]);
  await context.close();
  site.close();
});

test('who left by « Enregistrer et quitter » and let the tab stay may open the module in another', async () => {
  const site = await serveSite(tramway('scorm12').build(), { version: '1.2' });
  const context = await browser.newContext();
  const first = await launch(context, site);
  await choose(first.sco, 'Les freins');
  await first.sco.locator('#c-foot [data-action="leave"]').click();
  const second = await launch(context, site);
  expect(await stateOf(second.sco, 'q-frein')).toBe('right');
  await context.close();
  site.close();
});

test.each(targets)(
  '%s: what two browsers did at once settles at the next launch of the one whose work did not arrive',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const [home, work] = [await browser.newContext(), await browser.newContext()];
    const first = await launch(home, site);
    await choose(first.sco, 'Les freins');
    await saved(first.sco);
    site.isDown = true;
    await write(first.sco, 'La porte ne ferme plus.');
    await saved(first.sco, 'failed');
    await closeUnheard(first, site);
    const second = await launch(work, site);
    await second.sco.locator('[data-action="next"]').click();
    await choose(second.sco, 'J’appelle la régulation');
    await second.page.close();
    await expect.poll(() => record(site).score).toBe('100');

    const third = await launch(home, site);
    await turnTo(third.sco, 'ligne');
    await turnTo(third.sco, 'depot');
    const shown = ['q-frein', 'o-panne', 'q-feu'].map((id) => stateOf(third.sco, id));
    expect(await Promise.all(shown)).toEqual(['right', 'done', 'right']);
    await expect.poll(() => copies(third.sco)).toEqual([]);
    const { state, score, elements } = record(site);
    expect(state?.activities[1]?.answer).toBe('La porte ne ferme plus.');
    expect([score, JSON.stringify(elements).includes('La porte ne ferme plus.')]).toEqual(['100', true]);
    await Promise.all([home.close(), work.close()]);
    site.close();
  },
);
