// Compares what two versions of the runtime do: the same learner plays the gallery and a session of the course in a real browser,
// under a clock and a chance that never change. Calls of the LMS, saved state, texts and announcements are noted.
//   npm run contract:visits -- record FILE [FOLDER]    plays the packages of a folder, or those that this version builds
//   npm run contract:visits -- compare FILE [FOLDER]   plays again and prints what differs; exit code 1 where something does
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { program, temporary, timeOf } from '../bench/processes.ts';
import { realCourse } from '../bench/projects.ts';
import { readContent } from '../e2e/read-content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { serveLms } from '../helpers/lms-host.ts';
import { readZip } from '../helpers/read-zip.ts';
import { playByKey, playByTrial } from './visit-plays.ts';
import { type Visit, VisitTab } from './visit-tab.ts';

interface Play {
  readonly digest: string;
  readonly visits: readonly Visit[];
}

type Plays = Readonly<Record<string, Play>>;

const TARGETS = ['scorm12', 'scorm2004-4'];

/** Visits to play, by the package's name. */
const PLAYED: readonly (readonly [name: string, play: (tab: VisitTab, content: ModuleContent) => Promise<void>])[] = [
  ['types', playByTrial],
  ['seance-1', playByKey],
];

/** Builds the gallery and the session for both standards. */
function builtPackages(): string {
  const out = temporary();
  const run = (project: string, ...args: string[]): number => timeOf(process.execPath, [program, ...args], project);
  const gallery = temporary();
  run(gallery, 'gallery', '--lang', 'fr');
  run(join(gallery, '.cartable/gallery'), 'build', '--target', ...TARGETS, '--no-course', '--out', join(out, 'gallery'));
  run(realCourse(), 'build', 'seance-1', '--target', ...TARGETS, '--cohort', 'base', '--no-course', '--out', join(out, 'course'));
  return out;
}

/** The package of the folder, or of the first folder in it that has one. */
function packageIn(folder: string, name: string): string {
  const [first] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.split(/[\\/]/).at(-1) === name)
    .sort((one, other) => one.length - other.length);
  if (first === undefined) throw new Error(`no ${name} in ${folder}`);
  return join(folder, first);
}

async function play(browser: Browser, zip: string, target: string, task: (typeof PLAYED)[number][1]): Promise<Play> {
  const content = readContent(await readZip(zip));
  const host = await serveLms(zip, 'strict');
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 800, height: 600 },
    locale: 'fr-FR',
    timezoneId: 'UTC',
  });
  const tab = new VisitTab(context, host, target.startsWith('scorm2004') ? '2004' : '1.2');
  await tab.prepare();
  await task(tab, content);
  await context.close();
  host.close();
  // The server's port differs from one run to the next.
  const visits: Visit[] = JSON.parse(JSON.stringify(tab.visits).replaceAll(host.origin, 'http://lms'));
  return { digest: createHash('sha256').update(JSON.stringify(visits)).digest('hex'), visits };
}

async function playAll(folder: string): Promise<Plays> {
  const browser = await openBrowser();
  const plays: Record<string, Play> = {};
  for (const target of TARGETS) {
    for (const [name, task] of PLAYED) {
      const zip = `${name}.${target}.zip`;
      plays[zip] = await play(browser, packageIn(folder, zip), target, task);
      const steps = plays[zip].visits.reduce((sum, visit) => sum + visit.steps.length, 0);
      console.log(`${zip}: ${plays[zip].visits.length} visits, ${steps} steps, ${plays[zip].digest.slice(0, 12)}`);
    }
  }
  await browser.close();
  return plays;
}

/** Each fact of a play by its address: `visit / step / fact`. */
function factsOf({ visits }: Play): Map<string, string> {
  const facts = new Map<string, string>();
  for (const { visit, steps, kept } of visits) {
    for (const [index, { step, ...noted }] of steps.entries())
      for (const [fact, value] of Object.entries(noted)) facts.set(`${visit} / ${index} ${step} / ${fact}`, [value].flat().join('\n'));
    for (const [element, value] of Object.entries(kept)) facts.set(`${visit} / kept / ${element}`, value);
  }
  return facts;
}

/** The first line in which two texts differ. */
function firstDifference(before = '(nothing)', now = '(nothing)'): string {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const at = old.findIndex((line, index) => line !== fresh[index]);
  return `    - ${old[at] ?? old.at(-1)}\n    + ${fresh[at < 0 ? old.length : at] ?? '(nothing)'}`;
}

/** Prints what differs. @returns how much */
function compare(before: Plays, now: Plays): number {
  let count = 0;
  for (const [zip, play] of Object.entries(now)) {
    const old = before[zip];
    if (old?.digest === play.digest) continue;
    const [then, facts] = [old ? factsOf(old) : new Map<string, string>(), factsOf(play)];
    for (const name of new Set([...then.keys(), ...facts.keys()])) {
      if (then.get(name) === facts.get(name)) continue;
      count++;
      console.log(`${zip}  ${name}\n${firstDifference(then.get(name), facts.get(name))}`);
    }
  }
  console.log(`${Object.keys(now).length} packages played, ${count} facts differ`);
  return count;
}

const [task, file, folder] = process.argv.slice(2);
if ((task !== 'record' && task !== 'compare') || !file) throw new Error('npm run contract:visits -- record|compare FILE [FOLDER]');
const now = await playAll(folder ?? builtPackages());
if (task === 'record') writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
else process.exitCode = compare(JSON.parse(readFileSync(file, 'utf8')), now) > 0 ? 1 : 0;
