import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Language, root } from '../../helpers/examples-project.ts';
import { fencesOf } from '../../helpers/guides.ts';
import { openStudioSite } from '../../helpers/studio-page.ts';
import type { GuideSubject } from './guide.ts';
import { GUIDES, GuideWalk, type Step } from './guide-walk.ts';
import { type Area, setTypeface, settle, shoot } from './shoot.ts';

/** Form and preview, without the bar at the top and the plan on the left. */
const FORM: Area = { x: 264, y: 56, width: 1016, height: 704 };

/** Lower half of the phone's screen in a picture of {@link FORM}, well inside its edge. */
const PHONE: Area = { x: 660, y: 300, width: 300, height: 210 };

/** Area shown of a step, or the element that is shown with its surroundings. */
const AREAS: Readonly<Record<Step, Area | { readonly of: string; readonly around: number }>> = {
  create: { of: 'dialog[open]', around: 40 },
  cover: FORM,
  people: { x: 0, y: 56, width: 1280, height: 452 },
  scene: FORM,
  choice: FORM,
  quiz: FORM,
  package: { x: 20, y: 60, width: 1240, height: 396 },
  moodle: { of: '.s-then', around: 16 },
};

/** High enough for all settings of Moodle. */
const TALL = { width: 1280, height: 1800 };

/** Takes the pictures of the guide: all of a language while its session is written once. */
export class GuideTaker {
  private readonly taken = new Map<Language, Promise<ReadonlyMap<Step, Buffer>>>();
  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take({ step, lang, most }: GuideSubject): Promise<Buffer> {
    const known = this.taken.get(lang) ?? this.walk(lang, most);
    this.taken.set(lang, known);
    const picture = (await known).get(step);
    if (!picture) throw new Error(`the guide has no step ${step}`);
    return picture;
  }

  private async walk(lang: Language, most: number): Promise<ReadonlyMap<Step, Buffer>> {
    const site = await openStudioSite(join(mkdtempSync(join(tmpdir(), 'cartable-guide-')), 'studio'));
    const context = await this.browser.newContext({
      locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(site.address);
    await setTypeface(page, ':root { --sans: FACE }');
    const pictures = new Map<Step, Buffer>();
    const written = await new GuideWalk(page, lang, async (step) => void pictures.set(step, await this.look(page, step, most))).play();
    await context.close();
    site.close();
    checkText(lang, written);
    return pictures;
  }

  private async look(page: Page, step: Step, most: number): Promise<Buffer> {
    if (step === 'moodle') await page.setViewportSize(TALL);
    await setSessionTypeface(page);
    await settle(page);
    const area = AREAS[step];
    const take = async (): Promise<Buffer> => shoot(page, 'of' in area ? await around(page, area.of, area.around) : area, most);
    if (area === FORM) return this.withPreview(page, take);
    // Words behind a dialog would be cut in two.
    const alone = await page.addStyleTag({ content: 'body:has(dialog[open]) { visibility: hidden } dialog[open] { visibility: visible }' });
    const picture = await take();
    await alone.evaluate((sheet) => (sheet as HTMLElement).remove());
    return picture;
  }

  /** Takes a picture again while its preview is blank: a frame that was opened a moment ago isn't painted yet. */
  private async withPreview(page: Page, take: () => Promise<Buffer>, tries = 8): Promise<Buffer> {
    await page.waitForTimeout(1000);
    const picture = await take();
    if (!(await this.hasBlankPreview(picture))) return picture;
    if (tries === 0) throw new Error('the preview stays blank');
    return this.withPreview(page, take, tries - 1);
  }

  /** Tests whether the lower half of the preview is white for the most part: no session of the guide is. */
  private async hasBlankPreview(picture: Buffer): Promise<boolean> {
    const page = await this.browser.newPage();
    const white = await page.evaluate(
      async ([data, { x, y, width, height }]) => {
        const image = new Image();
        image.src = `data:image/webp;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        if (!canvas) throw new Error('no canvas');
        Object.assign(canvas.canvas, { width: image.naturalWidth, height: image.naturalHeight });
        canvas.drawImage(image, 0, 0);
        const pixels = new Uint32Array(canvas.getImageData(x, y, width, height).data.buffer);
        return pixels.filter((pixel) => pixel === 0xffffffff).length / pixels.length;
      },
      [picture.toString('base64'), PHONE] as const,
    );
    await page.close();
    return white > 0.5;
  }
}

/** Gives the session in the preview the typeface of pictures, too. A change of the text opens it again: then this begins anew. */
async function setSessionTypeface(page: Page, tries = 6): Promise<void> {
  await page.waitForTimeout(700);
  try {
    for (const frame of page.frames().slice(1)) if ((await frame.locator('.c-main').count()) > 0) await setTypeface(frame);
  } catch (error) {
    if (tries === 0) throw error;
    await setSessionTypeface(page, tries - 1);
  }
}

/** Returns the area of an element and a margin around it. */
async function around(page: Page, selector: string, margin: number): Promise<Area> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`no ${selector} to take a picture of`);
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

/** Compares what the studio has written with what the guide shows. @throws Error if they differ */
function checkText(lang: Language, written: Readonly<Record<string, string>>): void {
  const all = Object.values(written).join('\n');
  const fences = fencesOf(readFileSync(join(root, GUIDES[lang]), 'utf8'));
  for (const { text } of fences) {
    // The guide shows the head before its last change.
    const shown = text.replace('completion: visited', 'completion: activities');
    if (!all.includes(shown))
      throw new Error(`${GUIDES[lang]} shows what the studio has not written:\n${shown}\n\nIt has written:\n${all}`);
  }
}
