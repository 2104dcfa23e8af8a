import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { lostAfterKill } from '../helpers/kill-tab.ts';
import { newVisitor, serveStudio } from '../helpers/served-studio.ts';
import { isWhole } from '../helpers/sweep.ts';

/** Tabs that one visitor opens, each after the one before was killed. */
const TABS = 2;

test('a tab that is killed again and again loses at most the last second each time', { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-killed-'));
  const [browser, served] = await Promise.all([openBrowser(), serveStudio(folder)]);
  for (let visitor = 0; visitor < (isWhole ? 100 : 5); visitor++) {
    const context = await newVisitor(browser);
    for (let tab = 0; tab < TABS; tab++) {
      const number = TABS * visitor + tab;
      expect(await lostAfterKill(context, served.address, number, 300 + Math.random() * 2500), `tab ${number}`).toEqual([]);
    }
    await context.close();
  }
  served.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});
