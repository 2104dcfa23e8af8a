import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openFolder, showPage } from '../../access/open-module.ts';
import { planOf } from '../../e2e/answers.ts';
import { readContent } from '../../e2e/read-content.ts';
import { buildPackages } from '../../helpers/build-packages.ts';
import { examplesProject, type Language } from '../../helpers/examples-project.ts';
import { readZip } from '../../helpers/read-zip.ts';
import { writeFiles } from '../../helpers/unzip.ts';
import { type ActivitySubject, activityFrame } from './activities.ts';
import type { Act } from './scenes.ts';
import { type Area, sameChance, setTypeface, settle, shoot } from './shoot.ts';

/** Leaves only what a picture is about: neither the bar and the headings nor the ways to other pages. */
const ALONE = `
.c-bar, .c-banner, .c-head, .c-nav, .c-parting, .c-foot, .c-rail { display: none !important }
html { scrollbar-width: none; --c-side: ${activityFrame.margin}px }
.c-main { padding-block: 200px !important }
.c-page > * { margin-block-start: 0 }`;

interface Opened {
  readonly page: Page;
  readonly plan: object;
}

/** Takes the pictures of types, all of a language in one page. */
export class ActivityTaker {
  private readonly opened = new Map<Language, Promise<Opened>>();

  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take(subject: ActivitySubject): Promise<Buffer> {
    const { type, lang, scene, most } = subject;
    const known = this.opened.get(lang) ?? this.open(lang);
    this.opened.set(lang, known);
    const { page, plan } = await known;
    await page.setViewportSize({ width: scene.width ?? activityFrame.width, height: 900 });
    await showPage(page, `page-${type}`);
    for (const act of scene.acts ?? []) await this.act(page, type, act, plan);
    await settle(page);
    const width = scene.width ?? activityFrame.width;
    return shoot(page, await this.area(page, subject), most, { zoom: (activityFrame.scale * activityFrame.width) / width });
  }

  /** Builds the examples in the warm look. */
  private async open(lang: Language): Promise<Opened> {
    const project = examplesProject(lang);
    appendFileSync(join(project, 'modules/galerie/course.yaml'), 'theme: { name: editorial }\n');
    const out = buildPackages(project, '--target', 'web', '--no-course');
    const entries = await readZip(join(out, 'galerie/types.web.zip'));
    const { width } = activityFrame;
    const look = { viewport: { width, height: 900 }, colorScheme: 'light', locale: lang } as const;
    const page = await openFolder(this.browser, writeFiles(entries), look, sameChance);
    await page.addStyleTag({ content: ALONE });
    await setTypeface(page);
    return { page, plan: Object.fromEntries(planOf(readContent(entries), () => true)) };
  }

  private async act(page: Page, type: string, act: Act, plan: object): Promise<void> {
    const lang = (await page.evaluate(() => document.documentElement.lang)) as Language;
    const find = (selector: string) => page.locator(`#p-page-${type}`).locator(selector).first();
    if ('press' in act) await find(act.press).click();
    else if ('write' in act) await find(act.write).fill(act.text[lang]);
    else await page.evaluate(([answers, most]) => window.access.answerSteps(answers, most), [plan, act.steps] as const);
    await page.waitForTimeout(150);
  }

  /** Area of the page to show: as wide as all others, neither lower than the lowest nor taller than the tallest. */
  private async area(page: Page, { type, scene }: ActivitySubject): Promise<Area> {
    const { margin, lowest, tallest, width } = { ...activityFrame, ...scene };
    const selector = scene.frame ?? `[data-type="${type}"]`;
    const zoom = width / activityFrame.width;
    const { top, bottom } = await page.evaluate(frameOnly, selector);
    const whole = Math.ceil(bottom - top) + 2 * margin;
    const height = Math.min(tallest * zoom, Math.max(lowest * zoom, whole));
    const y = top - margin - Math.max(0, (height - whole) / 2);
    await page.evaluate(fadeBelow, whole > height ? y + height : -1);
    return { x: 0, y, width, height };
  }
}

/** Hides all of a page but the first element that the selector finds, or nothing if it finds none. @returns the edges of what is left */
function frameOnly(selector: string): { readonly top: number; readonly bottom: number } {
  const content = document.querySelector('.c-page:not([hidden])') as HTMLElement;
  const main = content.querySelector<HTMLElement>(selector);
  for (let kept = main; kept && kept !== content; kept = kept.parentElement)
    for (const other of kept.parentElement?.children ?? []) if (other !== kept) (other as HTMLElement).style.visibility = 'hidden';
  const shown = main ? [main] : [...content.children].filter((child) => child.checkVisibility());
  const rects = shown.map((one) => one.getBoundingClientRect());
  return { top: Math.min(...rects.map((one) => one.top)) + scrollY, bottom: Math.max(...rects.map((one) => one.bottom)) + scrollY };
}

/** Lets what is cut fade away. @param edge lower edge of the picture, in CSS pixels from the top of the page; -1: nothing is cut */
function fadeBelow(edge: number): void {
  document.getElementById('fade')?.remove();
  if (edge < 0) return;
  const fade = document.createElement('div');
  fade.id = 'fade';
  fade.style.cssText = `position: absolute; inset: ${edge - 72}px 0 auto; height: 72px; z-index: 9; background: linear-gradient(transparent, var(--c-bg))`;
  document.body.append(fade);
}
