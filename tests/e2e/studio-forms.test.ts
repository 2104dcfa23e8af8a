import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings, openAxe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite, type StudioSite } from '../helpers/studio-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-studio-forms-'));
let browser: Browser;
let site: StudioSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openStudioSite(join(folder, 'studio'))]);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function openSample(): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const { page, errors } = await openStudio(browser, site);
  await page.getByRole('button', { name: /^The Repair Café/ }).click();
  await page.locator('.cm-content').waitFor();
  return { page, errors };
}
