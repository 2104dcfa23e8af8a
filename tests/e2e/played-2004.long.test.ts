import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { openPackage } from './open-package.ts';
import { playInTwo, playThrough } from './play-through.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(spread(['seance-2', 'seance-3-note', 'seance-1'], 1))(
  '2004 4th Edition: %s by keyboard, left by frame and by tab, resumed, finished, reopened',
  { timeout: 240_000 },
  async (name) => {
    const { setting, close } = await openPackage(browser, { name, target: 'scorm2004-4', lms: 'strict' });
    await playThrough({ ...setting, isRight: () => true });
    await close();
  },
);

test('2004 3rd Edition: seance-1 by keyboard, left by tab, resumed, finished, reopened', { timeout: 240_000 }, async () => {
  const { setting, close } = await openPackage(browser, { name: 'seance-1', target: 'scorm2004-3', lms: 'strict' });
  await playInTwo({ ...setting, isRight: () => true });
  await close();
});
