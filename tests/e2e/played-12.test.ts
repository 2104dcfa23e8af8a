import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openPackage } from './open-package.ts';
import { playInTwo, playThrough } from './play-through.ts';

const seances = ['seance-1', 'seance-2', 'seance-3'];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(seances)('strict: %s by keyboard, left by frame and by tab, resumed, finished, reopened', async (name) => {
  const { setting, close } = await openPackage(browser, { name, target: 'scorm12', lms: 'strict' });
  await playThrough({ ...setting, isRight: () => true });
  await close();
});

test.each(seances)('scorm-again: %s by keyboard, left by tab, resumed, finished, reopened', async (name) => {
  const { setting, close } = await openPackage(browser, { name, target: 'scorm12', lms: 'scorm-again' });
  await playInTwo({ ...setting, isRight: () => true });
  await close();
});
