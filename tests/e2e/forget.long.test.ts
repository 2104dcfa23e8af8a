import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { savedState } from '../helpers/saved-state.ts';
import { tramway } from './tramway.ts';
import { bannerOf, choose, closeUnheard, launch, openTab, record, saved, scoOf, turnTo, type Visit, write } from './visits.ts';

let browser: Browser;
const zips = new Map<string, string>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const target of ['scorm12', 'scorm2004-4', 'web']) zips.set(target, tramway(target).build());
});

afterAll(() => browser?.close());

const TARGETS = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

/** Keys of other courses and of the LMS: none is ours. */
const THEIRS = ['bateau', 'cartable-copy:tramway-2/rames:abcde:x', 'cartable-notebook:bateau:abcde', 'cartable:bateau/tramway'];

interface Desk {
  readonly site: LmsSite;
  readonly context: BrowserContext;
  end(): Promise<void>;
}

/** A shared computer, where other courses keep something too. */
async function desk(target: string, version: '1.2' | '2004', pages: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const site = await serveSite(zips.get(target) ?? '', { version, pages });
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${site.origin}/course/sco/witness.gif`);
  await page.evaluate((keys) => {
    for (const key of keys) localStorage.setItem(key, 'theirs');
    sessionStorage.setItem('bateau', 'theirs');
  }, THEIRS);
  await page.close();
  return {
    site,
    context,
    async end() {
      await context.close();
      site.close();
    },
  };
}

/** All that this browser keeps for the page's origin but what was there before. */
async function kept(sco: Frame): Promise<string[]> {
  const keys = await sco.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(keys).toEqual(expect.arrayContaining(THEIRS));
  return keys.filter((key) => !THEIRS.includes(key));
}

const dialog = (sco: Frame) => sco.locator('dialog.c-dialog');
const lost = (sco: Frame): Promise<string[]> => dialog(sco).locator('li').allTextContents();
const focused = (sco: Frame): Promise<string> => sco.evaluate(() => document.activeElement?.textContent ?? '');

/** Opens the dialog, and waits until it knows what would be lost. */
async function ask(sco: Frame): Promise<void> {
  await sco.locator('#c-forget').click();
  await dialog(sco).locator('[data-action="erase"]').waitFor();
}

async function erase(sco: Frame): Promise<void> {
  await dialog(sco).locator('[data-action="erase"]').click();
  await dialog(sco).getByText('Ce navigateur ne garde plus rien de ce cours.').waitFor();
}

/** The dialog on screen reads well on a phone and on a screen, light and dark. */
async function expectReadable({ page, sco }: Pick<Visit, 'page' | 'sco'>): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ colorScheme });
    const spill = await sco.evaluate(() =>
      [...document.querySelectorAll('html, dialog[open]')].map((one) => one.scrollWidth - one.clientWidth),
    );
    expect([width, colorScheme, await axe(page), spill]).toEqual([width, colorScheme, [], [0, 0]]);
  }
  await page.setViewportSize({ width: 800, height: 600 });
}

test.each(TARGETS)('%s: by keyboard, once all is saved; the work goes on to the LMS alone, until the end', async (target, version) => {
  const { site, context, end } = await desk(target, version);
  const visit = await launch(context, site);
  const { page, sco, faults } = visit;
  await choose(sco, 'Les freins');
  await sco.locator('#c-foot [data-action="leave"]').focus();
  await page.keyboard.press('Tab');
  expect(await focused(sco)).toBe('Effacer ce qui est gardé sur cet ordinateur');
  await page.keyboard.press('Enter');
  await dialog(sco).getByText('Rien ne sera perdu.').waitFor();
  expect([record(site).score, await focused(sco)]).toEqual(['50', 'Effacer ce qui est gardé sur cet ordinateur\u202f?']);
  await expectReadable(visit);
  await page.keyboard.press('Escape');
  await dialog(sco).waitFor({ state: 'detached' });
  expect(await focused(sco)).toBe('Effacer ce qui est gardé sur cet ordinateur');

  await page.keyboard.press('Enter');
  await dialog(sco).locator('[data-action="erase"]').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(sco)).toBe('Annuler');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(sco)).toBe('Fermer');
  expect(await dialog(sco).locator('[role="status"]').textContent()).toContain('votre travail va maintenant directement à la plateforme');
  expect(await kept(sco)).toEqual([]);
  await expectReadable(visit);
  await page.keyboard.press('Enter');
  await dialog(sco).waitFor({ state: 'detached' });

  await write(sco, 'La porte ne ferme plus.');
  expect(await kept(sco)).toEqual([]);
  await saved(sco);
  await turnTo(sco, 'ligne');
  await choose(sco, 'J’appelle la régulation');
  await sco.locator('#c-foot [data-action="leave"]').click();
  await sco.locator('[data-view="end-saved"]').waitFor();
  expect([await kept(sco), record(site).score, record(site).state?.activities[1]?.answer]).toEqual([[], '100', 'La porte ne ferme plus.']);
  expect(faults).toEqual([]);
  await page.close();
  await end();
});

test.each(TARGETS)('%s: with the network down it says what would be lost; cancelled, everything stays', async (target, version) => {
  const { site, context, end } = await desk(target, version);
  const visit = await launch(context, site);
  const { page, sco } = visit;
  await page.mouse.move(80, 80);
  await sco.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  site.isDown = true;
  await choose(sco, 'Les freins');
  await ask(sco);
  expect([await lost(sco), await dialog(sco).locator('[data-action="erase"]').textContent()]).toEqual([
    ['Le travail de cette séance, qui n’a pas pu être enregistré'],
    'Effacer quand même',
  ]);
  await expectReadable(visit);
  const before = await kept(sco);
  expect(before).toEqual([expect.stringMatching(/^cartable-copy:tramway\/rames:/)]);
  await dialog(sco).locator('[data-action="close"]').click();
  expect(await kept(sco)).toEqual(before);

  await ask(sco);
  await erase(sco);
  expect(await kept(sco)).toEqual([]);
  expect(await dialog(sco).locator('[role="status"]').textContent()).toContain('Laissez cette page ouverte');
  await dialog(sco).locator('[data-action="close"]').click();
  await write(sco, 'La porte ne ferme plus.');
  await saved(sco, 'failed');
  expect(await kept(sco)).toEqual([]);
  site.isDown = false;
  await sco.evaluate(() => document.querySelector<HTMLElement>('[data-action="retry-save"]')?.click());
  await saved(sco);
  expect([await kept(sco), record(site).score, record(site).state?.activities[1]?.answer]).toEqual([[], '50', 'La porte ne ferme plus.']);
  await page.close();
  await end();
});

test('a copy of another attempt is named, and goes with its banner', async () => {
  const { site, context, end } = await desk('scorm12', '1.2');
  const first = await launch(context, site);
  site.isDown = true;
  await write(first.sco, 'La porte ne ferme plus.');
  await saved(first.sco, 'failed');
  await closeUnheard(first, site);
  site.kept = {};
  const { sco } = await launch(context, site);
  expect(await bannerOf(sco)).toBe('another');
  await ask(sco);
  expect(await lost(sco)).toEqual(['Des réponses d’une autre tentative']);
  await erase(sco);
  expect([await kept(sco), await bannerOf(sco)]).toEqual([[], '']);
  await end();
});

test('after « Enregistrer et quitter » it is still there; what did not arrive is named', async () => {
  const { site, context, end } = await desk('scorm2004-4', '2004');
  const visit = await launch(context, site);
  const { sco, page } = visit;
  await choose(sco, 'Les freins');
  await saved(sco);
  await sco.locator('#c-foot [data-action="leave"]').click();
  await sco.locator('[data-view="end-saved"]').waitFor();
  await ask(sco);
  expect(await lost(sco)).toEqual([]);
  await expectReadable(visit);
  await erase(sco);
  expect(await kept(sco)).toEqual([]);
  await page.close();

  const next = await launch(context, site);
  site.isDown = true;
  await write(next.sco, 'La porte ne ferme plus.');
  await next.sco.locator('#c-foot [data-action="leave"]').click();
  await next.sco.locator('[data-view="end-failed"]').waitFor();
  await ask(next.sco);
  expect(await lost(next.sco)).toEqual(['Le travail de cette séance, qui n’a pas pu être enregistré']);
  await erase(next.sco);
  expect(await kept(next.sco)).toEqual([]);
  await end();
});

test('a second tab erases too, saves nothing, and has the first one write nothing more', async () => {
  const { site, context, end } = await desk('scorm12', '1.2');
  const first = await launch(context, site);
  site.isExpired = true;
  await choose(first.sco, 'Les freins');
  await saved(first.sco, 'failed');
  const second = await launch(context, site, 'elsewhere');
  await ask(second.sco);
  expect(await lost(second.sco)).toEqual(['Des réponses à cette séance, peut-être pas encore enregistrées']);
  await erase(second.sco);
  const announced = await second.page.evaluate(() => window.lms.calls.filter(({ name }) => /Set|Commit|Finish/.test(name)));
  expect([announced, await kept(second.sco)]).toEqual([[], []]);
  await write(first.sco, 'La porte ne ferme plus.');
  expect(await kept(first.sco)).toEqual([]);
  site.isExpired = false;
  await saved(first.sco);
  expect([await kept(first.sco), record(site).score, record(site).state?.activities[1]?.answer]).toEqual([
    [],
    '50',
    'La porte ne ferme plus.',
  ]);
  await end();
});

test.each(['review', 'browse'] as const)('%s: it erases, and the LMS gets nothing', async (mode) => {
  const { site, context, end } = await desk('scorm12', '1.2');
  const first = await launch(context, site);
  await choose(first.sco, 'Les freins');
  await saved(first.sco);
  site.isDown = true;
  await write(first.sco, 'La porte ne ferme plus.');
  await saved(first.sco, 'failed');
  await closeUnheard(first, site);
  site.options.mode = mode;
  const { sco, page } = await launch(context, site, mode);
  await ask(sco);
  expect(await lost(sco)).toEqual(['Des réponses à cette séance, peut-être pas encore enregistrées']);
  const before = JSON.stringify(site.kept);
  await erase(sco);
  expect([await kept(sco), JSON.stringify(site.kept)]).toEqual([[], before]);
  await page.close();
  await end();
});

test('in a sandbox that forbids storage there is nothing to erase, and no button', async () => {
  const sandbox = '<iframe src="$OWN" title="cadre" style="width:100%;height:600px" sandbox="allow-scripts"></iframe>';
  const { site, context, end } = await desk('scorm12', '1.2', { '/sandbox': sandbox });
  const { page, faults } = await openTab(context, site);
  await page.goto(`${site.origin}/sandbox`);
  const sco = await scoOf(page, 'saved');
  await choose(sco, 'Les freins');
  await saved(sco);
  expect([await sco.locator('#c-forget').isVisible(), faults]).toEqual([false, []]);
  await end();
});

test('without an LMS the work of all tabs is gone, and each begins afresh', async () => {
  const { site, context, end } = await desk('web', '1.2');
  const [{ page }, other] = [await openTab(context, site), await openTab(context, site)];
  await page.goto(site.origin + site.sco);
  const sco = await scoOf(page, 'alone');
  await choose(sco, 'Les freins');
  await page.evaluate(() => localStorage.setItem('cartable:tramway/depot', '{"suspend_data":"gone"}'));
  await other.page.goto(site.origin + site.sco);
  const second = await scoOf(other.page, 'elsewhere');
  await ask(second);
  expect(await lost(second)).toEqual(['Vos réponses à cette séance', 'Des réponses à une autre séance de ce cours']);
  const loaded = page.waitForEvent('load');
  await erase(second);
  await loaded;
  await scoOf(page, 'alone');
  expect(await sco.locator('#a-q-frein').getAttribute('data-state')).toBe('new');
  const again = other.page.waitForEvent('load');
  await second.getByText('Recommencer', { exact: true }).click();
  await again;
  expect((await kept(sco)).filter((key) => key !== 'cartable:tramway/rames')).toEqual([]);
  const state = await page.evaluate(() => JSON.parse(localStorage.getItem('cartable:tramway/rames') ?? '{}').suspend_data);
  expect(savedState(state, 'rames')?.activities).toEqual({});
  await end();
});
