import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { Faults } from './faults.ts';
import { answersOf, openModule, showPage, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

interface Seen {
  readonly state: string;
  readonly action: string;
  /** Middle of the button, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** Distance (px) of the verdict from the window. */
  readonly hidden: number;
  /** Contents of its fields. */
  readonly answer: string;
}

/** Looks at an activity. @param block where in the window its button is put first */
function look(page: Page, id: string, block?: ScrollLogicalPosition): Promise<Seen> {
  return page.evaluate(
    ([name, to]) => {
      const root = document.getElementById(`a-${name}`) as HTMLElement;
      const button = root.querySelector(':scope > .c-actions > button') as HTMLElement;
      const line = root.querySelector(':scope > .c-outcome > .c-verdict') as HTMLElement;
      if (to) button.scrollIntoView({ block: to });
      const { left, top, width, height } = button.getBoundingClientRect();
      const announced = line.getBoundingClientRect();
      return {
        state: root.dataset.state ?? '',
        action: button.dataset.action ?? '',
        x: left + width / 2,
        y: top + height / 2,
        hidden: Math.max(0, announced.bottom - innerHeight, -announced.top),
        answer: [...root.querySelectorAll<HTMLInputElement>('input, select, textarea')]
          .map(({ checked, value }) => `${checked} ${value}`)
          .join(),
      };
    },
    [id, block] as const,
  );
}

/** Stops the page's clock, so that a busy machine changes nothing. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000);
}

const SIZES = [
  [390, 844],
  [1280, 800],
  [1366, 657],
] as const;

test.each(spread(SIZES.slice(0, 2), 1))(
  'at %i × %i a second press leaves the verdict, and the button stays',
  { timeout: 240_000 },
  async (width, height) => {
    const { content, pages } = await unpack('gallery');
    const page = await openModule(browser, 'gallery', { viewport: { width, height }, reducedMotion: 'no-preference' });
    await page.clock.install();
    const plan = answersOf(content, false);
    const faults = new Faults();
    let retried = 0;
    for (const name of pages) {
      await showPage(page, name);
      for (;;) {
        const id = await page.evaluate((answers) => window.access.answerUpToButton(answers), plan);
        if (!id) break;
        const { x, y } = await look(page, id, 'center');
        await stopClock(page);
        await page.mouse.click(x, y);
        const first = await look(page, id);
        if (Math.abs(first.y - y) > 1) faults.add('moved', id, [`${first.y - y}`]);
        for (const wait of [150, 250]) {
          await page.clock.runFor(wait);
          await page.mouse.click(x, y);
          expect(await look(page, id), `${id} after ${wait}`).toEqual(first);
        }
        await page.clock.runFor(300);
        if (first.action === 'retry') {
          await page.mouse.click(x, y);
          expect(await look(page, id), id).toMatchObject({ state: 'draft', action: 'check' });
          await page.clock.runFor(700);
          await page.evaluate((name) => document.querySelector<HTMLElement>(`#a-${name} > .c-actions > button`)?.click(), id);
          expect((await look(page, id)).state, id).toBe(first.state);
          retried++;
        }
        await page.clock.resume();
      }
    }
    expect(faults.all()).toEqual({});
    expect(retried).toBeGreaterThan(8);
    await page.context().close();
  },
);

test.each(spread(SIZES, 1))(
  'at %i × %i the verdict is on screen after « Vérifier » at its lower edge',
  { timeout: 240_000 },
  async (width, height) => {
    const { content, pages } = await unpack('gallery');
    const page = await openModule(browser, 'gallery', { viewport: { width, height }, reducedMotion: 'no-preference' });
    const plan = answersOf(content, false);
    const faults = new Faults();
    for (const name of pages) {
      await showPage(page, name);
      for (;;) {
        const id = await page.evaluate((answers) => window.access.answerUpToButton(answers), plan);
        if (!id) break;
        const { x, y } = await look(page, id, 'end');
        await page.mouse.click(x, y);
        const { hidden, state } = await look(page, id);
        expect(state, id).toMatch(/right|partly|wrong|done/);
        if (hidden > 0) faults.add('hidden', id, [`${hidden} px`]);
      }
    }
    expect(faults.all()).toEqual({});
    await page.context().close();
  },
);

test('what a press gives the focus to is on screen, however tall the activity is', { timeout: 120_000 }, async () => {
  const { content } = await unpack('gallery');
  const page = await openModule(browser, 'gallery', { viewport: { width: 390, height: 480 } });
  // A question of a quiz may not be drawn.
  const sorted = content.activities.find(({ type, quiz }) => type === 'true-false' && quiz === undefined);
  await showPage(page, sorted?.page ?? '');
  const id = sorted?.id ?? '';
  await look(page, id, 'end');
  // The button may still move while the page settles.
  await page.locator(`#a-${id} > .c-actions > button`).click();
  const box = () =>
    page.evaluate(() => {
      const { top, bottom } = (document.activeElement as HTMLElement).getBoundingClientRect();
      return { tag: document.activeElement?.tagName, on: top >= 0 && bottom <= innerHeight };
    });
  await expect.poll(box).toEqual({ tag: 'INPUT', on: true });
  await page.context().close();
});
