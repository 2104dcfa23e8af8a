import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { openPackage } from './open-package.ts';
import { playInTwo } from './play-through.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(spread(['seance-3-note', 'seance-2', 'seance-1'], 1))(
  '1.2, scorm-again: %s by keyboard, left by tab, resumed, finished, reopened',
  { timeout: 240_000 },
  async (name) => {
    const { setting, close } = await openPackage(browser, { name, target: 'scorm12', lms: 'scorm-again' });
    await playInTwo({ ...setting, isRight: () => true });
    await close();
  },
);
