import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { animatedWebp, type Step } from './animated-webp.ts';
import { studioOver } from './course-project.ts';
import { FrameCutter } from './frame-cutter.ts';
import { type MovingSubject, movingFrame, type Story, stories } from './moving.ts';
import { setTypeface } from './shoot.ts';

/** Only the text and its page: the plan is left out, and nothing blinks. */
const TWO_PANES = `
.s-write { grid-template-columns: minmax(0, 1fr) 25.5rem !important }
.s-plan { display: none !important }
* { scrollbar-width: none !important; caret-color: transparent; animation: none !important; transition: none !important }
.cm-cursor { animation: none !important; opacity: 1 !important; visibility: visible !important }
.cm-cursorLayer { animation: none !important }`;

/** Longest time to look for something in the preview. */
const SOON = { timeout: 400 } as const;

/** Scrolls to an activity. @returns its place, its words and the look of its button */
function lookOf(one: HTMLElement | SVGElement): string {
  one.scrollIntoView();
  const button = one.querySelector('[data-action="check"]');
  const { backgroundColor = '', color = '' } = button ? getComputedStyle(button) : {};
  return [Math.round(one.getBoundingClientRect().top), backgroundColor, color, document.fonts.status, one.textContent].join();
}

/** A frame as the window showed it, and the time that it stays in milliseconds. */
interface Frame {
  readonly png: Buffer;
  readonly lasts: number;
}

/** Plays the story in the real studio, and takes a frame after each thing that is done. */
class Player {
  readonly frames: Frame[] = [];
  private readonly page: Page;
  private readonly story: Story;

  constructor(page: Page, story: Story) {
    this.page = page;
    this.story = story;
  }

  async play(): Promise<void> {
    await this.take(800);
    await this.lineEnd(this.story.last);
    for (const line of this.story.added) await this.type(`\n${line}`, 55);
    await this.page.waitForTimeout(2500);
    await this.take(1600);
    await this.lineEnd(this.story.line);
    await this.page.keyboard.press('ArrowLeft');
    await this.type(this.story.wrong, 80);
    const fix = this.page.locator('.s-fault-fix').first();
    // The offer to complete the word would cover the error.
    await this.page.keyboard.press('Escape');
    await fix.waitFor();
    await this.page.waitForTimeout(1200);
    await this.take(1800);
    await fix.click();
    await fix.waitFor({ state: 'detached' });
    await this.page.waitForTimeout(2500);
    await this.take(2100);
  }

  /** The frame in which everything is right again. */
  get last(): Buffer {
    return this.frames.at(-1)?.png ?? Buffer.alloc(0);
  }

  /** Takes a frame, with the activity at the top of the page that is played. A frame during which that page changed is taken again. */
  private async take(lasts: number, tries = 5): Promise<void> {
    const before = await this.steadyPreview();
    const png = await this.page.screenshot({ animations: 'disabled', caret: 'initial' });
    if ((await this.preview()) === before || tries === 0) this.frames.push({ png, lasts });
    else await this.take(lasts, tries - 1);
  }

  /** Waits until the preview looks the same three times in a row, for 4 seconds at most. @returns how it looks */
  private async steadyPreview(): Promise<string> {
    let [before, same] = ['', 0];
    for (let tries = 0; tries < 40 && same < 3; tries++) {
      const now = await this.preview();
      same = now !== '' && now === before ? same + 1 : 0;
      before = now;
      await this.page.waitForTimeout(60);
    }
    return before;
  }

  /** Scrolls to the activity in the preview. @returns how it looks; '' while a new page replaces the old one */
  private async preview(): Promise<string> {
    const played = this.page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
    const choice = played.locator('[data-type="choice"]');
    try {
      const hasFace = await choice.evaluate(
        () => [...document.fonts].some(({ family }) => family.includes('Of pictures')),
        undefined,
        SOON,
      );
      if (!hasFace) {
        const frame = await (await choice.elementHandle(SOON))?.ownerFrame();
        if (frame) await setTypeface(frame);
        await frame?.addStyleTag({ content: '* { transition: none !important; scroll-behavior: auto !important }' });
      }
      return await choice.evaluate(lookOf, undefined, SOON);
    } catch {
      return '';
    }
  }

  /** Puts the cursor at the end of the first line that has these words. */
  private async lineEnd(words: string): Promise<void> {
    await this.page.locator('.cm-line', { hasText: words }).first().click();
    await this.page.keyboard.press('End');
  }

  private async type(text: string, lasts: number): Promise<void> {
    for (const [index, key] of [...text].entries()) {
      if (key === '\n') await this.page.keyboard.press('Enter');
      else await this.page.keyboard.type(key);
      // Two keys a frame.
      if (index % 2 === 0 && index < text.length - 1) continue;
      await this.page.waitForTimeout(150);
      await this.take(lasts);
    }
  }
}

/** Takes the moving pictures. */
export class MovingTaker {
  private readonly browser: Browser;
  private readonly played = new Map<string, Promise<Player>>();

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take({ lang, moves, most }: MovingSubject): Promise<Buffer> {
    const known = this.played.get(lang) ?? this.play(stories[lang], lang);
    this.played.set(lang, known);
    const { frames, last } = await known;
    const cutter = await FrameCutter.open(this.browser, movingFrame);
    try {
      return moves ? await this.join(cutter, frames, most) : await cutter.still(last, 0.85);
    } finally {
      await cutter.close();
    }
  }

  /** Joins the frames with the best quality that is small enough. */
  private async join(cutter: FrameCutter, frames: readonly Frame[], most: number): Promise<Buffer> {
    for (const quality of [0.9, 0.84, 0.78, 0.7, 0.6, 0.5]) {
      const steps: Step[] = [];
      await cutter.restart();
      for (const { png, lasts } of frames) {
        const cut = await cutter.cut(png, quality);
        const before = steps.at(-1);
        if (cut) steps.push({ ...cut, lasts });
        else if (before) steps[steps.length - 1] = { ...before, lasts: before.lasts + lasts };
      }
      const bytes = animatedWebp(movingFrame, steps);
      if (bytes.length <= most) return bytes;
    }
    throw new Error(`more than ${most} bytes at the lowest quality`);
  }

  private async play(story: Story, lang: string): Promise<Player> {
    const project = mkdtempSync(join(tmpdir(), 'cartable-moving-'));
    const [, course = ''] = /^id: (.+)$/m.exec(story.course) ?? [];
    const [, session = ''] = /^id: (.+)$/m.exec(story.session) ?? [];
    const folder = join(project, 'modules', course);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'course.yaml'), story.course);
    writeFileSync(join(folder, `${session}.md`), story.session);
    const studio = await studioOver(project);
    const { width, window } = movingFrame;
    const context = await this.browser.newContext({
      viewport: window,
      deviceScaleFactor: width / window.width,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(studio.address);
    const text = page.locator('.cm-content');
    // The only course opens by itself.
    await text.waitFor();
    await page.addStyleTag({ content: TWO_PANES });
    await setTypeface(page, ':root { --sans: FACE }');
    // The source, as README shows it.
    await text.click();
    await page.keyboard.press('Control+Shift+E');
    await page.locator('iframe[data-state="shown"]').waitFor();
    await page.waitForTimeout(2500);
    const player = new Player(page, story);
    await player.play();
    await context.close();
    studio.close();
    return player;
  }
}
