import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openFolder, showPage } from '../../access/open-module.ts';
import { planOf } from '../../e2e/answers.ts';
import { readContent } from '../../e2e/read-content.ts';
import { buildInto } from '../../helpers/build-packages.ts';
import { type Language, root } from '../../helpers/examples-project.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { runCartable } from '../../helpers/run-cartable.ts';
import { writeFiles } from '../../helpers/unzip.ts';
import { courseProject, type OpenStudio, studioOver } from './course-project.ts';
import { downloaded, type ReadmeSubject, readmePixels, shown, type View, windows } from './readme.ts';
import { sameChance, setTypeface, settle, shoot } from './shoot.ts';

const BARE = 'html { scrollbar-width: none } .c-banner { display: none !important }';
/** Rule that sets the typeface of the report and the studio. */
const SANS = ':root { --sans: FACE; --serif: Titres, P052, "Palatino Linotype", Palatino, Georgia, serif }';

/** Takes the pictures of README. */
export class ReadmeTaker {
  private readonly browser: Browser;
  private readonly project = courseProject();
  private built: string | undefined;
  private studio: Promise<OpenStudio> | undefined;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take({ view, lang, most }: ReadmeSubject): Promise<Buffer> {
    const page = await this.ways[view](lang);
    await settle(page);
    const top = await page.evaluate(() => scrollY);
    // The studio is full of text, which takes many bytes.
    const isStudio = view === 'studio';
    const { width, height } = windows[view];
    const zoom = ((isStudio ? 0.8 : 1) * readmePixels) / width;
    const bytes = await shoot(page, { x: 0, y: top, width, height }, most, { zoom, isWindow: isStudio });
    await page.context().close();
    return bytes;
  }

  async close(): Promise<void> {
    (await this.studio)?.close();
  }

  private readonly ways: Readonly<Record<View, (lang: Language) => Promise<Page>>> = {
    cover: (lang) => this.session(lang, 'cover'),
    step: (lang) => this.step(lang),
    end: (lang) => this.end(lang),
    room: (lang) => this.room(lang),
    report: (lang) => this.report(lang),
    studio: (lang) => this.write(lang),
  };

  /** Packages and sheets of both sessions, made once. */
  private made(): string {
    if (this.built) return this.built;
    const out = join(this.project, 'dist');
    const names = Object.values(shown).map(({ course, module }) => `${course}/${module}`);
    buildInto(out, this.project, ...names, '--cohort', 'base', '--target', 'web', '--target', 'scorm12', '--no-course', '--sheets');
    this.built = out;
    return out;
  }

  private look(lang: Language, view: View) {
    const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
    return { viewport: windows[view], colorScheme: 'light', reducedMotion: 'reduce', locale } as const;
  }

  /** Opens an empty page. The typeface comes from outside, which the studio's own rules forbid. */
  private async open(lang: Language, view: View): Promise<Page> {
    return (await this.browser.newContext({ ...this.look(lang, view), bypassCSP: true })).newPage();
  }

  private async entries(lang: Language) {
    const { course, module } = shown[lang];
    return readZip(join(this.made(), course, `${module}.web.zip`));
  }

  private async session(lang: Language, view: View): Promise<Page> {
    const page = await openFolder(this.browser, writeFiles(await this.entries(lang)), this.look(lang, view), sameChance);
    await page.addStyleTag({ content: BARE });
    await setTypeface(page);
    return page;
  }

  /** The choice of README's first lines, answered. */
  private async step(lang: Language): Promise<Page> {
    const { page: id, activity } = shown[lang];
    const page = await this.session(lang, 'step');
    await page.locator('[data-action="begin"]').click();
    await showPage(page, id);
    const at = page.locator(`#a-${activity}`);
    const content = readContent(await this.entries(lang));
    // What comes before it on its page is answered.
    const before = content.activities.filter(({ id }) => id !== activity);
    const plan = planOf({ ...content, activities: before }, () => true);
    while (!(await at.isVisible())) {
      await page.evaluate((answers) => window.access.answerPage(answers), Object.fromEntries(plan) as object);
      await goOn(page);
    }
    const right = planOf(content, () => true).get(activity);
    await at.locator(`input[value="${[right].flat()[0]}"]`).check();
    await at.locator('[data-action="check"]').click();
    await at.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 90));
    return page;
  }

  /** The end of the session for somebody who was always right. */
  private async end(lang: Language): Promise<Page> {
    const page = await this.session(lang, 'end');
    const content = readContent(await this.entries(lang));
    const plan: object = Object.fromEntries(planOf(content, () => true));
    await page.locator('[data-action="begin"]').click();
    for (const { id } of content.pages.filter(({ further }) => !further)) {
      await page.locator(`#p-${id}`).waitFor();
      do await page.evaluate((answers) => window.access.answerPage(answers), plan);
      while (await goOn(page));
      await page.locator('#c-nav [data-action="next"]').click();
    }
    await page.locator('[data-view="results"]').waitFor();
    return page;
  }

  private async room(lang: Language): Promise<Page> {
    const { course, module, question } = shown[lang];
    const page = await this.open(lang, 'room');
    await page.goto(pathToFileURL(join(this.made(), course, `${module}.salle.html`)).href);
    await setTypeface(page);
    await page.evaluate((start) => {
      const screens = [...document.querySelectorAll<HTMLElement>('.r-screen')];
      location.hash = `#${screens.findIndex(({ dataset }) => dataset.title?.startsWith(start)) + 1}`;
    }, question);
    // A show of hands.
    for (const choice of '1222222334') await page.keyboard.press(choice);
    await page.keyboard.press('r');
    return page;
  }

  private async report(lang: Language): Promise<Page> {
    const folder = mkdtempSync(join(tmpdir(), 'cartable-report-'));
    for (const name of downloaded) copyFileSync(join(root, 'tests/fixtures/results', name), join(folder, name));
    const zip = join(this.made(), 'partenariats-reseaux/seance-1.scorm12.zip');
    const { code, err } = await runCartable(['report', '.', '--package', zip, '--lang', lang], folder);
    if (code !== 0) throw new Error(err);
    const page = await this.open(lang, 'report');
    await page.goto(pathToFileURL(join(folder, 'bilan/bilan.html')).href);
    await setTypeface(page, SANS);
    return page;
  }

  private async write(lang: Language): Promise<Page> {
    const { course, written } = shown[lang];
    this.studio ??= studioOver(this.project);
    const { address } = await this.studio;
    const page = await this.open(lang, 'studio');
    await page.goto(address);
    await page.locator('.s-recent button', { hasText: course }).click();
    await page.locator('.cm-content').waitFor();
    await setTypeface(page, SANS);
    await page.getByRole('navigation').getByRole('button', { name: written }).first().click();
    const frame = page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
    await frame.locator('[data-type="choice"]:visible').first().waitFor();
    await page.waitForTimeout(1500);
    return page;
  }
}

/** Presses what leads to the next step. @returns false on the last step of a page */
async function goOn(page: Page): Promise<boolean> {
  if (!(await page.locator('#c-go').isVisible())) return false;
  await page.waitForFunction(() => !document.querySelector('[data-calm]'));
  const later = '.c-page:not([hidden]) .c-screen[data-at="later"]';
  const before = await page.locator(later).count();
  await page.evaluate(() => {
    const own = document.querySelectorAll<HTMLElement>(
      '.c-page:not([hidden]) .c-screen[data-at="now"] > [data-activity] > .c-actions > [data-action="continue"]',
    );
    ([...own].at(-1) ?? document.querySelector<HTMLElement>('#c-go [data-action="step"]'))?.click();
  });
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length < count, [later, before] as const);
  return true;
}
