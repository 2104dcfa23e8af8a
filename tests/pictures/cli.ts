/**
 * Takes pictures of every step or page of a package, fresh and answered, of its results and certificate, in each size and color scheme.
 * `npm run pictures -- gallery` (every type) or `-- repair-cafe/first-saturday`; more words are sizes: `390 1280d`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { answersOf, openFolder, showPage, showView } from '../access/open-module.ts';
import { readContent } from '../e2e/read-content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildInto } from '../helpers/build-packages.ts';
import { examplesProject, root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { writeFiles } from '../helpers/unzip.ts';

const [name = 'repair-cafe/first-saturday', ...sizes] = process.argv.slice(2);
const out = join(root, '.cartable/pictures', name.replace('/', '-'));

/** Builds what is asked for. @returns the path of its package */
function build(): string {
  const folder = join(out, 'package');
  const lang = name === 'gallery-en' ? 'en' : 'fr';
  const [project, asked] = name.startsWith('gallery') ? [examplesProject(lang), []] : [root, [name, '--cohort', 'base']];
  buildInto(folder, project, ...asked, '--target', 'web', '--no-course');
  return name.startsWith('gallery') ? join(folder, 'galerie/types.web.zip') : join(folder, `${name}.web.zip`);
}

const taken: string[] = [];

async function shoot(page: Page, file: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(out, `${file}.png`), fullPage: true, animations: 'disabled' });
  taken.push(file);
}

/** Plays a page to its end. @returns once its last step was answered */
async function playPage(page: Page, id: string, look: string, plan: object): Promise<void> {
  for (let step = 1; ; step++) {
    const file = `${look}-${id}-${String(step).padStart(2, '0')}`;
    await shoot(page, `${file}-a`);
    await page.evaluate((answers) => window.access.answerPage(answers), plan);
    await page.waitForTimeout(800);
    await shoot(page, `${file}-b`);
    if (!(await page.locator('#c-go').isVisible())) return;
    await page.evaluate(() => {
      const now = document.querySelector('.c-page:not([hidden]) .c-screen[data-at="now"]');
      const own = now?.querySelectorAll<HTMLElement>(':scope > [data-activity] > .c-actions > [data-action="continue"]');
      ([...(own ?? [])].at(-1) ?? document.querySelector<HTMLElement>('#c-go [data-action="step"]'))?.click();
    });
  }
}

async function play(browser: Browser, folder: string, content: ReturnType<typeof readContent>, look: string): Promise<void> {
  const width = Number.parseInt(look, 10);
  const colorScheme = look.endsWith('d') ? 'dark' : 'light';
  const page = await openFolder(browser, folder, { viewport: { width, height: width < 500 ? 844 : 800 }, colorScheme });
  await shoot(page, `${look}-0-cover`);
  const begin = page.locator('[data-action="begin"]');
  if (await begin.isVisible()) await begin.click();
  for (const { id } of content.pages) {
    await showPage(page, id);
    await playPage(page, id, look, answersOf(content, id.length % 2 === 0));
  }
  await showView(page, 'results');
  await shoot(page, `${look}-z-results`);
  const certificate = page.locator('.c-results [data-action="certificate"]:visible').first();
  if (await certificate.isVisible()) {
    await certificate.click();
    await page.locator('[data-view="certificate"]:not([hidden])').waitFor();
    await shoot(page, `${look}-z-certificate`);
  }
  await page.context().close();
}

mkdirSync(out, { recursive: true });
const entries = await readZip(build());
const browser = await openBrowser();
const folder = writeFiles(entries);
for (const look of sizes.length > 0 ? sizes : ['390', '714', '1280', '390d', '714d', '1280d'])
  await play(browser, folder, readContent(entries), look);
await browser.close();
process.stdout.write(`${taken.length} pictures in ${out}\n`);
