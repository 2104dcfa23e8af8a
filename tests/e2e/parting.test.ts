import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { calls, type LmsHost, serveLms, stored, visit } from '../helpers/lms-host.ts';
import { list, open } from '../helpers/prepared-module.ts';
import type { Stored } from '../helpers/strict-lms.ts';
import { parts, tramway } from './tramway.ts';

/** Session whose texts alone are too large for a closing tab. */
const TEXT = `# Au dépôt {#depot}\n\n${parts.brake}\n\n# Le récit {#recit}\n\n${list(40, open)}`;

/** Data of an earlier version's questions that are gone: more than a closing tab can send. */
const EARLIER: Stored = Object.fromEntries([
  ['cmi.exit', 'suspend'],
  ...Array.from({ length: 250 }, (_, place) => [
    [`cmi.interactions.${place}.id`, `gone.${place}`],
    [`cmi.interactions.${place}.type`, 'choice'],
    [`cmi.interactions.${place}.weighting`, '1'],
  ]).flat(),
]);

let browser: Browser;
let host: LmsHost;

beforeAll(async () => {
  browser = await openBrowser();
  host = await serveLms(tramway('scorm2004-4').build(TEXT), 'strict');
});

afterAll(async () => {
  await browser?.close();
  host?.close();
});

const launch = async (page: Page, kept?: Stored): Promise<FrameLocator> =>
  visit(page, host, { version: '2004', asMoodle: true, ...(kept && { stored: kept }) });

test('a package that leaves things out does not set them, and asks for nothing while there is room', async () => {
  const page = await browser.newPage();
  const sco = await launch(page);
  await sco.getByText('Les freins', { exact: true }).click();
  await sco.locator('#a-q-frein [data-action="check"]').click();
  await expect.poll(async () => (await stored(page))['cmi.interactions.0.result']).toBe('correct');
  const set = (await calls(page)).filter(({ name }) => name === 'SetValue').map(({ args }) => String(args[0]));
  expect(set).toContain('cmi.interactions.0.learner_response');
  expect(set.filter((element) => /weighting|latency|timestamp/.test(element))).toEqual([]);
  expect(await sco.locator('.c-parting').count()).toBe(0);
  await page.close();
});

test('an attempt that an earlier package made too large: « Enregistrer et quitter » stands at the end of each page, and of the results', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const sco = await launch(page, EARLIER);
  const button = sco.locator('.c-parting').getByRole('button', { name: 'Enregistrer et quitter' });
  await button.waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await axe(page)).toEqual([]);
  }
  expect(await sco.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  await sco.locator('#c-nav [data-action="next"]').click();
  await sco.locator('#p-recit:not([hidden])').waitFor();
  await sco.locator('#c-nav [data-action="next"]').click();
  await sco.locator('[data-view="results"]:not([hidden])').waitFor();
  await button.click();
  await sco.locator('[data-view="end-saved"]:not([hidden])').waitFor();
  expect(await button.isVisible()).toBe(false);
  expect((await stored(page))['cmi.total_time']).toMatch(/^PT/);
  await page.close();
});
