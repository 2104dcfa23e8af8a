import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keptReleases, releasesFolder } from '../../build/cli/kept-releases.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { commandContext } from '../helpers/command-context.ts';

const strings = versionStrings('fr');
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'depot-'));
});

function keep(folder: string, moment: string, more: object = {}): void {
  const path = join(project, 'releases', folder);
  mkdirSync(path, { recursive: true });
  const release = { format: 1, course: 'depot', title: 'Le dépôt', cartable: '0.2.0', digest: 'ab', date: moment, moment, packages: [] };
  writeFileSync(join(path, 'release.json'), JSON.stringify({ ...release, ...more }));
}

function found(): { folders: string[]; complaints: string[] } {
  const { context, complaints } = commandContext(project);
  const folders = keptReleases(context, strings).map(
    ({ folder, release }) => `${relative(join(project, 'releases'), folder)} ${release.moment}`,
  );
  return { folders, complaints };
}

test('versions of all courses are found, the oldest first', () => {
  keep('depot/a', '2026-03-02');
  keep('depot/b', '2026-03-01');
  keep('pain/a', '2026-02-28');
  expect(found()).toEqual({ folders: ['pain/a 2026-02-28', 'depot/b 2026-03-01', 'depot/a 2026-03-02'], complaints: [] });
});

test('a project without versions has none', () => {
  expect(releasesFolder(commandContext(project).context)).toBe(join(project, 'releases'));
  expect(found()).toEqual({ folders: [], complaints: [] });
  writeFileSync(join(project, 'releases'), 'un fichier');
  expect(found()).toEqual({ folders: [], complaints: [] });
});

test('files and folders with a dot are passed over, links to folders are followed', () => {
  keep('depot/a', '2026-03-01');
  keep('depot/.b.part', '2026-03-02');
  keep('.git/c', '2026-03-03');
  writeFileSync(join(project, 'releases/LISEZ-MOI.md'), 'x');
  writeFileSync(join(project, 'releases/depot/note.txt'), 'x');
  const elsewhere = mkdtempSync(join(tmpdir(), 'ailleurs-'));
  symlinkSync(elsewhere, join(project, 'releases/lien'));
  keep('lien/d', '2026-03-04');
  expect(found()).toEqual({ folders: ['depot/a 2026-03-01', 'lien/d 2026-03-04'], complaints: [] });
});

test('a version that is damaged, of another format or without its description is reported and left out', () => {
  keep('depot/a', '2026-03-01');
  keep('depot/b', '2026-03-02', { format: 2 });
  mkdirSync(join(project, 'releases/depot/c'));
  keep('depot/d', '2026-03-03');
  writeFileSync(join(project, 'releases/depot/d/release.json'), '{');
  const { folders, complaints } = found();
  expect(folders).toEqual(['depot/a 2026-03-01']);
  const sentence = (name: string): string =>
    strings.format('release.badReleases', { file: relative(process.cwd(), join(project, 'releases/depot', name, 'release.json')) });
  expect(complaints).toEqual(['b', 'c', 'd'].map(sentence));
});
