import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { openStudio, openStudioSite } from '../helpers/studio-page.ts';
import { quantile, temporary } from './processes.ts';
import { type Row, row } from './row.ts';

const ACTIVITIES = 120;
/** Activities on a page. */
const ON_PAGE = 6;
const KEYS = 60;
/** Milliseconds between two keys. */
const PACE = 150;
/** Letters until they are removed again: the id that is suggested for the heading has a greatest length. */
const ROUND = 20;

function activity(number: number): string {
  const answer = (mark: string, action: string): string =>
    `- [${mark}] Elle ${action} de la rame ${number}.\n> Relisez la fiche ${number}.`;
  const answers = [answer(' ', 'vérifie les freins'), answer('x', 'note le retard'), answer(' ', 'règle les horaires')];
  return `:::choice{#rame-${number}}\nQue fait la conductrice avant le départ ${number} ?\n\n${answers.join('\n')}\n:::`;
}

/** A course with one long session; its last page has no id. */
function longCourse(): Uint8Array {
  const all = Array.from({ length: ACTIVITIES }, (_, index) => activity(index + 1));
  const pages = Array.from({ length: ACTIVITIES / ON_PAGE }, (_, page) => {
    const own = all.slice(page * ON_PAGE, (page + 1) * ON_PAGE);
    return [`# Ligne ${page + 1} {#ligne-${page + 1}}`, 'Le tramway part à l’heure : *tout* a été **préparé** la veille.', ...own].join(
      '\n\n',
    );
  });
  const text = `---\nid: lignes\ntitle: Les lignes\nduration: 60min\n---\n\n${pages.join('\n\n')}\n\n# Terminus\n\nOn rentre au dépôt.\n`;
  const course = 'id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [lignes]\n';
  const bytes = (one: string): Uint8Array => new TextEncoder().encode(one);
  return zipSync({ 'modules/depot/course.yaml': bytes(course), 'modules/depot/lignes.md': bytes(text) });
}

/** Notes the time of each key, and the time at which the list of problems shows a suggestion. */
const WATCH = `
  window.pressed = [];
  window.shown = [];
  addEventListener('keydown', () => pressed.push(performance.now()), true);
  let last = '';
  const look = () => {
    const found = /\\{#(terminus[a-z]*)\\}/.exec(document.querySelector('.s-problem-list')?.textContent ?? '')?.[1] ?? last;
    if (found === last) return;
    last = found;
    shown.push([found, performance.now()]);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** Types into the heading of the last page. @returns what the heading is after each key, as a suggestion shows it */
async function typeKeys(page: Page): Promise<string[]> {
  const expected: string[] = [];
  let word = 'terminus';
  for (let key = 0; key < KEYS; key++) {
    const isAdding = Math.floor(key / ROUND) % 2 === 0;
    const letter = String.fromCharCode(97 + (key % ROUND));
    word = isAdding ? word + letter : word.slice(0, -1);
    expected.push(word);
    await page.keyboard.press(isAdding ? letter : 'Backspace', { delay: 20 });
    await page.waitForTimeout(PACE - 20);
  }
  await page.waitForFunction((last) => document.querySelector('.s-problem-list')?.textContent?.includes(`{#${last}}`), word);
  return expected;
}

/** Returns the time (ms) from each key to the first check shown that knows it. One check may answer several keys. */
function delays(expected: readonly string[], pressed: readonly number[], shown: readonly (readonly [string, number])[]): number[] {
  const times: number[] = [];
  for (const [word, at] of shown) {
    const known = expected.findIndex((one, index) => index >= times.length && one === word && (pressed[index] ?? at) < at);
    while (times.length <= known) times.push(at - (pressed[times.length] ?? at));
  }
  return times;
}

/** A session of 120 activities in the studio, in Chromium: from a key to the problems that the check found. */
export async function benchStudio(): Promise<Row[]> {
  const [browser, site] = await Promise.all([openBrowser(), openStudioSite(join(temporary(), 'studio'))]);
  try {
    const { page } = await openStudio(browser, site);
    const file = { name: 'depot.zip', mimeType: 'application/zip', buffer: Buffer.from(longCourse()) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    // With an error, the preview would have nothing to play.
    await page.locator('iframe[data-state="shown"]').waitFor();
    await page.locator('.s-status-problems').click();
    await page.locator('.s-problem-list').getByText('{#terminus}').waitFor();
    await page.locator('.cm-content').focus();
    for (const key of ['Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End']) await page.keyboard.press(key);
    await page.evaluate(WATCH);
    const expected = await typeKeys(page);
    const { pressed, shown } = await page.evaluate<{ pressed: number[]; shown: [string, number][] }>('({ pressed, shown })');
    const times = delays(expected, pressed, shown);
    if (times.length < KEYS) throw new Error(`Only ${times.length} of ${KEYS} keys were answered.`);
    process.stderr.write(`studio: median ${Math.round(quantile(times, 0.5))} ms, slowest ${Math.round(quantile(times, 1))} ms\n`);
    return [
      row('studio, 120 activities: key to problems, p50', quantile(times, 0.5), 'ms', 300),
      row('studio, 120 activities: key to problems, p95', quantile(times, 0.95), 'ms', 300),
    ];
  } finally {
    await browser.close();
    site.close();
  }
}
