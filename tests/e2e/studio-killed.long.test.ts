import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { lostAfterKill } from '../helpers/kill-tab.ts';
import { newVisitor, serveStudio } from '../helpers/served-studio.ts';
import { isWhole } from '../helpers/sweep.ts';

test('a tab that is killed again and again loses at most the last second each time', { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-killed-'));
  const [browser, served] = await Promise.all([openBrowser(), serveStudio(folder)]);
  for (let number = 0; number < (isWhole ? 200 : 10); number++) {
    const context = await newVisitor(browser);
    expect(await lostAfterKill(context, served.address, number, 300 + Math.random() * 2500)).toEqual([]);
    await context.close();
  }
  served.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});
