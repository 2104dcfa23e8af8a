import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { calls, serveLms, visit } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { temporary, timeOfProgram } from './processes.ts';
import { realCourse } from './projects.ts';
import { type Row, row } from './row.ts';

/** The second witness is asked for a second after the opening commit: by then the launch is over. */
const SETTLED = 3000;

/** Cumulative layout shift: what a page may move by itself, in shares of the window. */
export const MOST_SHIFTED = 0.02;

const PICTURE_OR_FONT = /\.(?:svg|png|jpe?g|webp|avif|gif|ico|woff2?)$/;

/**
 * Layout shifts of a page while it loads: a sum of shares of the window, none of them after an input. Shifts before the first paint
 * don't count, since nobody has seen them.
 */
export const SHIFTS = `
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  Object.defineProperty(window, 'shifted', {
    get() {
      const from = performance.getEntriesByType('paint')[0]?.startTime ?? 0;
      const seen = shifts.filter(({ startTime, hadRecentInput }) => startTime >= from && !hadRecentInput);
      return seen.reduce((sum, { value }) => sum + value, 0);
    },
  });`;

/** The zip of a séance for SCORM 1.2, built now. */
export function seance(number: number): string {
  const out = temporary();
  timeOfProgram(['build', `seance-${number}`, '--cohort', 'base', '--target', 'scorm12', '--out', out], realCourse());
  return join(out, `partenariats-reseaux/seance-${number}.scorm12.zip`);
}

function kilobytes(contents: readonly Buffer[]): number {
  return contents.reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000;
}

/** A first launch of each séance in Chromium: what it asks for, what that weighs, what shifts, what the LMS receives. */
export async function benchLaunch(): Promise<Row[]> {
  const browser = await openBrowser();
  try {
    const rows: Row[] = [];
    for (const number of [1, 2, 3]) rows.push(...(await launchOf(browser, number)));
    return rows;
  } finally {
    await browser.close();
  }
}

async function launchOf(browser: Browser, number: number): Promise<Row[]> {
  const zip = seance(number);
  const files = new Map((await readZip(zip)).map(({ name, content }) => [name, content]));
  const host = await serveLms(zip, 'strict');
  const page = await browser.newPage();
  try {
    await page.addInitScript(SHIFTS);
    await visit(page, host, { version: '1.2' });
    await pause(SETTLED);
    const fetched = [...host.requests];
    const commits = (await calls(page)).filter(({ name }) => name === 'LMSCommit').length;
    // The witness is a picture, but it is part of what Cartable asks for.
    const counted = fetched.filter((name) => name === 'witness.gif' || !PICTURE_OR_FONT.test(name));
    const content = (names: readonly string[]): Buffer[] => names.map((name) => files.get(name) ?? Buffer.alloc(0));
    const texts = fetched.filter((name) => !PICTURE_OR_FONT.test(name));
    const shifted = Number(await scoFrame(page).evaluate('window.shifted'));
    const of = `launch of séance ${number}:`;
    process.stderr.write(`${of} ${texts.map((name) => `${name} ${kilobytes(content([name])).toFixed(2)} kB`).join(', ')}\n`);
    return [
      row(`${of} requests`, counted.length, 'requests', 7),
      row(`${of} all but pictures and fonts, gzip`, kilobytes(content(texts)), 'kB', 75),
      row(`${of} script, gzip`, kilobytes(content(['runtime.js'])), 'kB', 36),
      row(`${of} commits`, commits, 'commits', 1),
      row(`${of} shift of its first page`, shifted, 'CLS', MOST_SHIFTED),
    ];
  } finally {
    await page.close();
    host.close();
  }
}
