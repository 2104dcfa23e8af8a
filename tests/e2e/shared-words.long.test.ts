import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, type SiteOptions, serveSite } from '../helpers/lms-site.ts';
import { twoSessions } from './two-sessions.ts';
import { copies, launch, record, saved, scoOf, turnTo, type Visit } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

type Id = 'matin' | 'soir';
type Version = '1.2' | '2004';

const TARGETS = { '1.2': 'scorm12', 2004: 'scorm2004-4' } as const;
const WORDS = 'Un arrêt <b>net</b>.\nEt du retard.';

interface Course {
  readonly site: LmsSite;
  /** Opens a module in a new tab, as this learner; what was there of another module is put away. */
  open(context: BrowserContext, id: Id, learner?: string, more?: Partial<SiteOptions>): Promise<Visit>;
}

async function course(version: Version): Promise<Course> {
  const zips = twoSessions(TARGETS[version]);
  const site = await serveSite(zips('matin'), { version });
  return {
    site,
    async open(context, id, learner = 'l-7', more = {}) {
      await site.put(zips(id));
      site.kept = {};
      Object.assign(site.options, { mode: 'normal', learner: { id: learner, name: 'Moreau, Ines' } }, more);
      return launch(context, site, more.mode ?? 'saved');
    },
  };
}

async function place(sco: Frame, id: string, level: string): Promise<void> {
  for (const line of ['Freiner', 'Sonner'])
    await sco.locator(`#a-${id}`).getByRole('radiogroup', { name: line }).getByRole('radio', { name: level }).check();
  await sco.locator(`#a-${id} [data-action="check"]`).click();
}

async function write(sco: Frame, id: string, text: string): Promise<void> {
  await sco.locator(`#a-${id} textarea[maxlength]`).fill(text);
  await sco.locator(`#a-${id} [data-action="check"]`).click();
}

/** Answers all of the morning; the tab is closed once the LMS has its last word. */
async function morning({ page, sco }: Visit, site: LmsSite): Promise<void> {
  await write(sco, 'o-panne', WORDS);
  await turnTo(sco, 'ligne');
  await place(sco, 'e-matin', 'jamais');
  await write(sco, 'o-secret', 'Rien que pour moi.');
  await saved(sco);
  const received = site.received.length;
  await page.close();
  await expect.poll(() => site.received.length).toBeGreaterThan(received);
}

const quotes = (sco: Frame): Promise<string[]> => sco.locator('blockquote:visible').allTextContents();
const shared = (sco: Frame) => sco.locator('.c-page:not([hidden]) .c-shared:visible');
const notebooks = async (sco: Frame): Promise<string[]> => (await copies(sco)).filter((key) => key.startsWith('cartable-notebook'));

test.each(['1.2', '2004'] as const)(
  '%s: the answers of the morning come back in the evening in the same browser, and none of them is sent to the LMS there',
  async (version) => {
    const { site, open } = await course(version);
    const context = await browser.newContext();
    const first = await open(context, 'matin');
    await morning(first, site);
    const { page, sco, faults } = await open(context, 'soir');
    await page.mouse.move(80, 80);
    await sco.locator('.open-question-earlier').waitFor();
    expect([await quotes(sco), await shared(sco).count()]).toEqual([[WORDS], 0]);
    await write(sco, 'o-reprise', 'Une panne, c’est aussi une attente.');
    await turnTo(sco, 'bilan');
    expect(await sco.locator('#a-recap figcaption:visible').allTextContents()).toEqual(['Votre panne', 'Ce soir']);
    expect(await sco.locator('#a-e-soir .scale-before').allTextContents()).toEqual([
      'Au départ\u00a0: jamais.',
      'Au départ\u00a0: jamais.',
    ]);
    expect(await sco.locator('.recap-paper:visible').count()).toBe(0);
    await place(sco, 'e-soir', 'souvent');
    expect(await sco.locator('.recap-way tbody tr').allTextContents()).toEqual([
      'Freinerjamaissouvent2 niveaux de plus',
      'Sonnerjamaissouvent2 niveaux de plus',
    ]);
    await sco.getByRole('textbox', { name: 'La preuve : Freiner' }).fill('Deux arrêts sans secousse.');
    await sco.locator('#a-recap [data-action="check"]').click();
    await saved(sco);
    await expect.poll(() => JSON.stringify(record(site).elements)).toContain('Deux arrêts sans secousse.');
    const reported = JSON.stringify(record(site).elements);
    expect(reported).not.toContain('Et du retard.');
    expect(await sco.locator('#a-recap [data-action="certificate"]').isVisible()).toBe(true);
    expect([faults, first.faults]).toEqual([[], []]);
    await context.close();
    site.close();
  },
);

test('the certificate is printed alone', async () => {
  const { site, open } = await course('1.2');
  const context = await browser.newContext();
  const { page, sco } = await open(context, 'soir');
  await write(sco, 'o-reprise', 'Une attente.');
  await turnTo(sco, 'bilan');
  await place(sco, 'e-soir', 'souvent');
  await sco.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printing', '');
  });
  await sco.locator('#a-recap [data-action="certificate"]').click();
  await sco.locator('[data-view="certificate"] [data-action="print"]').click();
  expect(await sco.locator('body[data-printing]').count()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const visible = await sco.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (one) => one.checkVisibility() && !one.closest('#c-certificate') && !one.querySelector('#c-certificate') && one.offsetHeight > 1,
      )
      .map((one) => one.className || one.tagName),
  );
  expect(visible).toEqual([]);
  expect(await sco.locator('#c-certificate').textContent()).toMatch(/Attestation de suivi[\s\S]*Ines Moreau[\s\S]*Le soir[\s\S]*diplôme/);
  await page.emulateMedia({ media: 'screen' });
  await turnTo(sco, 'bilan');
  expect(await sco.locator('#a-e-soir').isVisible()).toBe(true);
  await context.close();
  site.close();
});

test('another learner at the same computer finds nothing, and review and browse write nothing', async () => {
  const { site, open } = await course('1.2');
  const context = await browser.newContext();
  await morning(await open(context, 'matin'), site);
  const other = await open(context, 'soir', 'l-8');
  await turnTo(other.sco, 'bilan');
  expect([await quotes(other.sco), await shared(other.sco).count()]).toEqual([[], 2]);
  await context.close();
  for (const mode of ['review', 'browse'] as const) {
    const fresh = await browser.newContext();
    const { sco } = await open(fresh, 'matin', 'l-7', { mode });
    await turnTo(sco, 'ligne');
    await sco.locator('#c-foot [data-action="leave"]').click();
    expect([mode, await copies(sco)]).toEqual([mode, []]);
    await fresh.close();
  }
  site.close();
});

test('what is kept can be erased, in the view of the notebook too, and stays erased', async () => {
  const { site, open } = await course('1.2');
  const context = await browser.newContext();
  await morning(await open(context, 'matin'), site);
  await morning(await open(context, 'matin', 'l-8'), site);
  const { sco } = await open(context, 'soir');
  expect((await notebooks(sco)).length).toBe(2);
  await sco.evaluate(() => document.querySelector<HTMLElement>('.c-drawer-in [data-action="notebook"]')?.click());
  await sco.locator('#c-forget').click();
  const dialog = sco.locator('dialog.c-dialog');
  await dialog.locator('[data-action="erase"]').waitFor();
  expect(await dialog.locator('li').allTextContents()).toEqual([
    'Votre carnet\u00a0: vos autres séances ne pourront plus reprendre vos mots',
    'Le carnet d’un autre compte',
  ]);
  await dialog.locator('[data-action="erase"]').click();
  await dialog.locator('[data-action="close"]').click();
  await turnTo(sco, 'bilan');
  expect([await copies(sco), await quotes(sco), await shared(sco).count()]).toEqual([[], [], 2]);
  await place(sco, 'e-soir', 'souvent');
  await saved(sco);
  expect(await copies(sco)).toEqual([]);
  await context.close();
  site.close();
});

/** Storage as where a browser forbids it. */
async function withoutStorage(): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no storage here', 'SecurityError');
      },
    });
  });
  return context;
}

test('without storage a sentence says why, and the notebook file provides the answers; a bad file changes nothing', async () => {
  const { site, open } = await course('1.2');
  const context = await withoutStorage();
  const first = await open(context, 'matin');
  await write(first.sco, 'o-panne', WORDS);
  await first.sco.evaluate(() => document.querySelector<HTMLElement>('.c-drawer-in [data-action="notebook"]')?.click());
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.sco.getByText('Enregistrer mon carnet', { exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('tramway-carnet.json');
  const folder = mkdtempSync(join(tmpdir(), 'cartable-notebook-'));
  const path = join(folder, 'carnet.json');
  await download.saveAs(path);
  const text = await first.sco.locator('#c-notebook .c-shared textarea').inputValue();
  await saved(first.sco);
  await first.page.close();

  const { page, sco, faults } = await open(context, 'soir');
  await page.mouse.move(80, 80);
  const notice = sco.locator('#a-o-reprise .c-shared');
  await notice.waitFor();
  expect(await notice.locator('p').first().textContent()).toContain('ne garde rien d’une séance à l’autre');
  const refused = async (content: string, why: string): Promise<void> => {
    writeFileSync(join(folder, 'mauvais.json'), content);
    await notice.locator('input[type="file"]').setInputFiles(join(folder, 'mauvais.json'));
    await expect.poll(() => notice.locator('.c-shared-said').textContent()).toContain(why);
  };
  await refused(text.slice(0, 100), 'il est abîmé');
  await refused(' '.repeat(4_000_000), 'trop gros');
  await refused(text.replace(/"course": "tramway[^"]*"/, '"course": "bateau"'), 'd’un autre cours');
  await refused(text.replace(/"learner": "\w+"/, '"learner": "abcde"'), 'sous un autre compte');
  await notice.locator('input[type="file"]').setInputFiles(path);
  await notice.waitFor({ state: 'detached' });
  expect([await quotes(sco), await sco.locator('blockquote b').count()]).toEqual([[WORDS], 0]);
  expect(faults).toEqual([]);
  await context.close();
  site.close();
});

test('a sandboxed frame without storage and downloads shows the text to copy, and accepts it pasted', async () => {
  const { site, open } = await course('1.2');
  site.options.pages = { '/sandbox': '<iframe src="$OWN" title="cadre" style="width:100%;height:600px" sandbox="allow-scripts"></iframe>' };
  const context = await browser.newContext();
  await (await open(context, 'matin')).page.close();
  const page = await context.newPage();
  await page.goto(`${site.origin}/sandbox`);
  const sco = await scoOf(page, 'saved');
  await write(sco, 'o-panne', WORDS);
  await sco.evaluate(() => document.querySelector<HTMLElement>('.c-drawer-in [data-action="notebook"]')?.click());
  const text = await sco.locator('#c-notebook .c-shared textarea').inputValue();
  await page.close();
  const evening = await open(context, 'soir');
  await evening.page.mouse.move(80, 80);
  await evening.sco.locator('#a-o-reprise .c-shared summary').click();
  await evening.sco.locator('#a-o-reprise .c-shared textarea').fill(text);
  await evening.sco.locator('.open-question-earlier').waitFor();
  expect(await quotes(evening.sco)).toEqual([WORDS]);
  await context.close();
  site.close();
});
