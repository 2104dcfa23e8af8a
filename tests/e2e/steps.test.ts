import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf, openFolder, showPage } from '../access/open-module.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { calls, closeSco, serveLms, stored, visit } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { stepPackages } from '../helpers/shared-packages.ts';
import { sampled } from '../helpers/sweep.ts';
import { writeFiles } from '../helpers/unzip.ts';
import { goOn } from './go-on.ts';
import { readContent } from './read-content.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const zipOf = (path: string): string => join(stepPackages(), `${path}.scorm12.zip`);

async function unpacked(path: string) {
  const entries = await readZip(zipOf(path));
  return { folder: writeFiles(entries), content: readContent(entries) };
}

/** Faults of the screen as it stands. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...(await axe(page, page.mainFrame())), ...(spill > 0 ? [`spills by ${spill} px`] : [])];
}

interface Look {
  readonly path: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

const LOOKS: readonly Look[] = [
  { path: 'partenariats-reseaux/seance-1', width: 390, colorScheme: 'light' },
  { path: 'repair-cafe/first-saturday', width: 714, colorScheme: 'light' },
  { path: 'partenariats-reseaux/seance-2', width: 1280, colorScheme: 'dark' },
  { path: 'partenariats-reseaux/seance-3', width: 320, colorScheme: 'dark' },
  { path: 'partenariats-reseaux/seance-3-note', width: 390, colorScheme: 'light' },
];

// `npm test` plays none of them, the run after it the first: each takes about a minute.
describe.each(sampled(LOOKS, 0, 1))('$path at $width px, $colorScheme', ({ path, width, colorScheme }) => {
  test('is played from its cover to its end, step by step', { timeout: 480_000 }, async () => {
    const { folder, content } = await unpacked(path);
    const page = await openFolder(browser, folder, { viewport: { width, height: 844 }, colorScheme, bypassCSP: true });
    const plan = answersOf(content, true);
    expect([await page.locator('[data-view="cover"]').isVisible(), await faultsOf(page)]).toEqual([true, []]);
    await page.locator('[data-action="begin"]').click();
    const faults: Record<string, unknown[]> = {};
    const walk = async (pages: typeof content.pages): Promise<void> => {
      for (const { id } of pages) {
        await page.locator(`#p-${id}`).waitFor();
        for (let step = 1; ; step++) {
          await page.evaluate((answers) => window.access.answerPage(answers), plan);
          const found = await faultsOf(page);
          if (found.length > 0) faults[`${id} ${step}`] = found;
          if (!(await goOn(page))) break;
        }
        await page.locator('#c-nav [data-action="next"]').click();
      }
      await page.locator('[data-view="results"]').waitFor();
    };
    await walk(content.pages.filter(({ further }) => !further));
    expect(await faultsOf(page)).toEqual([]);
    const further = content.pages.filter((one) => one.further);
    if (further[0]) {
      await page.locator(`#c-results a[href="#p-${further[0].id}"]`).click();
      await walk(further);
    }
    expect(faults).toEqual({});
    const { done, total } = await page.evaluate(() => {
      const [bar] = document.querySelectorAll<HTMLProgressElement>('#c-progress');
      return { done: bar?.value, total: bar?.max };
    });
    expect(done).toBe(total);
    await page.reload();
    await expect.poll(() => page.locator('#c-begin').textContent()).toMatch(/^(?:Revoir la séance|Look again)$/);
    await page.context().close();
  });
});

test('a guided text shows one part at a time, opens the one that lacks text, and all of them on a whole page', {
  timeout: 120_000,
}, async () => {
  const { folder } = await unpacked('partenariats-reseaux/seance-3-note');
  const page = await openFolder(browser, folder, { viewport: { width: 390, height: 700 } });
  await page.locator('[data-action="begin"]').click();
  await showPage(page, 's3-note-juger');
  await goOn(page);
  const parts = page.locator('#a-s3-note .writing-field');
  const opened = () => parts.evaluateAll((all) => all.flatMap((part, index) => ((part as HTMLDetailsElement).open ? [index] : [])));
  expect(await opened()).toEqual([0]);
  await parts.nth(0).locator('textarea').fill('Le bailleur prête sa salle, et ses mots. '.repeat(6));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(opened).toEqual([1]);
  await parts.nth(7).locator('> summary').click();
  await expect.poll(opened).toEqual([7]);
  await expect.poll(() => parts.nth(7).evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(true);
  await page.locator('#a-s3-note [data-action="check"]').click();
  await expect.poll(opened).toEqual([1]);
  expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('#a-s3-note .writing-field textarea')[1])).toBe(
    true,
  );
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await opened()).toHaveLength(8);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await opened()).toEqual([1]);
  await page.reload();
  await page.locator('[data-save="alone"]').waitFor();
  await showPage(page, 's3-note-juger');
  await expect.poll(opened).toEqual([1]);
  await showPage(page, 's3-note-decor');
  await page.locator('[data-action="whole"]').click();
  await showPage(page, 's3-note-juger');
  expect(await opened()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  await page.context().close();
});

test('a visit that only looks at the cover has seen no page; the next one lands after the last answer', { timeout: 120_000 }, async () => {
  const host = await serveLms(zipOf('partenariats-reseaux/seance-1'), 'strict');
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  await visit(page, host, { version: '1.2' });
  const frame = scoFrame(page);
  expect(await frame.locator('#c-begin').textContent()).toBe('Commencer');
  // The opening commit doesn't wait for a page: an attempt that ends without one may be lost.
  expect((await calls(page)).filter(({ name }) => /Commit$/.test(name)).map(({ result }) => result)).toEqual(['true']);
  expect(await frame.locator('#c-pages a[data-mark="new"]').count()).toBe(await frame.locator('#c-pages a').count());
  await frame.locator('[data-action="begin"]').click();
  await frame.locator('#c-go [data-action="step"]').click();
  const now = frame.locator('.c-page:not([hidden]) .c-screen[data-at="now"]');
  await now.locator('textarea').fill('Travailler à plusieurs structures sur un projet que chacune porte avec ses moyens.');
  await now.locator('[data-action="check"]').click();
  await frame.locator('[data-save="saved"]').waitFor();
  const title = await now.getAttribute('data-screen');
  await closeSco(page);
  await visit(page, host, { version: '1.2', stored: await stored(page) });
  const again = scoFrame(page);
  await again.locator('[data-action="begin"]').click();
  const steps = again.locator('.c-page:not([hidden]) .c-screen');
  await expect.poll(() => steps.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.at))).toEqual(['past', 'past', 'now']);
  expect(await steps.nth(1).getAttribute('data-screen')).toBe(title);
  await context.close();
  host.close();
});
