import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NotComparable, packageAt } from '../../build/cli/version-file.ts';
import { versionStrings } from '../../build/versions/strings.ts';

const strings = versionStrings('fr');
const folder = mkdtempSync(join(tmpdir(), 'depot-'));
const PACKAGE = join(import.meta.dirname, '../museum/0.1/packages/depot/depot.scorm12.zip');

/** Writes a file. @returns its path */
function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** @returns the error's class and sentence */
function refused(path: string): [boolean, string] {
  try {
    packageAt(path, strings);
  } catch (error) {
    return [error instanceof NotComparable, (error as Error).message];
  }
  throw new Error('was read');
}
const shown = (path: string): string => relative(process.cwd(), path);

test('a package is read, and named as seen from here', () => {
  const { name, course, target } = packageAt(PACKAGE, strings);
  expect({ name, course, target }).toEqual({ name: shown(PACKAGE), course: 'depot', target: 'scorm12' });
});

test('each file that is no package has its sentence', () => {
  const missing = join(folder, 'absent.zip');
  expect(refused(missing)).toEqual([true, strings.format('error.noFile', { file: shown(missing) })]);
  expect(refused(folder)).toEqual([true, strings.format('error.folder', { file: shown(folder) })]);
  const text = file('texte.zip', strToU8('Une rame attend.'));
  expect(refused(text)).toEqual([true, strings.format('error.noZip', { file: shown(text) })]);
  const other = file('autre.zip', zipSync({ 'index.html': strToU8('Bonjour') }));
  expect(refused(other)).toEqual([true, strings.format('error.notOurs', { file: shown(other) })]);
});

test('the current folder is named by its path, because it has no name from here', () => {
  expect(refused(process.cwd())).toEqual([true, strings.format('error.folder', { file: process.cwd() })]);
});

test('a file of more than one gigabyte is refused before it is read', () => {
  const large = file('grand.zip', new Uint8Array());
  truncateSync(large, 1024 ** 3 + 1);
  expect(refused(large)).toEqual([true, strings.format('error.tooLarge', { file: shown(large) })]);
});

test('a file that the system doesn’t give is reported as unreadable', () => {
  const memory = join(folder, 'memoire.zip');
  symlinkSync('/proc/self/mem', memory);
  expect(refused(memory)).toEqual([true, strings.format('error.unreadable', { file: shown(memory) })]);
});

test('a package whose content can’t be unpacked is reported as no zip', () => {
  const bytes = zipSync({ 'content.js': strToU8('window.cartableContent=1;'.repeat(50)) });
  // The data of the only entry: its name ends before it.
  bytes.fill(0xff, 30 + 'content.js'.length, 30 + 'content.js'.length + 8);
  const damaged = file('abime.zip', bytes);
  expect(refused(damaged)).toEqual([true, strings.format('error.noZip', { file: shown(damaged) })]);
});
