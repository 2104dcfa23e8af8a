import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkFolders, coursesIn } from '../../../build/stages/read/course-folders.ts';
import { engine } from '../../helpers/engine.ts';

const { files } = engine.host;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'depots-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function course(name: string, file = 'course.yaml'): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, file), 'id: x\n');
}

function found(): string[] {
  const diagnostics = new Diagnostics();
  checkFolders(files, folder, diagnostics);
  return diagnostics.list.map(({ code, severity, at, values }) => {
    expect([at.line, at.column]).toEqual([1, 1]);
    return `${severity} ${code} ${at.file.replace(folder, '…')} ${Object.values(values)}`.replace(folder, '…');
  });
}

it('finds each folder with a course file, sorted, and no other', () => {
  course('nord');
  course('est', 'course.yml');
  course('ouest', 'readme.md');
  course('ouest');
  course('plans', 'readme.md');
  course('gare', 'readme.md');
  symlinkSync(join(folder, 'rien'), join(folder, 'gare', 'course.yaml'));
  expect([coursesIn(files, folder), found()]).toEqual([[join(folder, 'est'), join(folder, 'nord'), join(folder, 'ouest')], []]);
});

it('reports a folder without a course, and one that doesn’t exist', () => {
  expect(found()).toEqual(['error no-course … …']);
  expect(coursesIn(files, join(folder, 'rien'))).toEqual([]);
});

it('warns of a course behind a link, which isn’t built', () => {
  course('nord');
  symlinkSync(join(folder, 'nord'), join(folder, 'sud'));
  expect([coursesIn(files, folder), found()]).toEqual([[join(folder, 'nord')], ['warning course-behind-link …/sud sud']]);
  rmSync(join(folder, 'nord', 'course.yaml'));
  writeFileSync(join(folder, 'nord', 'course.yml'), 'id: x\n');
  expect(found()).toEqual(['warning course-behind-link …/sud sud']);
  const linked = join(folder, 'nord', 'lien');
  symlinkSync(folder, linked);
  expect(coursesIn(files, linked)).toEqual([join(linked, 'nord')]);
});
