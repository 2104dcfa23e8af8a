import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { Faults } from './faults.ts';
import { ALL, answerModule, openModule, showView, unpack } from './open-module.ts';
import type { Check } from './survey.ts';

/** A window, in CSS pixels; 320 × 256 is 1280 × 1024 at 400 %. */
type Size = readonly [width: number, height: number];

/** The frame that Moodle gives to a package on a wide and a narrow screen, a phone, the narrowest screen, and the zoom. */
const SIZES: readonly Size[] = [
  [1280, 800],
  [714, 666],
  [462, 666],
  [367, 666],
  [320, 640],
  [320, 256],
];
const FEW: readonly Size[] = [
  [1280, 800],
  [320, 640],
];

/** For what differs little from what was looked at in all of them. */
const SOME = SIZES.filter(([width, height]) => width === 714 || width === 1280 || height === 256);

/** Spacing that a reader may set (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

const FITS = ['spills', 'cuts', 'stuck'] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Runs checks in the page at each size. */
async function look(page: Page, faults: Faults, where: string, sizes: readonly Size[], checks: readonly Check[]): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction((pixels) => innerWidth === pixels[0] && innerHeight === pixels[1], [width, height]);
    const found = await page.evaluate((names) => window.access.together(names), checks);
    for (const [name, list] of found) faults.add(name, `${where} ${width} × ${height}`, list);
  }
}

/** Sets the reader's own size of letters, as in the browser's settings. @param size 16 is what browsers begin with */
async function setLetters(page: Page, size: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: (size * 13) / 16 } });
  await session.detach();
  // The page gets the event a moment later.
  await page.waitForFunction((pixels) => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) === pixels, size);
}

/** Shows the questions of a bank that were not drawn too: what fits must not hang on a draw. */
async function showBank(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const question of document.querySelectorAll<HTMLElement>('.c-page:not([hidden]) [data-activity][hidden]')) question.hidden = false;
  });
}

async function lookAround(page: Page, faults: Faults, where: string, isFirst: boolean): Promise<void> {
  await look(page, faults, where, isFirst ? SIZES : SOME, [...FITS, 'targets']);
  await look(page, faults, where, FEW, ['covered', 'headings']);
  if (!isFirst) return;
  const style = await page.addStyleTag({ content: SPACING });
  await look(page, faults, `${where}, spaced`, FEW, FITS);
  await style.evaluate((element) => (element as Element).remove());
  await setLetters(page, 32);
  await look(page, faults, `${where}, letters doubled`, SIZES.slice(-4, -1), FITS);
  await look(page, faults, `${where}, letters doubled`, FEW.slice(1), ['covered']);
  await setLetters(page, 16);
}

test.each(spread(ALL, 2))(
  '%s: nothing spills, is cut, covered or too small at any size, with wider spaces or letters doubled; headings in order',
  { timeout: 240_000 },
  async (name) => {
    const faults = new Faults();
    const module = await unpack(name);
    const page = await openModule(browser, name);
    await answerModule(page, module, true, async (id, answered) => {
      if (!answered) return look(page, faults, `${id} new`, SOME, [...FITS, 'targets', 'headings']);
      await showBank(page);
      return lookAround(page, faults, `${id} right`, true);
    });
    for (const view of ['results', 'notebook', 'glossary'] as const) {
      await showView(page, view);
      await lookAround(page, faults, view, true);
    }
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="contents"]')?.click());
    await lookAround(page, faults, 'contents', true);
    expect(faults.all()).toEqual({});
    await page.context().close();
  },
);

test.each(spread(ALL, 1))('%s: nor where all is answered wrong; what has the focus shows it', { timeout: 240_000 }, async (name) => {
  const faults = new Faults();
  const page = await openModule(browser, name);
  await answerModule(page, await unpack(name), false, async (id, answered) => {
    if (!answered) return;
    await lookAround(page, faults, `${id} wrong`, false);
    faults.add('rings', id, await page.evaluate(() => window.access.rings()));
  });
  expect(faults.all()).toEqual({});
  await page.context().close();
});

test('the words of the save status are clear of the bar beside them on the narrowest screen', async () => {
  const page = await openModule(browser, 'gallery', { viewport: { width: 320, height: 640 } });
  const tables = ['fr', 'en'].map((lang): Record<string, string> => JSON.parse(readFileSync(`src/strings/${lang}.json`, 'utf8')));
  const words = tables.flatMap((table) => Object.entries(table).flatMap(([key, text]) => (key.startsWith('save.') ? [text] : [])));
  const overlapped = await page.evaluate((texts) => {
    const [announced, bar] = ['.c-save > span', '.c-progress'].map((name) => document.querySelector(name) as HTMLElement) as [
      HTMLElement,
      HTMLElement,
    ];
    return texts.filter((text) => {
      announced.textContent = text;
      return announced.getBoundingClientRect().right > bar.getBoundingClientRect().left;
    });
  }, words);
  expect(words).toContain('Enregistrement…');
  expect(overlapped).toEqual([]);
  await page.context().close();
});

test('a table that fits shows no edge, whatever the height of its box', async () => {
  const page = await openModule(browser, 'gallery', { viewport: { width: 320, height: 640 } });
  await page.evaluate(() => {
    document.body.innerHTML = '<div class="c-scroll"></div>';
    const style = new CSSStyleSheet();
    // Where a box ends between two pixels, what moves with its text ends before it.
    style.replaceSync('.c-scroll { position: fixed; inset: 100.27px 60px auto; block-size: 128.25px }');
    document.adoptedStyleSheets = [style];
  });
  const picture = (await page.screenshot()).toString('base64');
  const other = await browser.newPage();
  const colours = await other.evaluate(async (bytes) => {
    const image = new Image();
    image.src = `data:image/png;base64,${bytes}`;
    await image.decode();
    const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
    pen?.drawImage(image, 0, 0);
    const data = pen?.getImageData(0, 0, image.width, image.height).data ?? [];
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 3).join(' '));
    return [...found];
  }, picture);
  expect(colours).toHaveLength(1);
  await other.close();
  await page.context().close();
});

test('a picture at the end of a box is as far from its edge as words are', async () => {
  const page = await openModule(browser, 'gallery');
  const below = await page.evaluate(() => {
    const page = document.querySelector('.c-page:not([hidden])') as HTMLElement;
    page.insertAdjacentHTML('beforeend', '<div class="callout"><div class="callout-text c-prose"></div></div>');
    const box = page.lastElementChild as HTMLElement;
    const text = box.firstElementChild as HTMLElement;
    return ['<p>Un quai.</p>', '<p>Un quai.</p><p><img alt="" width="20" height="20"></p>'].map((html) => {
      text.innerHTML = html;
      return box.getBoundingClientRect().bottom - (text.lastElementChild as HTMLElement).getBoundingClientRect().bottom;
    });
  });
  expect(below[1]).toBe(below[0]);
  await page.context().close();
});

test('what does not fit is found', async () => {
  const page = await openModule(browser, 'gallery', { viewport: { width: 320, height: 640 } });
  const found = await page.evaluate(() => {
    const [section] = document.querySelectorAll<HTMLElement>('.c-page:not([hidden])');
    section?.insertAdjacentHTML(
      'beforeend',
      `<h4>Trop bas</h4><p id="wide"><button type="button">x</button></p><p id="cut">Les mots <b>de ce texte</b></p><p id="under">Dessous</p><p id="over"></p>`,
    );
    const style = new CSSStyleSheet();
    style.replaceSync(`#wide { inline-size: 400px } #wide button { inline-size: 10px; padding: 0 } #cut { overflow: hidden; block-size: 5px }
      #over { position: sticky; bottom: 0; block-size: 200px; margin-block-start: -60px; background: red }`);
    document.adoptedStyleSheets = [style];
    const { headings, spills, cuts, covered, stuck, targets } = window.access;
    return [headings, spills, cuts, covered, stuck, targets].map((check) => check().length > 0);
  });
  expect(found).toEqual([true, true, true, true, true, true]);
  await page.context().close();
});
