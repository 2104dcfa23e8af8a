import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type Lms, serveLms } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { coursePackage } from './course-packages.ts';
import { playThrough } from './play-through.ts';
import { readContent } from './read-content.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const cases = (['strict', 'scorm-again'] as const).flatMap((lms) => ['seance-1', 'seance-2', 'seance-3'].map((name) => [lms, name] as const));

test.each(cases)('%s: %s by keyboard, left in the middle, resumed, finished, reopened', async (lms: Lms, name) => {
  const zip = coursePackage(name, 'scorm12');
  const host = await serveLms(zip, lms);
  const context = await browser.newContext();
  await playThrough({ context, host, lms, version: '1.2', content: readContent(await readZip(zip)), isRight: () => true });
  await context.close();
  host.close();
});
