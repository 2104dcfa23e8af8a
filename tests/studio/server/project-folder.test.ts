import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FolderRefusal, ProjectFolder } from '../../../build/studio/server/project-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-project-folder-'));
const project = join(root, 'project');
const YAML = 'modules/four/course.yaml';
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder: ProjectFolder;

beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  put(YAML, 'id: four');
  folder = new ProjectFolder(project);
});
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(join(project, path, '..'), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** Runs a task that is refused; returns why. */
function refusal(task: () => unknown): unknown {
  try {
    task();
  } catch (error) {
    if (error instanceof FolderRefusal) return error.refusal;
    throw error;
  }
  return 'not refused';
}

test('two folders of one name have ids of their own, which show no path', () => {
  mkdirSync(join(root, 'other/project'), { recursive: true });
  const [one, again, other] = [folder.id, new ProjectFolder(join(project, '.')).id, new ProjectFolder(join(root, 'other/project')).id];
  expect([one === again, one === other, one]).toEqual([true, false, expect.stringMatching(/^[0-9a-f]{16}$/)]);
  symlinkSync(project, join(root, 'link'));
  expect(new ProjectFolder(join(root, 'link')).id).toBe(one);
});

describe('the list', () => {
  test('has the files of the courses with their stamps', () => {
    put('modules/four/assets/a b.svg', '<svg/>');
    put('dist/build.json', '{}');
    for (const path of [
      'README.md',
      'modules/four/.git/config',
      'modules/node_modules/a.md',
      'dist/four/1.zip',
      'notes/a.md',
      'modules/four/a:b.md',
    ])
      put(path, 'x');
    expect({ ...folder.list() }).toEqual({
      [YAML]: sha('id: four'),
      'modules/four/assets/a b.svg': sha('<svg/>'),
      'dist/build.json': sha('{}'),
    });
  });

  test('has neither links nor what is behind them', () => {
    mkdirSync(join(root, 'outside'), { recursive: true });
    writeFileSync(join(root, 'outside/secret.md'), 'secret');
    symlinkSync(join(root, 'outside/secret.md'), join(project, 'modules/four/a.md'));
    symlinkSync(join(root, 'outside'), join(project, 'modules/four/assets'));
    expect(Object.keys(folder.list())).toEqual([YAML]);
  });

  test('reads a file again if its size or its time has changed', () => {
    const first = folder.list()[YAML];
    const write = (text: string, day: number): string | undefined => {
      put(YAML, text);
      utimesSync(join(project, YAML), new Date(2026, 0, day), new Date(2026, 0, day));
      return folder.list()[YAML];
    };
    expect([first, write('id: four', 1), write('id: gare', 1), write('id: gare', 2), write('id: gares', 2)]).toEqual(
      ['id: four', 'id: four', 'id: four', 'id: gare', 'id: gares'].map(sha),
    );
  });

  test('has names of no object', () => {
    expect(Object.getPrototypeOf(folder.list())).toBeNull();
  });

  test('fails if the project is gone', () => {
    rmSync(project, { recursive: true });
    expect(() => folder.list()).toThrow();
  });
});

describe('a file', () => {
  test('is read with its stamp; one that is missing is refused', () => {
    expect(folder.read(YAML)).toEqual({ bytes: bytes('id: four'), stamp: sha('id: four') });
    expect(refusal(() => folder.read('modules/four/none.md'))).toBe('missing');
    folder.list();
    put(YAML, 'id: gare');
    expect(folder.read(YAML).stamp).toBe(sha('id: gare'));
  });

  test('replaces the expected version only', () => {
    expect(folder.write(YAML, bytes('id: four'), null)).toBe(sha('id: four'));
    expect(folder.write(YAML, bytes('id: pain'), sha('id: four'))).toBe(sha('id: pain'));
    expect(folder.list()[YAML]).toBe(sha('id: pain'));
    expect([refusal(() => folder.write(YAML, bytes('x'), sha('id: four'))), refusal(() => folder.write(YAML, bytes('x'), null))]).toEqual([
      'changed',
      'changed',
    ]);
    expect(refusal(() => folder.write('modules/four/new.md', bytes('x'), sha('y')))).toBe('changed');
    expect([readFileSync(join(project, YAML), 'utf8'), existsSync(join(project, 'modules/four/new.md'))]).toEqual(['id: pain', false]);
  });

  test('is made with its folders', () => {
    expect(folder.write('modules/four/assets/deep/a.txt', bytes('un'), null)).toBe(sha('un'));
    expect(readFileSync(join(project, 'modules/four/assets/deep/a.txt'), 'utf8')).toBe('un');
  });

  test('is removed if it is the expected version; one that is gone already is no mistake', () => {
    expect(refusal(() => folder.remove(YAML, sha('x')))).toBe('changed');
    folder.remove(YAML, sha('id: four'));
    folder.remove(YAML, sha('id: four'));
    expect(existsSync(join(project, YAML))).toBe(false);
  });

  test('isn’t replaced if another program has changed it at the same size and time', () => {
    const time = new Date(2026, 0, 1);
    utimesSync(join(project, YAML), time, time);
    folder.list();
    const other = new ProjectFolder(project);
    other.list();
    put(YAML, 'id: gare');
    utimesSync(join(project, YAML), time, time);
    expect(refusal(() => folder.write(YAML, bytes('id: pain'), sha('id: four')))).toBe('changed');
    expect(refusal(() => other.remove(YAML, sha('id: four')))).toBe('changed');
    expect(readFileSync(join(project, YAML), 'utf8')).toBe('id: gare');
    expect(folder.list()[YAML]).toBe(sha('id: gare'));
  });
});

test.each([
  '',
  'course.yaml',
  'modules',
  '../outside.md',
  'modules/../../outside.md',
  'modules/./four/a.md',
  'modules//a.md',
  '/etc/passwd',
  'modules/four/a.md.',
  'modules/four/a.md ',
  'modules/four/a:b.md',
  'modules\\four\\a.md',
  'modules/four/a\u0000.md',
  'modules/four/.git/config',
  'dist/four/1.zip',
  'notes/a.md',
])('a path that is no file of a course is refused: %j', (path) => {
  expect([
    refusal(() => folder.read(path)),
    refusal(() => folder.write(path, bytes('x'), null)),
    refusal(() => folder.remove(path, 'x')),
  ]).toEqual(['path', 'path', 'path']);
});

test('a link is neither followed nor replaced, as a file or on the way to one', () => {
  mkdirSync(join(root, 'outside'), { recursive: true });
  writeFileSync(join(root, 'outside/secret.md'), 'secret');
  symlinkSync(join(root, 'outside/secret.md'), join(project, 'modules/four/a.md'));
  symlinkSync(join(root, 'outside'), join(project, 'modules/four/assets'));
  for (const path of ['modules/four/a.md', 'modules/four/assets/secret.md', 'modules/four/assets/new.md', `${YAML}/a.md`]) {
    expect([path, refusal(() => folder.read(path)), refusal(() => folder.write(path, bytes('x'), null))]).toEqual([path, 'path', 'path']);
    expect(refusal(() => folder.remove(path, sha('secret')))).toBe('path');
  }
  expect(readFileSync(join(root, 'outside/secret.md'), 'utf8')).toBe('secret');
});
