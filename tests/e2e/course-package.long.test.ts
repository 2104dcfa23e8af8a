import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { currentPage } from '../helpers/keyboard.ts';
import type { Lms } from '../helpers/lms-host.ts';
import { planOf } from './answers.ts';
import { expectedTold } from './expected.ts';
import { openPackage } from './open-package.ts';
import { playUntil } from './play.ts';
import { leaveByFrame, open } from './play-through.ts';
import { flatten, toldOf } from './record.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const scos = ['seance-1', 'seance-2', 'seance-3', 'seance-3-note'];
const ways: readonly (readonly [target: string, lms: Lms])[] = [
  ['scorm12', 'strict'],
  ['scorm2004-4', 'strict'],
];

test.each(ways.flatMap(([target, lms]) => scos.map((sco) => [target, lms, sco] as const)))(
  'the whole course, %s, %s: %s is launched in its folder, answered, left and resumed',
  { timeout: 240_000 },
  async (target, lms, sco) => {
    const { setting, close } = await openPackage(browser, { name: 'partenariats-reseaux', target, lms, folder: `${sco}/` });
    const { content, version } = setting;
    expect(content.id).toBe(sco);
    const course = { ...setting, isRight: () => true, answers: planOf(content, () => true), checked: [] as string[] };
    const tab = await open(course);
    expect(await tab.sco.locator('.c-over').first().textContent()).toBe(content.title);
    const second = content.pages[1]?.id ?? '';
    course.checked.push(...(await playUntil(tab.page, course.answers, second)));
    expect(course.checked).not.toEqual([]);
    const kept = await leaveByFrame(tab);
    // Questions of another SCO would stand out here.
    expect(Object.fromEntries(toldOf(flatten(kept), version))).toEqual(Object.fromEntries(expectedTold(course, version)));
    const again = await open(course, kept);
    expect(await currentPage(again.page)).toBe(second);
    await leaveByFrame(again);
    await close();
  },
);
