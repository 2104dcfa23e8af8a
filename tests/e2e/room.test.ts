import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { goTo, lead, makeRooms, openRoom, type Rooms, shown } from './room-page.ts';

let browser: Browser;
let files: Rooms;

beforeAll(async () => {
  browser = await openBrowser();
  files = makeRooms();
});

afterAll(() => browser?.close());

test('en at 1024 × 768: a remote leads through everything; it is large and whole, every answer is shown', async () => {
  await lead(browser, files.en, 1024, 768);
});

test('hands are typed, tapped and pressed; bars are drawn; nothing is stored', async () => {
  const { context, page } = await openRoom(browser, files.en);
  await goTo(page, '.r-option');
  const options = page.locator('.r-screen:not([hidden]) .r-option');
  await options.nth(0).getByRole('textbox').fill('3');
  await options.nth(1).getByRole('button', { name: /more/ }).click();
  await page.locator('.r-screen:not([hidden]) .r-title').focus();
  await page.keyboard.press('2');
  expect(await page.locator('#r-hands').textContent()).toBe('5 hands');
  const widths = await options.evaluateAll((all) =>
    all.slice(0, 2).map((one) => {
      const bar = one.querySelector('.r-fill') as HTMLElement;
      return Math.round((100 * bar.offsetWidth) / (one as HTMLElement).clientWidth);
    }),
  );
  expect(widths).toEqual([60, 40]);
  await page.getByRole('button', { name: 'Show the answer' }).click();
  expect(await options.filter({ hasText: 'Right answer' }).count()).toBeGreaterThan(0);
  const stored = await page.evaluate(() => {
    const count = (name: 'localStorage' | 'sessionStorage'): number => {
      try {
        return window[name].length;
      } catch {
        return 0;
      }
    };
    return [count('localStorage'), count('sessionStorage'), document.cookie.length];
  });
  expect(stored).toEqual([0, 0, 0]);
  await page.reload();
  expect(await page.locator('.r-screen:not([hidden]) .r-option').nth(0).getByRole('textbox').inputValue()).toBe('0');
  await context.close();
});

/** Goes on to the first page: the cover may have several parts. */
async function firstPage(page: Page): Promise<void> {
  while (/^1 sur/.test((await page.locator('#r-place').textContent()) ?? '')) await page.keyboard.press('ArrowRight');
}

describe('a long session, opened once', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await openRoom(browser, files.fr));
  });
  afterAll(() => context?.close());

  test('a refused window is announced, and N shows the notes beside the screen', async () => {
    const open = await page.evaluateHandle(() => window.open);
    await page.evaluate(() => Object.assign(window, { open: () => null }));
    await firstPage(page);
    await page.getByRole('button', { name: 'Ouvrir les notes' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('touche N');
    await page.keyboard.press('n');
    expect(await page.locator('#r-notes').textContent()).toContain('4 minutes');
    expect((await shown(page)).cut).toBeLessThanOrEqual(25);
    await page.keyboard.press('n');
    expect(await page.locator('#r-notes').isVisible()).toBe(false);
    await page.evaluate((open) => Object.assign(window, { open }), open);
  });

  test('black screen, contents, timer; single letters can be switched off', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('b');
    expect(await page.locator('#r-black').isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect([await page.locator('#r-black').isVisible(), await page.locator('#r-place').textContent()]).toEqual([
      false,
      expect.stringMatching(/^1 sur/),
    ]);
    await page.keyboard.press('.');
    await page.locator('#r-black').click();
    await page.keyboard.press('s');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Un texte, un appel/ })
      .click();
    expect(await page.locator('.r-screen:not([hidden]) h1').textContent()).toBe('Un texte, un appel');
    expect(await page.locator('#r-timer').textContent()).toBe('4:00');
    await page.keyboard.press('t');
    await page.locator('#r-timer', { hasText: '3:59' }).waitFor();
    await page.keyboard.press('t');
    await page.locator('#r-reset').click();
    expect(await page.locator('#r-timer').textContent()).toBe('4:00');
    await page.getByRole('button', { name: 'Touches' }).click();
    await page.getByRole('checkbox').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
    await page.keyboard.press('b');
    expect(await page.locator('#r-black').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Touches' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  });

  test('a story is walked scene by scene, and back; a swipe turns the page', async () => {
    await goTo(page, '.r-way');
    const scene = page.locator('.r-screen:not([hidden]) .r-scene:not([data-elsewhere]) h2');
    const first = await scene.textContent();
    await page.locator('.r-screen:not([hidden]) .r-way:visible').first().click();
    expect(await scene.textContent()).not.toBe(first);
    await page.locator('.r-screen:not([hidden]) [data-back]').evaluate((button: HTMLElement) => button.click());
    expect(await scene.textContent()).toBe(first);
    await page.keyboard.press('Home');
    await page.evaluate(() => {
      const stage = document.getElementById('r-stage') as HTMLElement;
      const touch = (x: number): Touch => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
      stage.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(600)], changedTouches: [touch(600)] }));
      stage.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(300)] }));
    });
    expect(await page.locator('#r-place').textContent()).toMatch(/^(?:2 sur|1 sur .* partie 2)/);
  });

  test('the notes window keeps in step, from a file, and two sessions have one each', async () => {
    await page.keyboard.press('Home');
    const other = await context.newPage();
    await other.goto(files.en);
    const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('o')]);
    const [otherNotes] = await Promise.all([context.waitForEvent('page'), other.keyboard.press('o')]);
    expect(await notes.locator('h1').textContent()).toBe('Ouverture');
    await firstPage(page);
    expect(await notes.locator('h1').textContent()).toBe('Ce que vous rapportez');
    expect(await notes.locator('main').textContent()).toContain('Faites afficher les cinq lignes');
    expect(await notes.locator('.r-coming').textContent()).toContain('Ensuite');
    expect(await notes.locator('#clock').textContent()).toMatch(/^\d{2}:\d{2}$/);
    await notes.getByRole('button', { name: 'Suivant' }).click();
    expect(await page.locator('#r-place').textContent()).toMatch(/^3 sur/);
    const before = await page.locator('#r-place').textContent();
    await notes.keyboard.press('PageDown');
    expect(await page.locator('#r-place').textContent()).not.toBe(before);
    await notes.getByRole('button', { name: 'Minuteur' }).click();
    expect(await page.locator('#r-timer').getAttribute('aria-pressed')).toBe('true');
    expect(await otherNotes.locator('h1').textContent()).toBe('Opening');
    expect(await axe(notes, notes.mainFrame())).toEqual([]);
    const closed = notes.waitForEvent('close');
    await page.close();
    await closed;
    expect(otherNotes.isClosed()).toBe(false);
  });
});

test('the file says whom it is for', () => {
  for (const url of Object.values(files))
    expect(readFileSync(new URL(url), 'utf8')).toMatch(/Ce fichier contient les réponses|This file holds the answers/);
});
