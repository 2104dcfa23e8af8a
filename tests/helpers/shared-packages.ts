import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pace } from '../../build/model/cover.ts';
import type { Target } from '../../src/model/course/course.ts';
import { buildInto } from './build-packages.ts';
import { examplesProject, type Language, languages, root } from './examples-project.ts';

const all = join(root, '.cartable/packages');
const HOUR = 3_600_000;

/** Folder shared by all test files; its name changes with the inputs of the packages. */
function sharedFolder(): string {
  const list = (path: string): string[] => readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  const files = [join(root, '.cartable/program/made'), ...['modules', 'templates'].flatMap((name) => list(join(root, name)).sort())];
  const stamps = files.map((file) => `${file} ${statSync(file).mtimeMs}`);
  return join(all, createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16));
}

function removeOld(): void {
  for (const name of readdirSync(all)) {
    const path = join(all, name);
    if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
  }
}

/** @param pace absent: as the course says */
function buildCourse(out: string, pace?: Pace): void {
  // A build may write the course's lock: in a copy, so that no test changes what it tests.
  const copy = mkdtempSync(join(tmpdir(), 'cartable-course-'));
  cpSync(join(root, 'modules'), join(copy, 'modules'), { recursive: true });
  // Moodle would record one session of such a course package; other LMSs play them all, and we try them.
  const more = `course-targets: [scorm12, scorm2004-3, scorm2004-4, web]\n${pace ? `pace: ${pace}\n` : ''}`;
  appendFileSync(join(copy, 'modules/partenariats-reseaux/course.yaml'), more);
  buildInto(out, copy, 'partenariats-reseaux', ...(pace ? [] : ['repair-cafe', '--cohort', 'base', '--no-course']));
  rmSync(copy, { recursive: true });
}

/** Builds the course and the galleries with the real program, unless they exist for the same sources. */
export function buildSharedPackages(): void {
  const folder = sharedFolder();
  if (existsSync(folder)) return;
  const made = `${folder}.${process.pid}`;
  mkdirSync(made, { recursive: true });
  removeOld();
  // Most tests need every activity in sight; those of steps have packages of their own.
  buildCourse(join(made, 'course'), 'page');
  buildCourse(join(made, 'steps'));
  for (const lang of languages)
    buildInto(join(made, `gallery-${lang}`), examplesProject(lang), '--target', 'scorm12', '--target', 'web', '--no-course');
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true });
  }
}

/** Output folder of the sessions of both courses, shown step by step. */
export function stepPackages(): string {
  return join(sharedFolder(), 'steps');
}

/** Output folder of the real course, its pages shown as a whole: every package, that of the whole course for each target too. */
export function coursePackages(): string {
  return join(sharedFolder(), 'course');
}

/** Path of one package of the course. */
export function coursePackage(name: string, target: string, cohort = ''): string {
  return join(coursePackages(), 'partenariats-reseaux', cohort, `${name}.${target}.zip`);
}

/** Path of the package with the examples of all types. */
export function galleryPackage(lang: Language, target: Extract<Target, 'scorm12' | 'web'>): string {
  return join(sharedFolder(), `gallery-${lang}`, `galerie/types.${target}.zip`);
}
