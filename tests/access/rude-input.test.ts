import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { depot, rames } from '../bad-input/depot-project.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { downloadedText } from '../helpers/downloaded-text.ts';
import { unzip } from '../helpers/unzip.ts';
import { openFolder, openModule, showPage, showView } from './open-module.ts';

/** Texts that a learner may paste: markup, two directions of writing, characters of several units, cells of a table. */
const RUDE = '<script>window.rude = 1</script><img src=x onerror="window.rude = 1"> « שלום العربية » 👩🏽‍🚒🇫🇷 a\tb\tc &amp; "</textarea>';
const LONG = `${RUDE} ${'très long '.repeat(1000)}`;

const BLANK = '# Le quai {#quai}\n\n:::cloze{#freins}\nComplétez.\n\nLe tram freine avec un [[patin]].\n:::\n';

/** Fields of each page, each with whether what it takes is counted beside it. */
const FIELDS: Readonly<Record<string, { readonly field: string; readonly open?: string; readonly count: string }>> = {
  'open-question': { field: 'textarea', count: '.c-count' },
  writing: { field: '.writing-fields textarea', count: '.c-count' },
  scale: { field: 'textarea', count: '.c-count' },
  sliders: { field: 'textarea', count: '.c-count' },
  'short-text': { field: 'input', count: '.c-expected' },
  'word-cloud': { field: 'input', count: '.c-count' },
  'mind-map': { field: '.mind-map-ideas input', open: '.mind-map-add', count: '.c-count' },
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openModule(browser, 'gallery');
});

afterAll(() => browser?.close());

/** Tests whether anything that was typed has become more than text. */
const harmed = (): Promise<boolean> =>
  page.evaluate(() => 'rude' in window || !!document.querySelector('main script, main [onerror], main textarea textarea, #c-live *'));

async function downloaded(press: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(press).click()]);
  return downloadedText(download);
}

test.each(Object.entries(FIELDS))(
  '%s: keeps what was typed as text, up to its limit, and counts it',
  async (type, { field, open, count }) => {
    await showPage(page, `page-${type}`);
    const root = page
      .locator(`#p-page-${type} [data-activity]`)
      .filter({ has: page.locator(open ?? field) })
      .first();
    if (open) await root.locator(open).first().click();
    const input = root.locator(field).first();
    await input.focus();
    await page.keyboard.insertText(LONG);
    const { value, limit } = await input.evaluate((one: HTMLInputElement) => ({ value: one.value, limit: one.maxLength }));
    expect(limit).toBeGreaterThan(0);
    expect(value.length).toBeLessThanOrEqual(limit);
    // A field of one line has no line breaks; all else is there as it was typed.
    expect(LONG.startsWith(value)).toBe(true);
    const counted = root.locator(count).first();
    expect(await counted.isVisible()).toBe(true);
    expect(await counted.textContent()).toMatch(/\d/);
    if (type === 'word-cloud') {
      await page.keyboard.press('Enter');
      expect(await root.locator('.word-cloud-words').textContent()).toContain(value.trim().replace(/\s+/g, ' '));
    }
    expect(await harmed()).toBe(false);
  },
);

test('a blank in a text takes what has room, says so, and keeps it as text', async () => {
  const zip = join(buildPackages(depot(rames(BLANK)), '--target', 'web', '--no-course'), 'depot/rames.web.zip');
  const other = await openFolder(browser, await unzip(zip));
  const blank = other.locator('#a-freins input');
  await blank.focus();
  await other.keyboard.insertText(LONG);
  const { value, limit } = await blank.evaluate((one: HTMLInputElement) => ({ value: one.value, limit: one.maxLength }));
  expect([value.length <= limit, LONG.startsWith(value)]).toEqual([true, true]);
  expect(await other.locator('#a-freins .c-expected').textContent()).toContain(String(limit));
  expect(await other.evaluate(() => 'rude' in window)).toBe(false);
  await other.context().close();
});

test('the notebook, its copy, its file and its print have it as text', async () => {
  await showView(page, 'notebook');
  expect(await harmed()).toBe(false);
  const head = RUDE.slice(0, 60);
  expect(await page.locator('#c-notebook').textContent()).toContain(head);
  expect(await page.locator('#c-text').inputValue()).toContain(head);
  expect(await downloaded('[data-view="notebook"] [data-action="download"]')).toContain(RUDE);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#c-notebook').getByText(head).first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});

test('the document for Word and the one in Markdown hold no tag of the learner', async () => {
  await showPage(page, 'page-writing');
  await page.locator('#p-page-writing .writing-keep > summary').click();
  const word = await downloaded('[data-action="writing-word"]');
  expect(word).toContain('&lt;script&gt;window.rude');
  expect(word).not.toMatch(/<(?:script|img)/);
  const markdown = await downloaded('[data-action="writing-text"]');
  expect(markdown).toContain('\\<script>window.rude');
  expect(markdown).not.toMatch(/(?<!\\)<[a-z/]/i);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#p-page-writing .writing-paper').textContent()).toContain('<script>window.rude');
  await page.emulateMedia({ media: 'screen' });
  expect(await harmed()).toBe(false);
});

test('the mind map as picture, list and outline holds none either, and all can be read', async () => {
  await showPage(page, 'page-mind-map');
  const map = '#p-page-mind-map [data-activity]:has(.mind-map-add)';
  await page.locator(`${map} .mind-map-export > summary`).click();
  const [svg, markdown, opml] = [
    await downloaded(`${map} [data-action="mind-map-svg"]`),
    await downloaded(`${map} [data-action="mind-map-md"]`),
    await downloaded(`${map} [data-action="mind-map-opml"]`),
  ];
  const read = await page.evaluate(
    (texts) =>
      texts.map((text) => {
        const tree = new DOMParser().parseFromString(text, 'text/xml');
        const words = [...tree.querySelectorAll('[text]')].map((one) => one.getAttribute('text')).join(' ');
        return [
          tree.querySelectorAll('parsererror, script, img').length,
          `${tree.documentElement.textContent} ${words}`.includes('<script>'),
        ];
      }),
    [svg, opml],
  );
  expect(read).toEqual([
    [0, true],
    [0, true],
  ]);
  expect(markdown).toContain('\\<script>');
  expect(await harmed()).toBe(false);
});
