import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { coursePackage } from '../helpers/shared-packages.ts';
import { spread } from '../helpers/sweep.ts';
import { unzip } from '../helpers/unzip.ts';
import { planOf } from './answers.ts';
import { expectedStates } from './expected.ts';
import { openPackage } from './open-package.ts';
import { playPage, playToEnd, playUntil, pressAction, showAllStates, visibleStates } from './play.ts';
import { isAnswered } from './stop.ts';
import { openTab } from './tab.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const KEY = 'cartable:partenariats-reseaux/seance-1';

/** Waits until the page says that nothing is sent, and whether anything is kept. */
async function alone(frame: Frame | Page, notice = 'alone'): Promise<void> {
  await frame.locator('[data-save="alone"]').waitFor();
  expect(await frame.locator(`[data-when="${notice}"]`).isVisible()).toBe(true);
}

/** Plays the first page and a bit of the second, and reloads: all is as it was left. */
async function expectKept(page: Page, content: ModuleContent, reload: () => Promise<unknown>): Promise<void> {
  await alone(scoFrame(page));
  const answers = planOf(content, () => true);
  await playUntil(page, answers, content.pages[1]?.id);
  await playPage(page, answers, { stop: (checked) => checked.length === 1 });
  const left = await visibleStates(page);
  expect(Object.values(left)).toEqual(expect.arrayContaining(['right', 'draft']));
  await reload();
  await alone(scoFrame(page));
  expect(await visibleStates(page)).toEqual(left);
}

test('from a disk: the browser keeps the work, and a banner says that nothing is sent', { timeout: 240_000 }, async () => {
  const folder = await unzip(coursePackage('seance-1', 'web'), 'course/sco');
  const { setting, close } = await openPackage(browser, { name: 'seance-1', target: 'web', lms: 'strict' });
  const page = await setting.context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const root = pathToFileURL(folder).href;
  page.on('request', (request) => request.url().startsWith(root) || faults.push(request.url()));
  await page.goto(`${root}/index.html`);
  await expectKept(page, setting.content, () => page.reload());
  expect(await page.evaluate((key) => localStorage.getItem(key)?.includes('suspend_data'), KEY)).toBe(true);
  expect(faults).toEqual([]);
  await close();
  rmSync(dirname(dirname(folder)), { recursive: true });
});

test.each(spread(['web', 'scorm12', 'scorm2004-4'], 1))(
  '%s from a host, in a window of its own: kept over a reload, played to its end, erased on demand',
  { timeout: 240_000 },
  async (target) => {
    const { setting, close } = await openPackage(browser, { name: 'seance-1', target, lms: 'strict' });
    const { context, host, content } = setting;
    const { page, faults } = await openTab(context, host);
    await page.goto(`${host.origin}/course/sco/index.html`);
    await expectKept(page, content, () => page.reload());
    if (target === 'web') {
      const answers = planOf(content, () => true);
      const checked = [...answers.keys()].filter((id) => content.activities.find((activity) => activity.id === id)?.quiz === undefined);
      checked.push(...(await playToEnd(page, answers, content)));
      await page.reload();
      await alone(page);
      expect(await showAllStates(page)).toEqual(expectedStates({ content, answers, isRight: () => true, checked }));
      expect(await page.evaluate((key) => localStorage.getItem(key)?.includes('"passed"'), KEY)).toBe(true);
    }
    await pressAction(page, 'forget');
    await pressAction(page, 'erase');
    const loaded = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await loaded;
    await alone(page);
    expect(Object.values(await showAllStates(page)).filter(isAnswered)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  },
);

/** Puts the package into a frame of a page that has no LMS. */
async function frameIn(page: Page, origin: string, sandbox?: string): Promise<void> {
  await page.goto(`${origin}/player`);
  await page.evaluate((limits) => {
    const frame = document.getElementById('sco') as HTMLIFrameElement;
    if (limits !== undefined) frame.setAttribute('sandbox', limits);
    frame.src = '/course/sco/index.html';
  }, sandbox);
  await page.frameLocator('#sco').locator('[data-save="alone"]').waitFor();
}

async function inFrame(context: BrowserContext, target: string): Promise<void> {
  const { setting, close } = await openPackage(browser, { name: 'seance-1', target, lms: 'strict' });
  const { page, faults } = await openTab(context, setting.host);
  await frameIn(page, setting.host.origin);
  await expectKept(page, setting.content, () => frameIn(page, setting.host.origin));
  expect(faults).toEqual([]);
  await page.close();
  await close();
}

test.each(spread(['scorm12', 'scorm2004-4', 'web'], 1))(
  '%s in a frame without an LMS works, and keeps what storage allows',
  { timeout: 240_000 },
  async (target) => {
    const context = await browser.newContext();
    await inFrame(context, target);
    await context.close();
  },
);

test('in a frame that may keep nothing it works, and says that all is gone with the page', { timeout: 240_000 }, async () => {
  const { setting, close } = await openPackage(browser, { name: 'seance-1', target: 'scorm12', lms: 'strict' });
  const { page, faults } = await openTab(setting.context, setting.host);
  await frameIn(page, setting.host.origin, 'allow-scripts');
  await alone(scoFrame(page), 'unkept');
  const answers = planOf(setting.content, () => true);
  const checked = await playUntil(page, answers, setting.content.pages[3]?.id);
  expect(checked.length).toBeGreaterThan(5);
  // A frame without an origin may load no typeface: the system's stands in. The browser reports each refusal twice.
  const refused = faults.filter((fault) => /blocked by CORS policy/.test(fault) && /titles\.woff2/.test(fault));
  const failed = faults.filter((fault) => /net::ERR_FAILED/.test(fault));
  expect(failed.length).toBe(refused.length);
  expect(faults.filter((fault) => !refused.includes(fault) && !failed.includes(fault))).toEqual([]);
  await close();
});
