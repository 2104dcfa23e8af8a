import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealOf } from '../../src/model/state/seal.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { downloadedText } from '../helpers/downloaded-text.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { noise } from '../helpers/noise.ts';
import { FIRST, parts, type Tramway, tramway } from './tramway.ts';
import { bannerOf, choose, closeUnheard, copies, launch, record, saved, scoOf, stateOf, type Visit, write } from './visits.ts';

let browser: Browser;
let course: Tramway;
let zip: string;

beforeAll(async () => {
  browser = await openBrowser();
  course = tramway('scorm12');
  zip = course.build();
});

afterAll(() => browser?.close());

/** A learner at a computer, before an LMS. Foreign scripts are let in for axe alone. */
async function desk(options: Partial<LmsSite['options']> = {}): Promise<{ site: LmsSite; context: BrowserContext; end(): Promise<void> }> {
  const site = await serveSite(zip, { version: '1.2', ...options });
  const context = await browser.newContext({
    bypassCSP: true,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return {
    site,
    context,
    async end() {
      await context.close();
      site.close();
    },
  };
}

/** Checks that the screen reads well on a phone and in the dark. */
async function expectReadable({ page, sco }: Visit): Promise<void> {
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme });
    const spill = await sco.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([width, colorScheme, await axe(page), spill]).toEqual([width, colorScheme, [], 0]);
  }
}

/** The banner is the one that is meant, and readable. */
async function expectBanner(visit: Visit, kind: string): Promise<Locator> {
  await expect.poll(() => bannerOf(visit.sco)).toBe(kind);
  await expectReadable(visit);
  return visit.sco.locator(`[data-when="${kind}"]`);
}

async function textOf({ page }: Visit, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return downloadedText(download);
}

test('updated: a changed module says so once, and what was done is still there', async () => {
  const { site, context, end } = await desk();
  const first = await launch(context, site);
  await choose(first.sco, 'Les freins');
  await first.page.close();
  await expect.poll(() => record(site).score).toBe('50');
  await site.put(course.build(`${FIRST}\n${parts.story.replace('o-panne', 'o-retard')}\n`));
  const second = await launch(context, site);
  await expectBanner(second, 'updated');
  expect(await stateOf(second.sco, 'q-frein')).toBe('right');
  await second.page.close();
  await expect.poll(() => site.received.at(-1)).toMatch(/Finish/);
  const third = await launch(context, site);
  expect([await bannerOf(third.sco), third.faults]).toEqual(['', []]);
  await end();
});

test('another: what this browser keeps of another attempt can be read and erased, and is mixed with nothing', async () => {
  const { site, context, end } = await desk();
  const first = await launch(context, site);
  site.isDown = true;
  await write(first.sco, 'La porte ne ferme plus.');
  await saved(first.sco, 'failed');
  await closeUnheard(first, site);
  // The trainer has deleted the attempt.
  site.kept = {};
  const second = await launch(context, site);
  const banner = await expectBanner(second, 'another');
  expect(await stateOf(second.sco, 'o-panne')).toBe('new');
  const text = await textOf(second, banner.locator('[data-action="download-another"]'));
  expect(text).toContain('Racontez une panne.\nLa porte ne ferme plus.');
  await banner.locator('[data-action="erase-another"]').click();
  expect(await bannerOf(second.sco)).toBe('');
  expect(await second.sco.evaluate(() => [document.activeElement?.tagName, document.getElementById('c-live')?.textContent])).toEqual([
    'H1',
    'Effacé.',
  ]);
  expect(await copies(second.sco)).toEqual([]);
  await choose(second.sco, 'Les freins');
  await saved(second.sco);
  expect(await bannerOf(second.sco)).toBe('');
  await end();
});

test('short: a text that the LMS has no room for reaches the trainer, and the learner is asked to keep a copy', async () => {
  const { site, context, end } = await desk();
  const { sco, ...tab } = await launch(context, site);
  const long = noise(7000, 3).replace(/.{60}/g, '$& ');
  await choose(sco, 'Les freins');
  await write(sco, long);
  const banner = await expectBanner({ sco, ...tab }, 'short');
  expect(await sco.locator('#c-live').textContent()).toMatch(/^Vos textes sont trop longs/);
  await saved(sco);
  const { elements, state } = record(site);
  expect(elements['cmi.suspend_data']?.length).toBeLessThanOrEqual(4096);
  expect(state?.activities[1]).toEqual({ answer: null, tries: 1 });
  const reported = Object.entries(elements)
    .filter(([name]) => name.endsWith('student_response'))
    .map(([, value]) => value);
  expect(reported.join('')).toContain(long.slice(0, 200));
  expect(await textOf({ sco, ...tab }, banner.locator('[data-action="download"]'))).toContain(long);
  await banner.locator('[data-action="copy"]').click();
  expect(await sco.evaluate(() => navigator.clipboard.readText())).toContain(long);
  await tab.page.close();
  const next = await launch(context, site);
  expect(await next.sco.locator('#a-o-panne textarea').inputValue()).toBe(long);
  await end();
});

test.each(['unreadable', 'newer'])('%s: earlier work that cannot be read is not written over before the first answer', async (kind) => {
  const { site, context, end } = await desk();
  const body = 'AAAA';
  const text = kind === 'newer' ? `9${sealOf(`9rames${body}`)}${body}` : 'once upon a time';
  site.kept = { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '100', 'cmi.suspend_data': text };
  const visit = await launch(context, site);
  await expectBanner(visit, kind);
  await visit.page.reload();
  await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Commit/);
  expect(record(site).elements).toMatchObject({ 'cmi.suspend_data': text, 'cmi.core.score.raw': '100' });
  await end();
});

test('elsewhere, refused, failed, review, browse, alone: each in its place, readable', async () => {
  const { site, context, end } = await desk();
  const first = await launch(context, site);
  await expectBanner(await launch(context, site, 'elsewhere'), 'elsewhere');
  await first.page.clock.install();
  site.isDown = true;
  await choose(first.sco, 'Les freins');
  await saved(first.sco, 'failed');
  await first.page.clock.runFor(10_000);
  await expectBanner(first, 'failed');
  site.isDown = false;
  await first.page.close();
  for (const mode of ['review', 'browse'] as const) {
    site.options.mode = mode;
    await expectBanner(await launch(context, site, mode), mode);
  }
  site.options.mode = 'normal';
  const again = await launch(context, site);
  await again.sco.evaluate(() => location.reload());
  await expectBanner({ ...again, sco: await scoOf(again.page, 'alone') }, 'refused');
  await again.page.goto(site.origin + site.sco);
  const alone = { ...again, sco: await scoOf(again.page, 'alone') };
  await expectBanner(alone, 'alone');
  await end();
});

test('the ends of a visit read well, and lead back where there is a way', async () => {
  const { site, context, end } = await desk();
  for (const [isDown, kind] of [
    [false, 'saved'],
    [true, 'failed'],
  ] as const) {
    const visit = await launch(context, site);
    site.isDown = isDown;
    await visit.sco.locator('#c-foot [data-action="leave"]').click();
    const view = visit.sco.locator(`[data-view="end-${kind}"]`);
    await view.waitFor();
    expect(await view.locator('[data-action="reopen"]').isVisible()).toBe(true);
    expect(await visit.sco.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await expectReadable(visit);
    await visit.page.close();
  }
  await end();
});
