import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { sampled } from '../helpers/sweep.ts';
import { openPackage } from './open-package.ts';
import { playThrough } from './play-through.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(sampled(['seance-3-note', 'seance-1', 'seance-2'], 1, 1))(
  '1.2: %s by keyboard, left by frame and by tab, resumed, finished, reopened',
  { timeout: 240_000 },
  async (name) => {
    const { setting, close } = await openPackage(browser, { name, target: 'scorm12', lms: 'strict' });
    await playThrough({ ...setting, isRight: () => true });
    await close();
  },
);
