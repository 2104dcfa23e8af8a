import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/activities.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { examplesProject, type Language, types } from '../helpers/examples-project.ts';
import { nextPage, scoFrame, walkPage } from '../helpers/keyboard.ts';
import { type LmsHost, refused, serveLms, visit } from '../helpers/lms-host.ts';

let browser: Browser;
/** Where the gallery of each language is served, once it is asked for. */
const hosts = new Map<Language, LmsHost>();

async function hostOf(lang: Language): Promise<LmsHost> {
  const known = hosts.get(lang);
  if (known) return known;
  const out = buildPackages(examplesProject(lang), '--target', 'scorm12', '--no-course');
  const host = await serveLms(join(out, 'galerie/types.scorm12.zip'), 'strict');
  hosts.set(lang, host);
  return host;
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  for (const host of hosts.values()) host.close();
  await browser?.close();
});

async function show(page: Page, type: string): Promise<void> {
  await scoFrame(page).evaluate((id) => document.querySelector<HTMLElement>(`a[href="#p-page-${id}"]`)?.click(), type);
  await scoFrame(page).locator(`#p-page-${type}:not([hidden])`).waitFor();
}

// Colours are the same in each language; the length of its words shows where there is least room.
describe.each([
  ['fr', 'light', 1280],
  ['fr', 'light', 320],
  ['fr', 'dark', 1280],
  ['fr', 'dark', 320],
  ['en', 'light', 320],
] as const)('%s, %s at %i px', (lang, colorScheme, width) => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true, reducedMotion: 'reduce' });
    page = await context.newPage();
    await visit(page, await hostOf(lang), { version: '1.2' });
  });

  test.each(types)('moodle 29: %s: axe finds nothing and nothing spills, before and after the keyboard has answered it', async (type) => {
    await show(page, type);
    const frame = scoFrame(page);
    const spills = () => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([await axe(page), await spills()]).toEqual([[], 0]);
    await frame.locator(`#p-page-${type} h1`).focus();
    const { unseen } = await walkPage(page);
    expect(unseen).toEqual([]);
    if (activityTypes().get(type)?.kind === 'activity') {
      const states = await frame
        .locator(`#p-page-${type} [data-type="${type}"]`)
        .evaluateAll((roots) => roots.map((root) => (root as HTMLElement).dataset.state));
      for (const state of states) expect(state).toMatch(/^(right|partly|wrong|done)$/);
    }
    expect(['answered', await axe(page), await spills()]).toEqual(['answered', [], 0]);
  });

  test('the LMS refused nothing', async () => {
    await nextPage(page);
    expect(await refused(page)).toEqual([]);
    await page.context().close();
  });
});
