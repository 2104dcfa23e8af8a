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

  /** Takes a frame, with the activity at the top of the page that is played. */
  private async take(lasts: number): Promise<void> {
    const played = this.page.frameLocator('iframe[data-state="shown"]').frameLocator('iframe');
    // While a new page replaces the old one, there is none for a moment.
    await played
      .locator('[data-type="choice"]')
      .evaluate((one) => one.scrollIntoView(), undefined, { timeout: 400 })
      .catch(() => undefined);
    this.frames.push({ png: await this.page.screenshot({ animations: 'disabled', caret: 'initial' }), lasts });
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
