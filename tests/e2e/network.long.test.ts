import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { downloadedText } from '../helpers/downloaded-text.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { tramway } from './tramway.ts';
import {
  bannerOf,
  choose,
  closeUnheard,
  copies,
  launch,
  openTab,
  record,
  saved,
  scoOf,
  stateOf,
  turnTo,
  type Visit,
  write,
} from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const targets = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

/** The cable is pulled, and put back: requests of the tab fail, and so do beacons, which outlive it. */
async function cut({ page }: Visit, site: LmsSite, down: boolean): Promise<void> {
  await page.context().setOffline(down);
  site.isDown = down;
}

/** Records from now on what screen readers get. @returns gives all of it, in order */
async function listen({ sco }: Visit): Promise<() => Promise<string[]>> {
  const received = await sco.evaluateHandle(() => {
    const texts: string[] = [];
    const live = document.getElementById('c-live');
    if (live) new MutationObserver(() => texts.push(live.textContent ?? '')).observe(live, { childList: true });
    return texts;
  });
  return () => received.jsonValue();
}

test.each(targets)(
  '%s: with the network down the page says so and goes on; once it is back everything arrives',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const visit = await launch(context, site);
    const { page, sco } = visit;
    await page.clock.install();
    const output = await listen(visit);
    await cut(visit, site, true);
    await choose(sco, 'Les freins');
    await saved(sco, 'failed');
    expect(await stateOf(sco, 'q-frein')).toBe('right');
    await page.clock.runFor(10_000);
    await expect.poll(() => bannerOf(sco)).toBe('failed');
    // Nothing is blocked: a text can be written, and another page is there.
    await write(sco, 'La porte ne ferme plus.');
    const commits = (): Promise<number> => page.evaluate(() => window.lms.calls.filter(({ name }) => name.endsWith('Commit')).length);
    const before = await commits();
    await page.clock.runFor(60_000);
    const tries = (await commits()) - before;
    expect(tries).toBeGreaterThanOrEqual(2);
    expect(tries).toBeLessThanOrEqual(5);
    const ofSaving = async (): Promise<string[]> => (await output()).filter((text) => /^(?:Non enregistré|L’enregistrement)/.test(text));
    expect(await ofSaving()).toEqual(['Non enregistré, nouvel essai']);

    const banner = sco.locator('[data-when="failed"]');
    const [download] = await Promise.all([page.waitForEvent('download'), banner.locator('[data-action="download"]').click()]);
    expect(download.suggestedFilename()).toBe('rames-carnet.txt');
    const text = await downloadedText(download);
    expect(text).toContain('Les freins');
    expect(text).toContain('La porte ne ferme plus.');
    await banner.locator('[data-action="copy"]').click();
    expect(await sco.evaluate(() => navigator.clipboard.readText())).toBe(text);
    expect(record(site).score).toBe('');

    await cut(visit, site, false);
    await banner.locator('[data-action="retry-save"]').click();
    await page.clock.runFor(2000);
    await saved(sco);
    expect(await bannerOf(sco)).toBe('');
    expect(await ofSaving()).toEqual(['Non enregistré, nouvel essai', 'L’enregistrement fonctionne de nouveau.']);
    // Whoever pressed the button that went away reads on at the page's title.
    expect(await sco.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    const { score, elements, state } = record(site);
    expect([score, state?.activities[1]?.answer]).toEqual(['50', 'La porte ne ferme plus.']);
    expect(elements).toMatchObject({ 'cmi.interactions.0.result': 'correct', 'cmi.interactions.1.id': 'o-panne' });
    expect(await copies(sco)).toEqual([]);
    await context.close();
    site.close();
  },
);

test.each(targets)(
  '%s: what was answered without a network, before the tab was closed, is there at the next launch and is sent',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const context = await browser.newContext();
    const visit = await launch(context, site);
    site.isDown = true;
    await choose(visit.sco, 'Les freins');
    await write(visit.sco, 'La porte ne ferme plus.');
    await closeUnheard(visit, site);
    expect(record(site).score).toBe('');

    const next = await launch(context, site);
    expect([await stateOf(next.sco, 'q-frein'), await stateOf(next.sco, 'o-panne'), await bannerOf(next.sco)]).toEqual([
      'right',
      'done',
      '',
    ]);
    await expect.poll(() => record(site).score).toBe('50');
    expect(JSON.stringify(record(site).elements)).toContain('La porte ne ferme plus.');
    await saved(next.sco);
    expect(await copies(next.sco)).toEqual([]);
    expect(next.faults).toEqual([]);
    await context.close();
    site.close();
  },
);

test.each(targets)(
  '%s: « Enregistrer et quitter » without a network promises nothing; with one it says what is true',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const context = await browser.newContext();
    const visit = await launch(context, site);
    const leave = (): Promise<void> => visit.sco.locator('#c-foot [data-action="leave"]').click();
    site.isDown = true;
    await choose(visit.sco, 'Les freins');
    await leave();
    await visit.sco.locator('[data-view="end-failed"]').waitFor();
    await expect.poll(() => site.lost).toContain('/keep');
    site.isDown = false;
    await visit.sco.locator('[data-view="end-failed"] [data-action="reopen"]').click();
    await expect.poll(() => record(site).score).toBe('50');
    const again = { ...visit, sco: await scoOf(visit.page, 'saved') };
    expect(await stateOf(again.sco, 'q-frein')).toBe('right');
    await write(again.sco, 'La porte ne ferme plus.');
    await again.sco.locator('#c-foot [data-action="leave"]').click();
    await again.sco.locator('[data-view="end-saved"]').waitFor();
    // It was seen to arrive: nothing stays on this computer.
    expect([record(site).state?.activities[1]?.answer, await copies(again.sco)]).toEqual(['La porte ne ferme plus.', []]);
    await context.close();
    site.close();
  },
);

test.each(targets)('%s: a page that can’t go on before the others have come says so, and goes on when they do', async (target, version) => {
  const site = await serveSite(tramway(target).build(), { version });
  const context = await browser.newContext();
  const first = await launch(context, site);
  await choose(first.sco, 'Les freins');
  await saved(first.sco);
  await first.page.close();
  await context.route('**/pages.js', (route) => route.abort());
  const { page, faults } = await openTab(context, site);
  await page.goto(`${site.origin}/player`);
  const sco = await scoOf(page, 'saving', '');
  await sco.locator('.c-banner[data-when="late"]:not([hidden])').waitFor();
  expect(await sco.locator('#c-live').textContent()).toMatch(/^La suite de la séance tarde/);
  await context.unroute('**/pages.js');
  await saved(sco);
  expect(await stateOf(sco, 'q-frein')).toBe('right');
  expect(await sco.locator('.c-banner[data-when="late"]').isHidden()).toBe(true);
  expect(faults.filter((fault) => !/pages\.js|ERR_FAILED/.test(fault))).toEqual([]);
  await context.close();
  site.close();
});

test('without a network from the first moment the first page works, and the others come when it is back', async () => {
  const site = await serveSite(tramway('scorm12').build(), { version: '1.2' });
  const context = await browser.newContext();
  const { sco } = await launch(context, site);
  site.isDown = true;
  await choose(sco, 'Les freins');
  await sco.locator('[data-action="next"]').click();
  await expect.poll(() => site.lost.some((path) => path.endsWith('pages.js'))).toBe(true);
  expect([await stateOf(sco, 'q-frein'), await sco.locator('#p-depot').isVisible()]).toEqual(['right', true]);
  site.isDown = false;
  await sco.locator('#p-ligne').waitFor();
  await choose(sco, 'J’appelle la régulation');
  await expect.poll(() => record(site).score).toBe('100');
  await context.close();
  site.close();
});

// What only this browser kept was judged before the questions had come: the LMS got none of the answers on later pages.
test.each(targets)('%s: answers that only lie in this browser are judged from the whole module', async (target, version) => {
  const site = await serveSite(tramway(target).build(), { version });
  const context = await browser.newContext();
  site.isExpired = true;
  const first = await launch(context, site, 'failed');
  await turnTo(first.sco, 'ligne');
  await choose(first.sco, 'J’appelle la régulation');
  await turnTo(first.sco, 'depot');
  await expect.poll(() => copies(first.sco)).toHaveLength(1);
  await first.sco.locator('#c-foot [data-action="leave"]').click();
  await first.page.close();
  site.isExpired = false;
  expect(record(site).elements).toEqual({});

  const next = await launch(context, site);
  // Nobody has touched anything yet.
  expect(record(site).score).toBe('50');
  expect(Object.entries(record(site).elements)).toContainEqual([expect.stringMatching(/^cmi\.interactions\.\d\.result$/), 'correct']);
  expect(await next.sco.locator('#c-left').textContent()).toContain('Racontez une panne.');
  await context.close();
  site.close();
});
