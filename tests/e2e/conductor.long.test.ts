import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { root } from '../helpers/examples-project.ts';
import { buildSheets } from '../sheets/built-sheets.ts';
import { sheetsOf } from '../sheets/sheets-of.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
let out = '';
beforeAll(async () => {
  out = buildPackages(root, 'seance-1', '--target', 'web', '--cohort', 'base', '--sheets', '--no-course');
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const long = 'La rame attend que le quai soit vide, que les portes soient closes et que le feu passe au vert. ';
const ask = (id: string): string => `:::choice{#${id}}\n${long}\n\n- [x] ${long}\n- [ ] Non\n:::\n`;
const noteOf = (times: number): string =>
  `:::trainer\n**8 minutes.** 3 min pour lire ${long}\n\n**À dire.** « ${long.repeat(times).trim()} »\n\n**Réponses attendues.** ${long.repeat(times)}\n\n**En salle.** Deux chaises. ${long.repeat(times)}\n\n**À distance.** ${long.repeat(times)}\n\n${long.repeat(times)}\n:::\n`;
const session = (pages: number, times: number, questions: number, title = 'La page'): Files =>
  rames(
    Array.from({ length: pages }, (_, n) => {
      const asked = Array.from({ length: questions }, (_, q) => ask(`q${n}-${q}`)).join('\n');
      return `# ${title} ${n} {#p${n}}\n\nOn lit.\n\n${asked}\n${times > 0 ? noteOf(times) : ''}`;
    }).join('\n\n'),
  );

test.each([
  ['long notes and many questions', session(9, 8, 6)],
  ['thirty pages', session(30, 3, 2, 'Une page dont le titre est plutôt long')],
  ['seventy pages', session(70, 1, 1)],
  ['two pages full of text', session(2, 60, 30)],
  ['no notes, many questions', session(12, 0, 14)],
])('a running order that would take more, %s: three pages, and the width of a page', async (_, files) => {
  const sheets = await buildSheets(depot(files), { targets: ['web'], coursePackages: false, sheets: true });
  const page = await browser.newPage({ viewport: { width: 703, height: 800 } });
  await page.goto(pathToFileURL(join(sheets.out, 'depot/rames.conducteur.html')).href);
  expect(await sheetsOf(page)).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(703);
  await page.close();
});

test.each([
  ['conducteur', 390],
  ['conducteur', 1280],
  ['guide', 390],
  ['guide', 1280],
] as const)('%s of a long session at %i pixels: axe finds nothing, and nothing is wider than the screen', async (kind, width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(pathToFileURL(join(out, `partenariats-reseaux/seance-1.${kind}.html`)).href);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await axe(page, page.mainFrame())).toEqual([]);
  await page.close();
});
