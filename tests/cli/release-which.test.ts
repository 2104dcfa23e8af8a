import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { showWhich } from '../../build/cli/release-which.ts';
import { NotComparable, packageAt } from '../../build/cli/version-file.ts';
import { build } from '../../build/pipeline.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { depot, requestFor } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';
import { engine } from '../helpers/engine.ts';

const strings = versionStrings('fr');
const OLD = join(import.meta.dirname, '../museum/0.1/packages/depot/depot.scorm12.zip');
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const digest = (letter: string): string => letter.repeat(64);

let project = '';
let zip = '';
let content = '';

/** Keeps a version without its files: they aren't looked at. */
function keep(name: string, packages: readonly object[], more: object = {}): void {
  const path = join(project, 'releases/depot', name);
  mkdirSync(path, { recursive: true });
  const about = { format: 1, course: 'depot', title: 'Le dépôt', cartable: '0.2.0', digest: digest('d'), date: name, moment: name };
  writeFileSync(join(path, 'release.json'), JSON.stringify({ ...about, ...more, packages }));
}
const kept = (file: string, more: object = {}): object => ({
  file,
  target: 'scorm12',
  content: digest('a'),
  sha256: digest('b'),
  sha1: 'c'.repeat(40),
  sheets: [],
  ...more,
});

function which(wanted: string, isJson = false): string[] {
  const { context, printed } = commandContext(project);
  showWhich(wanted, isJson, context, strings);
  return printed.flatMap((text) => text.split('\n'));
}
function refused(wanted: string): string {
  try {
    which(wanted);
  } catch (error) {
    if (error instanceof NotComparable) return error.message;
    throw error;
  }
  throw new Error('was found');
}
const folder = (name: string): string =>
  strings.format('release.folder', { folder: relative(process.cwd(), join(project, 'releases/depot', name)) });

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'projet-'));
  const course = depot({});
  await build(requestFor(course), engine);
  zip = join(project, 'en-ligne.zip');
  copyFileSync(join(course, 'dist/depot/rames.scorm12.zip'), zip);
  ({ content } = packageAt(zip, strings));
  keep('2026-03-01', [
    kept('rames.zip', { module: 'rames', content }),
    kept('depot.zip', { cohort: 'nord', target: 'web', content: digest('e') }),
  ]);
  keep('2026-03-02', [kept('rames.zip', { module: 'rames', sha256: sha256(zip), sha1: 'f'.repeat(40) })], {
    digest: digest('9'),
    note: 'Promotion de mars',
  });
  keep('2026-03-03', [kept('ancien.zip', { sha256: sha256(OLD), content: '' })], { digest: digest('8') });
});

test('a package is named with its session, cohort, standard and day, and where it is kept', () => {
  expect(content).toMatch(/^[0-9a-f]{16,}$/);
  expect(which(content.slice(0, 8))).toEqual([
    `Le dépôt, rames, ${strings.format('target.scorm12')}, gardé le 1 mars 2026`,
    `  ${folder('2026-03-01')} · rames.zip`,
  ]);
  expect(which(digest('e'))).toEqual([
    `Le dépôt, ${strings.format('release.whole')}, la promotion nord, ${strings.format('target.web')}, gardé le 1 mars 2026`,
    `  ${folder('2026-03-01')} · depot.zip`,
  ]);
});

test('a version as a whole is named with its title, and with its note', () => {
  expect(which(` ${digest('9').slice(0, 12)}\n`)).toEqual([
    'Le dépôt, gardé le 2 mars 2026',
    `  ${folder('2026-03-02')}`,
    `  ${strings.format('release.note', { note: 'Promotion de mars' })}`,
  ]);
});

test('all versions with a package are shown, the oldest first', () => {
  expect(which('c'.repeat(10)).filter((line) => !line.startsWith('  '))).toHaveLength(3);
  expect(which('f'.repeat(40))).toEqual([
    `Le dépôt, rames, ${strings.format('target.scorm12')}, gardé le 2 mars 2026`,
    `  ${folder('2026-03-02')} · rames.zip`,
    `  ${strings.format('release.note', { note: 'Promotion de mars' })}`,
  ]);
});

test('a zip is found by its bytes, otherwise by its content', () => {
  expect(which('en-ligne.zip')[0]).toContain('2 mars 2026');
  const again = join(project, 'autrement.ZIP');
  writeFileSync(again, zipSync(unzipSync(readFileSync(zip)), { level: 0 }));
  expect(which('autrement.ZIP')[0]).toContain('1 mars 2026');
  // A file counts as a package whatever its name.
  copyFileSync(zip, join(project, 'en-ligne'));
  expect(which('en-ligne')[0]).toContain('2 mars 2026');
});

test('a package of 0.1, which has no digest of its content, is found by its bytes alone', () => {
  copyFileSync(OLD, join(project, 'ancien.zip'));
  expect(which('ancien.zip')[0]).toContain('3 mars 2026');
  writeFileSync(join(project, 'ancien-autrement.zip'), zipSync(unzipSync(readFileSync(OLD)), { level: 0 }));
  const file = relative(process.cwd(), join(project, 'ancien-autrement.zip'));
  expect(refused('ancien-autrement.zip')).toBe(strings.format('release.unknownFile', { file }));
});

test('what isn’t kept has a sentence', () => {
  expect(refused('01234567')).toBe(strings.format('release.unknown', { digest: '01234567' }));
  expect(refused(' 0123456 ')).toBe(strings.format('release.shortDigest', { digest: '0123456' }));
  expect(refused('absent.zip.txt')).toBe(strings.format('release.unknown', { digest: 'absent.zip.txt' }));
  const file = relative(process.cwd(), join(project, 'absent.zip'));
  expect(refused('absent.zip')).toBe(strings.format('error.noFile', { file }));
  expect(refused('ABSENT.ZIP')).toBe(strings.format('error.noFile', { file: file.replace('absent.zip', 'ABSENT.ZIP') }));
});

test('the same as JSON, with what other programs need', () => {
  const [version] = JSON.parse(which(digest('9'), true).join('\n')).versions;
  const about = { course: 'depot', date: '2026-03-02', folder: relative(process.cwd(), join(project, 'releases/depot/2026-03-02')) };
  expect(version).toEqual({ ...about, digest: digest('9'), note: 'Promotion de mars' });
  const [other] = JSON.parse(which(digest('e'), true).join('\n')).versions;
  expect(other).toMatchObject({ digest: digest('d'), package: { file: 'depot.zip', cohort: 'nord' } });
  expect('note' in other).toBe(false);
});
