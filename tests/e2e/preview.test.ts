import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { PreviewVisit } from '../helpers/preview-visit.ts';
import { bakeryProject, type Running, startCartable } from '../helpers/run-cartable.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const project = bakeryProject();
const source = join(project, 'modules/boulangerie/petrissage.md');
const original = readFileSync(source, 'utf8');

let running: Running;
let origin: string;
let browser: Browser;
let page: Page;
let visit: PreviewVisit;
let errors: string[];

beforeAll(async () => {
  running = startCartable(['preview', '--port', '0'], project);
  [, origin = ''] = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(await running.says(/http:/)) ?? [];
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  expect((await running.stop()).code).toBe(0);
});

beforeEach(async () => {
  writeFileSync(source, original);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  visit = new PreviewVisit(page, origin);
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return async () => {
    await page.close();
    expect(errors).toEqual([]);
  };
});

test('the first page lists courses, modules and cohorts, and leads to a module that plays', async () => {
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Le pain au levain' }).waitFor();
  const row = page.getByRole('row', { name: /pétrissage/i });
  await row.getByRole('link', { name: 'sans promotion' }).click();
  await visit.sco.locator('[data-save="saved"]').waitFor();
  expect(await page.getByLabel('Apprenant').inputValue()).toBe('camille');
  expect(await page.getByLabel('Promotion').inputValue()).toBe('base');
});

test('the first page leads to the gallery of all types, which is no course of the project', async () => {
  await page.goto(origin);
  await page.getByRole('link', { name: 'Tous les types d’activité' }).click();
  await visit.sco.locator('[data-save="saved"]').waitFor();
  await visit.sco.getByRole('heading', { level: 1 }).first().waitFor();
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Le pain au levain' }).waitFor();
  expect(await page.locator('.v-course').count()).toBe(1);
});

test('the exchanges with the LMS are collapsed, and the state is in plain words', async () => {
  await visit.play({ learner: 'sacha' });
  await visit.eraseAll();
  await expect.poll(() => visit.fact('État')).toBe('en cours');
  expect(await page.locator('#calls').isVisible()).toBe(false);
  await page.getByText('Échanges avec la plateforme').click();
  expect(await page.locator('#calls').isVisible()).toBe(true);
});

test('a save of the source is on the screen at once, and the learner’s answer still there', async () => {
  await visit.play({ learner: 'noor' });
  await visit.eraseAll();
  await visit.answer('Une semaine');
  await visit.sco.locator('[data-state="wrong"]').waitFor();
  writeFileSync(source, original.replace(/^# .*$/m, '# Une pâte toute neuve {#pate}'));
  await visit.sco.getByRole('heading', { name: 'Une pâte toute neuve' }).waitFor();
  await expect.poll(() => visit.sco.getByRole('radio', { name: 'Une semaine' }).isChecked()).toBe(true);
});

test('a mistake is shown above the page, with its position, while the last good version stays; once fixed, it goes', async () => {
  await visit.play();
  writeFileSync(source, original.replace(':::choice{', ':::choix{'));
  const alert = page.getByRole('alert').filter({ hasText: 'À corriger' });
  await alert.waitFor();
  const line = original.split('\n').findIndex((text) => text.startsWith(':::choice{')) + 1;
  expect(await alert.textContent()).toContain(`modules/boulangerie/petrissage.md:${line}:1 unknown-directive`);
  expect(await alert.locator('pre').first().textContent()).toMatch(/^:::choix\{[^\n]*\n\^$/);
  expect(await alert.textContent()).toContain('À faire : Vouliez-vous dire « choice » ?');
  await expect.poll(() => visit.sco.locator('input[type=radio]').count()).toBeGreaterThan(1);
  await page.goto(origin);
  await page.getByText('unknown-directive').waitFor();
  await page.goBack();
  await alert.waitFor();
  writeFileSync(source, original);
  await alert.waitFor({ state: 'hidden' });
});

test('a missing id is a notice, and the module plays', async () => {
  writeFileSync(source, original.replace(/\{#q-repos([^}]*)\}/, '{$1}').replace('{}', ''));
  await visit.play();
  await page.getByText('1 avis').click();
  await page.getByText('missing-id').waitFor();
  expect(await visit.sco.locator('input[type=radio]').count()).toBeGreaterThan(1);
});

test('the frame has the width that is chosen', async () => {
  await visit.play();
  const width = (): Promise<number> => page.locator('#sco').evaluate((frame) => frame.getBoundingClientRect().width);
  await page.getByRole('button', { name: 'Téléphone' }).click();
  expect(await width()).toBe(367);
  await page.getByRole('button', { name: 'Moodle' }).click();
  expect(await width()).toBe(714);
  await page.reload();
  expect(await width()).toBe(714);
  await page.getByRole('button', { name: 'Toute' }).click();
  expect(await width()).toBeGreaterThan(900);
});

test.each(['light', 'dark'] as const)('axe finds nothing on the preview’s own pages (%s)', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const own = await context.newPage();
  for (const path of ['/', '/play/boulangerie/petrissage']) {
    await own.goto(origin + path);
    await own.waitForLoadState('networkidle').catch(() => undefined);
    await own.evaluate(axeSource);
    const found = await own.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(context: object, options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
      };
      const { violations } = await axe.run({ exclude: ['#sco'] }, { iframes: false });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`));
    });
    expect(found).toEqual([]);
  }
  await context.close();
});
