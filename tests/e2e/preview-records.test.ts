import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { PreviewVisit, recordFile } from '../helpers/preview-visit.ts';
import { bakeryProject, type Running, startCartable } from '../helpers/run-cartable.ts';
import { sampled } from '../helpers/sweep.ts';

const project = bakeryProject();
let running: Running;
let origin: string;
let browser: Browser;
let page: Page;
let visit: PreviewVisit;

beforeAll(async () => {
  running = startCartable(['preview', '--port', '0'], project);
  [, origin = ''] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(await running.says(/http:/)) ?? [];
  browser = await openBrowser();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  visit = new PreviewVisit(page, origin);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser?.close();
  expect((await running.stop()).code).toBe(0);
});

describe.each(sampled(['1.2', '2004'], 1))('in SCORM %s', (version) => {
  test('each learner has a record of their own, that outlives the tab', async () => {
    await visit.play({ version, learner: 'camille' });
    await visit.eraseAll();
    expect(await visit.fact('Réponses')).toBe('0');
    await visit.answer('Une semaine');
    await expect.poll(() => visit.fact('Score')).toBe('0');
    expect(await visit.fact('Temps')).toMatch(/^\d{2,4}:\d\d:\d\d/);
    expect(await visit.fact('Réponses')).toBe('1');
    const calls = page.locator('#calls li').filter({ hasText: 'SetValue("cmi.suspend_data"' });
    await expect.poll(() => calls.count()).toBeGreaterThan(1);
    expect(await page.locator('#refused').textContent()).toBe('');

    await page.getByLabel('Apprenant').selectOption('sacha');
    await page.waitForURL(/learner=sacha/);
    await visit.sco.locator('[data-save="saved"]').waitFor();
    expect(await visit.sco.getByRole('radio', { name: 'Une semaine' }).isChecked()).toBe(false);

    await page.getByLabel('Apprenant').selectOption('camille');
    await page.waitForURL(/learner=camille/);
    await expect.poll(() => visit.sco.getByRole('radio', { name: 'Une semaine' }).isChecked()).toBe(true);
    await visit.sco.locator('[data-activity]:not([data-calm]) [data-action="retry"]').click();
    await visit.answer('Une nuit au frais');
    // As a user closes a tab: the page gets the event.
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    await expect.poll(() => readFileSync(recordFile(project, version, 'camille'), 'utf8')).toMatch(/"raw": "100"/);

    page = await browser.newPage();
    visit = new PreviewVisit(page, origin);
    await visit.play({ version, learner: 'camille' });
    expect(await visit.sco.getByRole('radio', { name: 'Une nuit au frais' }).isChecked()).toBe(true);
    await expect.poll(() => visit.fact('Score')).toBe('100');
    expect(JSON.stringify(JSON.parse(readFileSync(recordFile(project, version, 'sacha'), 'utf8')))).not.toContain('"raw":"100"');
  });

  test('looking back writes nothing', async () => {
    await visit.play({ version, learner: 'noor' });
    await visit.eraseAll();
    await page.getByLabel('Mode').selectOption('review');
    await page.waitForURL(/mode=review/);
    await visit.sco.locator('[data-save="review"]').waitFor();
    const before = readFileSync(recordFile(project, version, 'noor'), 'utf8');
    await page.getByRole('button', { name: 'Quitter et reprendre' }).click();
    await visit.sco.locator('[data-save="review"]').waitFor();
    expect(readFileSync(recordFile(project, version, 'noor'), 'utf8')).toBe(before);
  });
});
