import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { unzip } from '../helpers/unzip.ts';
import { tramway } from './tramway.ts';
import { bannerOf, choose, openTab, record, saved, scoOf, stateOf, turnTo, type Visit } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const frame = (source: string, more = ''): string =>
  `<iframe src="${source}" title="cadre" style="width:100%;height:600px" ${more}></iframe>`;

/** Nine windows around the package: an LMS must not stop at seven. */
const nest = Object.fromEntries(
  Array.from({ length: 8 }, (_, depth) => [`/nest${depth}`, frame(depth === 0 ? '$SCO' : `/nest${depth - 1}`)]),
);

const pages: Readonly<Record<string, string>> = {
  ...nest,
  '/deep': `$LMS${frame('/nest7')}`,
  '/above': `$LMS${frame('$THERE/between')}`,
  '/between': frame('$HERE$SCO'),
  '/sandbox': frame('$OWN', 'sandbox="allow-scripts"'),
  '/opener': `$LMS<button onclick="window.open('$SCO')">Lancer</button>`,
  '/course': `<button onclick="window.open('/player', '', 'noopener')">Lancer</button>`,
};

type Open = (context: BrowserContext, site: LmsSite) => Promise<Pick<Visit, 'page' | 'faults'>>;

const at =
  (path: string): Open =>
  async (context, site) => {
    const tab = await openTab(context, site);
    await tab.page.goto(site.origin + path);
    return tab;
  };

/** A window that a page opened. */
const opened =
  (path: string): Open =>
  async (context, site) => {
    const { page, faults } = await at(path)(context, site);
    const [popup] = await Promise.all([context.waitForEvent('page'), page.locator('button').click()]);
    popup.on('pageerror', (error) => faults.push(error.message));
    popup.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    return { page: popup, faults };
  };

/** Storage as where a browser forbids it: to ask for it is enough. */
async function forbidStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('no storage here', 'SecurityError');
        },
      });
    }
  });
}

const hosts: Readonly<Record<string, Open>> = {
  'nine windows down': at('/deep'),
  'behind a window of another origin': at('/above'),
  'in a sandbox whose own window holds the LMS': at('/sandbox'),
  'in a window that the LMS opened': opened('/opener'),
  'in a frame of a window that knows no opener': opened('/course'),
  'where storage is forbidden': async (context, site) => {
    await forbidStorage(context);
    return at('/player')(context, site);
  },
};

const zips: Readonly<Record<'1.2' | '2004', string>> = { '1.2': tramway('scorm12').build(), '2004': tramway('scorm2004-4').build() };

test.each(Object.entries(hosts).map(([name, open], index) => [name, index % 2 === 0 ? '1.2' : '2004', open] as const))(
  '%s (%s): answered, judged, recorded, taken up again',
  async (name, version, open) => {
    const site = await serveSite(zips[version], { version, pages });
    const context = await browser.newContext();
    const first = await open(context, site);
    const sco = await scoOf(first.page, 'saved');
    await choose(sco, 'Les freins');
    expect([await stateOf(sco, 'q-frein'), await sco.locator('.c-feedback', { hasText: 'c’est le premier essai' }).isVisible()]).toEqual([
      'right',
      true,
    ]);
    await saved(sco);
    await first.page.close();
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    expect([record(site).score, first.faults]).toEqual(['50', []]);
    const second = await open(context, site);
    const again = await scoOf(second.page, 'saved');
    expect([await bannerOf(again), await stateOf(again, 'q-frein')]).toEqual(['', 'right']);
    await turnTo(again, 'ligne');
    await choose(again, 'J’appelle la régulation');
    await expect.poll(() => record(site).score).toBe('100');
    await again.evaluate(() => document.querySelector<HTMLElement>('#c-foot [data-action="leave"]')?.click());
    // Only where the LMS's window is around the package can it be loaded anew.
    const end = again.locator('[data-view="end-saved"]');
    await end.waitFor();
    expect(await end.locator('[data-action="reopen"]').isVisible()).toBe(name !== 'in a window that the LMS opened');
    expect(second.faults).toEqual([]);
    await context.close();
    site.close();
  },
);

test.each(['1.2', '2004'] as const)(
  '%s: with none but a window of another origin around it, it stands alone and says so',
  async (version) => {
    const site = await serveSite(zips[version], { version, pages });
    const context = await browser.newContext();
    const { page, faults } = await openTab(context, site);
    await page.goto(`${site.origin.replace('127.0.0.1', 'localhost')}/between`);
    const sco = await scoOf(page, 'alone');
    // Chromium forbids storage to a frame of another site.
    expect(await bannerOf(sco)).toBe('unkept');
    await choose(sco, 'Les freins');
    expect([await stateOf(sco, 'q-frein'), faults]).toEqual(['right', []]);
    await context.close();
    site.close();
  },
);

test.each([
  ['1.2', true],
  ['2004', false],
] as const)('%s: from a disk it stands alone, and keeps what storage allows: %s', async (version, allows) => {
  const folder = await unzip(zips[version], 'course/sco');
  const context = await browser.newContext();
  if (!allows) await forbidStorage(context);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => request.url().startsWith(pathToFileURL(folder).href) || faults.push(request.url()));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  const sco = await scoOf(page, 'alone');
  await choose(sco, 'Les freins');
  expect([await bannerOf(sco), await stateOf(sco, 'q-frein')]).toEqual([allows ? 'alone' : 'unkept', 'right']);
  await page.reload();
  const again = await scoOf(page, 'alone');
  await expect.poll(() => stateOf(again, 'q-frein')).toBe(allows ? 'right' : 'new');
  expect(faults).toEqual([]);
  await context.close();
  rmSync(dirname(dirname(folder)), { recursive: true });
});

test('a breach of the policy would be seen: these tests can fail', async () => {
  const site = await serveSite(zips['1.2'], { version: '1.2' });
  const context = await browser.newContext();
  const { page, faults } = await at('/player')(context, site);
  const sco = await scoOf(page, 'saved');
  await sco.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">Peinture</p>'));
  expect(faults.join()).toMatch(/Content Security Policy/);
  await context.close();
  site.close();
});

/** Pixels by which the page is wider than its frame. */
const spill = (sco: Frame): Promise<number> =>
  sco.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('in a frame of 320 pixels nothing spills, and no key button stands only at the bottom', async () => {
  const narrow = '$LMS<iframe src="$SCO" title="cadre" style="width:320px;height:480px;border:0"></iframe>';
  const site = await serveSite(zips['1.2'], { version: '1.2', pages: { '/narrow': narrow } });
  const context = await browser.newContext();
  const { page, faults } = await at('/narrow')(context, site);
  const sco = await scoOf(page, 'saved');
  await choose(sco, 'Les freins');
  expect(await spill(sco)).toBe(0);
  await sco.evaluate(() => scrollTo(0, 0));
  await sco.locator('#c-bar [data-action="contents"]').click();
  const drawer = sco.locator('#c-contents');
  for (const way of ['a[href="#p-ligne"]', '[data-action="results"]', '[data-action="leave"]']) {
    expect([way, await drawer.locator(way).first().isVisible()]).toEqual([way, true]);
  }
  await drawer.locator('#c-pages a[href="#p-ligne"]').click();
  await sco.locator('#p-ligne').waitFor();
  expect(await spill(sco)).toBe(0);
  for (const view of ['results', 'notebook']) {
    await sco.locator('#c-bar [data-action="contents"]').click();
    await drawer.locator(`[data-action="${view}"]`).click();
    expect([view, await sco.locator(`[data-view="${view}"]`).isVisible(), await spill(sco)]).toEqual([view, true, 0]);
  }
  expect(faults).toEqual([]);
  await context.close();
  site.close();
});
