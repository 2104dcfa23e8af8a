import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { RULES } from '../helpers/html-rules.ts';
import { openModule, showPage, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const checker = new HtmlValidate({ extends: ['html-validate:recommended'], rules: RULES });

test('tabs become an accordion that is no longer tabs to anybody, and keep the focus', { timeout: 120_000 }, async () => {
  const { content } = await unpack('gallery');
  const page = await openModule(browser, 'gallery', { viewport: { width: 1280, height: 800 } });
  const { id, page: where } = content.activities.find(({ type }) => type === 'tabs') ?? { id: '', page: '' };
  const root = page.locator(`#a-${id}`);
  await showPage(page, where);
  const found: Record<number, readonly unknown[]> = {};
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 1280) await root.locator('[role="tab"]').nth(1).click();
    else await expect.poll(() => root.locator('[role="tab"]').count()).toBe(0);
    const html = await page.evaluate(() => `<!DOCTYPE html>${document.documentElement.outerHTML}`);
    const report = await checker.validateString(html);
    const tabs = report.results.flatMap(({ messages }) => messages).filter(({ message, selector }) => /tab/.test(`${selector} ${message}`));
    const roles = await root.locator('[data-body] [role], [data-body] [aria-labelledby], [data-body] [tabindex]').count();
    const focus = await page.evaluate(() => document.activeElement?.textContent?.trim());
    found[width] = [tabs.map(({ message, selector }) => `${selector} ${message}`), await axe(page, page.mainFrame()), roles > 0, focus];
  }
  expect(found).toEqual({ 1280: [[], [], true, 'Le bailleur'], 390: [[], [], false, 'Le bailleur (déjà vue)'] });
  await page.context().close();
});
