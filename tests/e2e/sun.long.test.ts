import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, openFolder, showPage, showView } from '../access/open-module.ts';
import { openBrowser } from '../helpers/browser.ts';
import { readZip } from '../helpers/read-zip.ts';
import { stepPackages } from '../helpers/shared-packages.ts';
import { writeFiles } from '../helpers/unzip.ts';
import { goOn } from './go-on.ts';
import { readContent } from './read-content.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Lines of text of a view that the sun of its land stands behind. Words on a surface of their own, such as a button's, don't count. */
function behindWords(view: string): string[] {
  const section = document.querySelector(`[data-view="${view}"]`) as HTMLElement;
  const sun = (section.querySelector('.c-sun') as SVGElement).getBoundingClientRect();
  const middle = { x: sun.left + sun.width / 2, y: sun.top + sun.height / 2 };
  const walker = document.createTreeWalker(section.querySelector('.c-cover-words') as HTMLElement, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim() || node.parentElement?.closest('.c-button, .c-ring')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const x = Math.max(left, Math.min(middle.x, right)) - middle.x;
      const y = Math.max(top, Math.min(middle.y, bottom)) - middle.y;
      if (Math.hypot(x, y) < sun.width / 2) found.push(node.textContent.trim());
    }
  }
  return found;
}

// The colour of the words is chosen for the band, not for the sun.
test.each(['repair-cafe/first-saturday', 'partenariats-reseaux/seance-3'])(
  '%s: the sun stands behind no words of the cover and the results',
  { timeout: 120_000 },
  async (path) => {
    const entries = await readZip(join(stepPackages(), `${path}.web.zip`));
    const content = readContent(entries);
    const page = await openFolder(browser, writeFiles(entries));
    const found: string[] = [];
    const look = async (view: 'cover' | 'results'): Promise<void> => {
      for (const width of [320, 390, 560, 640, 714, 800, 899, 900, 1024, 1120, 1280, 1440, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        for (const words of await page.evaluate(behindWords, view)) found.push(`${view} at ${width}: ${words}`);
      }
    };
    await look('cover');
    for (const { id } of content.pages) {
      await showPage(page, id);
      do await page.evaluate((answers) => window.access.answerPage(answers), answersOf(content, true));
      while (await goOn(page));
    }
    await showView(page, 'results');
    await look('results');
    expect(found).toEqual([]);
    await page.context().close();
  },
);
