import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../helpers/browser.ts';
import { calls, serveLms, visit } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { temporary, timeOfProgram } from './processes.ts';
import { realCourse } from './projects.ts';
import { type Row, row } from './row.ts';

/** The second witness is asked for a second after the opening commit: by then the launch is over. */
const SETTLED = 3000;

const PICTURE_OR_FONT = /\.(?:svg|png|jpe?g|webp|avif|gif|ico|woff2?)$/;

/** The zip of séance 1 for SCORM 1.2, built now. */
export function firstSeance(): string {
  const out = temporary();
  timeOfProgram(['build', 'seance-1', '--cohort', 'base', '--target', 'scorm12', '--out', out], realCourse());
  return join(out, 'partenariats-reseaux/seance-1.scorm12.zip');
}

function kilobytes(contents: readonly Buffer[]): number {
  return contents.reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000;
}

/** A first launch of séance 1 in Chromium: what it asks for, what that weighs, what the LMS is told. */
export async function benchLaunch(): Promise<Row[]> {
  const zip = firstSeance();
  const files = new Map((await readZip(zip)).map(({ name, content }) => [name, content]));
  const host = await serveLms(zip, 'strict');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await visit(page, host, { version: '1.2' });
    await pause(SETTLED);
    const fetched = [...host.requests];
    const commits = (await calls(page)).filter(({ name }) => name === 'LMSCommit').length;
    // The witness is a picture, but it is part of what Cartable asks for.
    const counted = fetched.filter((name) => name === 'witness.gif' || !PICTURE_OR_FONT.test(name));
    const content = (names: readonly string[]): Buffer[] => names.map((name) => files.get(name) ?? Buffer.alloc(0));
    const texts = fetched.filter((name) => !PICTURE_OR_FONT.test(name));
    process.stderr.write(`launch: ${texts.map((name) => `${name} ${kilobytes(content([name])).toFixed(2)} kB`).join(', ')}\n`);
    return [
      row('launch of séance 1: requests', counted.length, 'requests', 5),
      row('launch of séance 1: all but pictures and fonts, gzip', kilobytes(content(texts)), 'kB', 60),
      row('launch of séance 1: script, gzip', kilobytes(content(['runtime.js'])), 'kB', 30),
      row('launch of séance 1: commits', commits, 'commits', 1),
    ];
  } finally {
    await browser.close();
    host.close();
  }
}
