import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackages } from '../helpers/build-packages.ts';

const root = join(import.meta.dirname, '../..');
const pointers = join(root, '.cartable/e2e');
const HOUR = 3_600_000;

let packages: string | undefined;

/** Names what the packages are made of: the program, as it was bundled last, and the modules' files. */
function sourcesKey(): string {
  const modules = join(root, 'modules');
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map((name) => join(modules, name));
  const stamps = [join(root, '.cartable/program/made'), ...files.sort()].map((file) => `${file} ${statSync(file).mtimeMs}`);
  return createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16);
}

function forgetOld(): void {
  for (const name of readdirSync(pointers)) {
    const pointer = join(pointers, name);
    if (Date.now() - statSync(pointer).mtimeMs < HOUR) continue;
    rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true });
    rmSync(pointer);
  }
}

/**
 * Every package of the real course, that of the whole course for each target too, built by the real program: once for all test files, again when a source changed.
 * @returns the output folder
 */
export function coursePackages(): string {
  packages ??= findOrBuild();
  return packages;
}

function findOrBuild(): string {
  mkdirSync(pointers, { recursive: true });
  const pointer = join(pointers, sourcesKey());
  if (existsSync(pointer)) {
    const known = readFileSync(pointer, 'utf8');
    if (existsSync(known)) return known;
  }
  forgetOld();
  // A build may write the course's lock: in a copy, that no test changes what it tests.
  const copy = mkdtempSync(join(tmpdir(), 'cartable-course-'));
  cpSync(join(root, 'modules'), join(copy, 'modules'), { recursive: true });
  // Moodle would record one session of such a course package; other LMSs play them all, and we try them.
  appendFileSync(join(copy, 'modules/partenariats-reseaux/course.yaml'), 'course-targets: [scorm12, scorm2004-3, scorm2004-4, web]\n');
  const out = buildPackages(copy, 'partenariats-reseaux');
  rmSync(copy, { recursive: true });
  // Two test files may come here at once: each finds a whole folder, whoever is last.
  writeFileSync(`${pointer}.${process.pid}`, out);
  renameSync(`${pointer}.${process.pid}`, pointer);
  return out;
}

/** Path of one package of the course. */
export function coursePackage(name: string, target: string, cohort = ''): string {
  return join(coursePackages(), 'partenariats-reseaux', cohort, `${name}.${target}.zip`);
}
