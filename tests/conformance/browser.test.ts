import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { type Language, types } from '../helpers/examples-project.ts';
import { nextPage, scoFrame, walkPage } from '../helpers/keyboard.ts';
import { leftOpen } from '../helpers/left-open.ts';
import { type LmsHost, refused, serveLms, visit } from '../helpers/lms-host.ts';
import { galleryPackage } from '../helpers/shared-packages.ts';
import { isLong, isWhole } from '../helpers/sweep.ts';

let browser: Browser;
/** Hosts of the gallery by language, started on demand. */
const hosts = new Map<Language, LmsHost>();

async function hostOf(lang: Language): Promise<LmsHost> {
  const known = hosts.get(lang);
  if (known) return known;
  const host = await serveLms(galleryPackage(lang, 'scorm12'), 'strict');
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
const LOOKS = [
  ['fr', 'light', 1280],
  ['fr', 'light', 320],
  ['fr', 'dark', 1280],
  ['fr', 'dark', 320],
  ['en', 'light', 320],
] as const;

/** Looks of a run after `npm test`. */
const REST = [0, 3, 4];

/** In a sample, every seventh type has one look. */
const isInSample = (type: number, look: number): boolean => type % 7 === 0 && (type / 7) % LOOKS.length === look;

/** After a sample, each type has one of three looks. */
const isInRest = (type: number, look: number): boolean => REST[type % REST.length] === look && !isInSample(type, look);

/** Types to show with a look: a sample, most types once more after it, or all. */
const typesFor = (look: number): readonly string[] =>
  types.filter((_, type) => isWhole || (isLong ? isInRest(type, look) : isInSample(type, look)));

describe.each(LOOKS.map((look, index) => [...look, index] as const))('%s, %s at %i px', (lang, colorScheme, width, look) => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true, reducedMotion: 'reduce' });
    page = await context.newPage();
    await visit(page, await hostOf(lang), { version: '1.2' });
  });

  test.each(typesFor(look))(
    'moodle 29: %s: axe finds nothing and nothing spills, before and after the keyboard has answered it',
    async (type) => {
      await show(page, type);
      const frame = scoFrame(page);
      const spills = () => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect([await axe(page), await spills()]).toEqual([[], 0]);
      await frame.locator(`#p-page-${type} h1`).focus();
      const { unseen } = await walkPage(page, (name) => activityTypes.get(name)?.walk);
      expect(unseen).toEqual([]);
      expect(await leftOpen(frame, type)).toEqual([]);
      expect(['answered', await axe(page), await spills()]).toEqual(['answered', [], 0]);
    },
  );

  test('the LMS refused nothing', async () => {
    await nextPage(page);
    expect(await refused(page)).toEqual([]);
    await page.context().close();
  });
});
