import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../build/files/folder.ts';
import { Memo, rememberedChecks, withDigests } from '../build/memo.ts';
import type { CourseSource, NumberedCourse } from '../build/model/course.ts';
import { engine } from './helpers/engine.ts';

const NAMES = ['course.yaml', 'rames.md', 'quai.png', 'soir.md'];

/** A folder of a course, of which all sessions depend on `course.yaml`. */
function folderWith(names = NAMES) {
  const root = mkdtempSync(join(tmpdir(), 'depot-'));
  for (const name of names) writeFileSync(join(root, name), 'un');
  const folder = openFolder(root, engine.host.files);
  folder.seen?.add('course.yaml');
  return { root, folder };
}
const { root, folder } = folderWith();

/** Digest of the session « rames » in a course of which parts differ. */
function digestWith({ own = {}, next = {}, lock = {}, stamp = 'a' }: { own?: object; next?: object; lock?: object; stamp?: string }) {
  const session = { files: ['rames.md'], borrowed: [], named: [] };
  const page = (only?: readonly string[]) => ({ only });
  const course = {
    lock: { line: 'l', modules: { rames: ['1'], soir: ['2'] }, ...lock },
    modules: [
      { ...session, module: { id: 'rames', title: 'Rames', pages: [page()] }, ...own },
      { ...session, module: { id: 'soir', title: 'Soir', minutes: 5, cover: 'c', pages: [page()], ...next } },
    ],
  } as unknown as NumberedCourse;
  const { modules } = withDigests(course, folder, { ...engine, stamp });
  expect(modules.map(({ module }) => module.id)).toEqual(['rames', 'soir']);
  return modules[0]?.digest;
}
const usual = digestWith({});

it.each([
  ['its files', { own: { files: ['rames.md', 'soir.md'] } }],
  ['what it borrows', { own: { borrowed: ['x'] } }],
  ['what it names', { own: { named: ['x'] } }],
  ['the title of the next', { next: { title: 'Nuit' } }],
  ['the minutes of the next', { next: { minutes: 6 } }],
  ['the cover of the next', { next: { cover: 'd' } }],
  ['the pages of the next', { next: { pages: [{}, {}] } }],
  ['the cohorts of the next', { next: { pages: [{ only: ['nord'] }] } }],
  ['the line of the lock', { lock: { line: 'm' } }],
  ['its own part of the lock', { lock: { modules: { rames: ['3'], soir: ['2'] } } }],
  ['the program', { stamp: 'b' }],
])('a session is packed again after a change of %s', (_, change) => {
  expect(digestWith(change)).not.toBe(usual);
});

it('the lock of another session, the text of the next, and the order of files change no digest', () => {
  expect(usual).toMatch(/^[0-9a-f]{64}$/);
  expect(digestWith({ lock: { modules: { rames: ['1'], soir: ['4'] } }, next: { lead: 'x', pages: [{ title: 'y' }] } })).toBe(usual);
  const both = (files: string[]) => digestWith({ own: { files } });
  expect(both(['soir.md', 'rames.md'])).toBe(both(['rames.md', 'soir.md']));
});

it.each([
  ['a.MD', true],
  ['a.yml', true],
  ['a.yaml', true],
  ['a.vtt', true],
  ['a.txt', true],
  ['a.svg', true],
  ['a.mdx', false],
  ['md', false],
  ['a.jpg', false],
])('%s, saved again with the same words, is the same file: %s', (name, isText) => {
  const { root: place, folder: inner } = folderWith(['course.yaml', name]);
  const memo = new Memo();
  const remembered = () => rememberedChecks(memo, { folder: inner, shown: 'depot' } as CourseSource, false, engine);
  remembered().keep('module rames', { files: new Set([name]) });
  utimesSync(join(place, name), new Date(2026, 0, 1), new Date(2026, 0, 1));
  expect(remembered().recall('module rames') !== undefined).toBe(isText);
});

it('a file that was missing is noticed once it is there', () => {
  const memo = new Memo();
  const remembered = () => rememberedChecks(memo, { folder, shown: 'depot' } as CourseSource, false, engine);
  const result = { files: new Set(['absent.md']) };
  remembered().keep('module rames', result);
  expect(remembered().recall('module rames')).toBe(result);
  writeFileSync(join(root, 'absent.md'), '');
  expect(remembered().recall('module rames')).toBeUndefined();
});
