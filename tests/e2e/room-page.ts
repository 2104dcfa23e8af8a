import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { axe } from '../helpers/axe.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { root } from '../helpers/examples-project.ts';
import { buildSheets } from '../sheets/built-sheets.ts';

/** State of the screen that is shown. */
interface Shown {
  readonly place: string;
  readonly kind: string;
  /** Content that is neither visible nor on another part, in CSS pixels. */
  readonly cut: number;
  /** Smallest type of what is asked and answered, in CSS pixels. */
  readonly least: number;
  readonly isLast: boolean;
}

/** Addresses of the views for a room. */
export type Rooms = Readonly<Record<'fr' | 'en', string>>;

/** Makes the views of a French and an English session, alone in a folder: they need nothing beside them. */
export function makeRooms(): Rooms {
  const out = buildPackages(root, 'seance-2', 'first-saturday', '--target', 'web', '--cohort', 'base', '--sheets', '--no-course');
  const folder = mkdtempSync(join(tmpdir(), 'cartable-room-'));
  const own = (course: string, module: string): string => {
    const path = join(folder, `${module}.html`);
    copyFileSync(join(out, course, `${module}.salle.html`), path);
    return pathToFileURL(path).href;
  };
  return { fr: own('partenariats-reseaux', 'seance-2'), en: own('repair-cafe', 'first-saturday') };
}

/** Makes the view of a small course's session. */
export async function makeRoom(files: Files): Promise<string> {
  const { out } = await buildSheets(depot(files), { targets: ['web'], coursePackages: false, sheets: true });
  return pathToFileURL(join(out, 'depot/rames.salle.html')).href;
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses asked for, and errors. */
  readonly requests: string[];
}

/** Opens a view from the disk. @param script runs before its own */
export async function openRoom(browser: Browser, url: string, width = 1280, height = 720, script = ''): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => requests.push(error.message));
  page.on('console', (message) => message.type() === 'error' && requests.push(message.text()));
  if (script !== '') await page.addInitScript(script);
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { context, page, requests };
}

/** Describes the screen that is shown. */
export function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const screen = [...document.querySelectorAll<HTMLElement>('.r-screen')].find(({ hidden }) => !hidden) as HTMLElement;
    const body = screen.querySelector('.r-body') as HTMLElement;
    const asked = [
      ...screen.querySelectorAll<HTMLElement>('.r-title, .r-context > *, .r-option .r-text, .r-row .r-text, .r-slot, .r-why .r-text'),
    ];
    const sizes = asked.filter(({ offsetParent }) => offsetParent !== null).map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    return {
      place: document.getElementById('r-place')?.textContent ?? '',
      kind: screen.dataset.kind ?? '',
      cut: Math.max(body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth, screen.scrollHeight - screen.clientHeight),
      least: Math.min(...sizes),
      isLast: document.getElementById('r-next')?.hidden === true,
    };
  });
}

/** Leads a room with a remote from the first screen to the last, and back. */
export async function lead(browser: Browser, url: string, width: number, height: number): Promise<void> {
  const { context, page, requests } = await openRoom(browser, url, width, height);
  const stops: Shown[] = [];
  for (let at = 0; at < 400 && !stops.at(-1)?.isLast; at++) {
    if (at > 0) await page.keyboard.press('PageDown');
    stops.push(await shown(page));
  }
  expect([stops[0]?.kind, stops.at(-1)?.kind]).toEqual(['cover', 'end']);
  // The large number of a page's first screen has a line higher than itself.
  expect(stops.filter(({ kind, cut }) => kind !== 'opener' && cut > 1)).toEqual([]);
  const questions = stops.filter(({ kind }) => kind === 'question');
  expect(questions.length).toBeGreaterThan(10);
  expect(questions.filter(({ least }) => least < height / 25)).toEqual([]);
  expect(await page.locator('.r-screen[data-reveals]:not([data-revealed])').count()).toBe(0);
  await page.keyboard.press('PageUp');
  expect((await shown(page)).place).toBe(stops.at(-2)?.place);
  await page.keyboard.press('Home');
  expect((await shown(page)).kind).toBe('cover');
  await page.keyboard.press('End');
  expect((await shown(page)).kind).toBe('end');
  expect(requests.filter((one) => !one.startsWith('data:') && one !== url)).toEqual([]);
  await context.close();
}

/** Opens the first screen with such an element by its address, and goes on until it shows. */
export async function goTo(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const index = [...document.querySelectorAll('.r-screen')].findIndex((screen) => screen.querySelector(wanted));
    location.hash = `#${index + 1}`;
  }, selector);
  for (let at = 0; at < 20; at++) {
    if (await page.locator(`.r-screen:not([hidden]) ${selector}`).filter({ visible: true }).count()) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`No screen has ${selector}.`);
}

/** Kinds of content, of which each is looked at with its answer. */
const KINDS = ['.r-option', '.r-slot', ':is(.r-cells, .r-rows)', ':is(.callout, .scene, .quote)'];

/** Lists what axe finds on some screens, in the dialogs and beside the notes. */
export async function findings(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const { context, page } = await openRoom(browser, url);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const found: string[] = [];
  const look = async (): Promise<void> => {
    found.push(...(await axe(page, page.mainFrame())));
  };
  await look();
  await page.keyboard.press('ArrowRight');
  await look();
  for (const selector of KINDS) {
    await goTo(page, selector);
    await page.keyboard.press('r');
    await look();
  }
  await page.keyboard.press('s');
  await look();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await look();
  await page.keyboard.press('End');
  await look();
  await context.close();
  return found;
}
