import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { findings, lead, makeRooms, type Rooms } from './room-page.ts';

let browser: Browser;
let files: Rooms;

beforeAll(async () => {
  browser = await openBrowser();
  files = makeRooms();
});

afterAll(() => browser?.close());

const SCREENS = [
  ['fr', 1280, 720],
  ['en', 1280, 720],
  ['fr', 1920, 1080],
  ['en', 1920, 1080],
  ['fr', 1024, 768],
] as const;

const COLOURS = [
  ['en', 'dark'],
  ['en', 'light'],
  ['fr', 'dark'],
  ['fr', 'light'],
] as const;

test.each(spread(SCREENS, 2))(
  '%s at %d × %d: a remote leads through everything; it is large and whole, every answer is shown',
  async (lang, width, height) => {
    await lead(browser, files[lang], width, height);
  },
);

test.each(spread(COLOURS, 2))('%s, %s: axe finds nothing on screens of each kind, nor in the dialogs', async (lang, colorScheme) => {
  expect(await findings(browser, files[lang], colorScheme)).toEqual([]);
});
