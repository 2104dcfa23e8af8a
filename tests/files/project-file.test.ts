import { expect, test } from 'vitest';
import { isProjectFile, isProjectFolder } from '../../build/files/project-file.ts';

test.each([
  ['modules/a/course.yaml', true],
  ['types/quick/type.json', true],
  ['releases/a/2026-11-28-d6f75e2e/release.json', true],
  ['releases/a/2026-11-28-d6f75e2e/lyon/a.scorm12.zip', true],
  ['dist/build.json', true],
  ['dist/a/course.lock.yaml', true],
  ['dist/a/a.scorm12.zip', false],
  ['modules/a/.DS_Store', false],
  ['modules/a/desktop.ini', false],
  ['modules/Thumbs.db/a.md', false],
  ['modules/__MACOSX/a.md', false],
  ['modules/node_modules/a.md', false],
  ['dist/a/cohort.yml', true],
  ['dist/a/build.json', true],
  ['dist/a/rebuild.json', false],
  ['dist/a/build.json.bak', false],
  ['modules', false],
  ['README.md', false],
  ['node_modules/a/b.md', false],
])('%s belongs to the courses of a project: %s', (path, isOne) => {
  expect(isProjectFile(path)).toBe(isOne);
});

test('folders are read if files of courses may be in them', () => {
  expect(['modules/a', 'releases/a', 'types', 'dist/a', 'docs', 'modules/.git', 'a/modules', ''].map(isProjectFolder)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false, false],
  ]);
});
