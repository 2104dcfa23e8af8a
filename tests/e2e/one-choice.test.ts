import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { closeSco, type LmsHost, refused, serveLms, stored, visit } from '../helpers/lms-host.ts';

const project = join(import.meta.dirname, '../fixtures/bakery');

let browser: Browser;
let host: LmsHost;

beforeAll(async () => {
  browser = await openBrowser();
  host = await serveLms(join(buildPackages(project, 'petrissage', '--target', 'scorm12'), 'boulangerie/petrissage.scorm12.zip'), 'strict');
});

afterAll(async () => {
  host?.close();
  await browser?.close();
});

test('one page with one choice: begun, closed, resumed, finished, reopened', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

  let sco = await visit(page, host, { version: '1.2' });
  expect(await stored(page)).toMatchObject({ 'cmi.core.lesson_status': 'incomplete' });
  expect((await stored(page))['cmi.core.score.raw']).toBeUndefined();
  await sco.getByRole('radio', { name: 'Une semaine' }).check();
  await sco.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  expect(await sco.locator('[data-activity="q-repos"]').getAttribute('data-state')).toBe('wrong');
  await closeSco(page);
  const first = await stored(page);
  expect(first).toMatchObject({
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.score.raw': '0',
    'cmi.interactions.0.id': 'q-repos',
    'cmi.interactions.0.result': 'wrong',
    'cmi.interactions.0.student_response': 'c',
  });

  sco = await visit(page, host, { version: '1.2', stored: first });
  expect(await sco.getByRole('radio', { name: 'Une semaine' }).isChecked()).toBe(true);
  await sco.getByRole('button', { name: 'Réessayer' }).click();
  // Presses are ignored for a moment.
  await sco.locator('[data-activity]:not([data-calm])').getByRole('radio', { name: 'Une nuit au frais' }).check();
  await sco.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  expect(await sco.getByText('Le froid ralentit le levain').isVisible()).toBe(true);
  await closeSco(page);
  const second = await stored(page);
  expect(second).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100', 'cmi.interactions.0.result': 'correct' });
  expect(await refused(page)).toEqual([]);

  sco = await visit(page, host, { version: '1.2', stored: second, mode: 'review' });
  expect(await sco.getByRole('radio', { name: 'Une nuit au frais' }).isDisabled()).toBe(true);
  await closeSco(page);
  expect(await stored(page)).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  expect(errors).toEqual([]);
});
