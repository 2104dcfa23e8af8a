import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, openFolder, showPage } from '../access/open-module.ts';
import { openBrowser } from '../helpers/browser.ts';
import { readZip } from '../helpers/read-zip.ts';
import { stepPackages } from '../helpers/shared-packages.ts';
import { spread } from '../helpers/sweep.ts';
import { writeFiles } from '../helpers/unzip.ts';
import { goOn } from './go-on.ts';
import { readContent } from './read-content.ts';

/** Greatest height of a step as shown, in CSS pixels, on a window 1280 pixels wide. */
const LIMIT = 3000;

/** In the order of the course: later sessions show what was written in earlier ones. */
const SESSIONS = ['seance-1', 'seance-2', 'seance-3', 'seance-3-note'];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

async function unpacked(name: string) {
  const entries = await readZip(join(stepPackages(), `partenariats-reseaux/${name}.web.zip`));
  return { name, folder: writeFiles(entries), content: readContent(entries) };
}

/** Height of the page as a learner gets it: what was to be read is open, reasons and downloads are folded. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('.c-page:not([hidden]) details:not([data-token], [name])'))
      fold.open = false;
    return document.documentElement.scrollHeight;
  });
}

/** Plays the course in one browser. @returns heights of each step in CSS pixels, before and after its answers */
async function heights(right: boolean): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let page: Page | undefined;
  for (const { name, folder, content } of await Promise.all(SESSIONS.map(unpacked))) {
    page ??= await openFolder(browser, folder, { viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.locator('[data-save="alone"]').waitFor();
    found.set(`${name} cover`, await heightOf(page));
    await page.locator('[data-action="begin"]').click();
    const plan = answersOf(content, right);
    for (const { id } of content.pages) {
      await showPage(page, id);
      for (let step = 1; ; step++) {
        found.set(`${name} ${id} ${step} fresh`, await heightOf(page));
        await page.evaluate((answers) => window.access.answerPage(answers), plan);
        found.set(`${name} ${id} ${step} answered`, await heightOf(page));
        if (!(await goOn(page))) break;
      }
    }
  }
  await page?.context().close();
  return found;
}

test.each(spread([true, false], 1))(
  'no step of the course is over 3,000 pixels at 1280, fresh or answered (right: %s)',
  async (right) => {
    const found = await heights(right);
    expect(found.size).toBeGreaterThan(150);
    expect([...found].filter(([, height]) => height > LIMIT)).toEqual([]);
  },
  480_000,
);
