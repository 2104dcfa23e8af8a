import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { findings, lead, makeRooms, type Rooms } from './room-page.ts';

let browser: Browser;
let files: Rooms;

beforeAll(async () => {
  browser = await openBrowser();
  files = makeRooms();
});

afterAll(() => browser?.close());

test.each([
  ['fr', 1024, 768],
  ['fr', 1920, 1080],
  ['en', 1280, 720],
  ['en', 1920, 1080],
] as const)(
  '%s at %d × %d: a remote leads through everything; it is large and whole, every answer is shown',
  async (lang, width, height) => {
    await lead(browser, files[lang], width, height);
  },
);

test.each([
  ['fr', 'dark'],
  ['en', 'light'],
] as const)('%s, %s: axe finds nothing on screens of each kind, nor in the dialogs', async (lang, colorScheme) => {
  expect(await findings(browser, files[lang], colorScheme)).toEqual([]);
});
