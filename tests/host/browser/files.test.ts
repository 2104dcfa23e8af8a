import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import type { Files } from '../../../build/host/host.ts';
import { nodeFiles } from '../../../build/host/node/files.ts';

const text = (files: Files, path: string): string => new TextDecoder().decode(files.read(path));
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

let files = new MemoryFiles();
beforeEach(() => {
  files = new MemoryFiles();
  files.put('/pain/course.yaml', 'id: pain');
  files.put('/pain/médias/four.jpg', new Uint8Array([1, 2, 3]));
});

/** Result of a function, or the system's code of its error. */
function outcome(look: () => unknown): unknown {
  try {
    return look();
  } catch (error) {
    return (error as { readonly code?: string }).code;
  }
}

describe('like on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-'));
  mkdirSync(join(folder, 'pain/médias'), { recursive: true });
  writeFileSync(join(folder, 'pain/course.yaml'), 'id: pain');
  writeFileSync(join(folder, 'pain/médias/four.jpg'), new Uint8Array([1, 2, 3]));

  const looks: Readonly<Record<string, (files: Files, path: string) => unknown>> = {
    facts: (all, path) => {
      const { kind, bytes: size } = all.facts(path) ?? {};
      return kind === 'file' ? [kind, size] : kind;
    },
    factsBehind: (all, path) => all.factsBehind(path)?.kind,
    list: (all, path) => all.list(path),
    read: (all, path) => text(all, path),
    head: (all, path) => [...all.head(path, 2)],
  };
  const paths = [
    'pain',
    'pain/',
    'pain/course.yaml',
    'pain/médias/../course.yaml',
    'pain//médias',
    'pain/médias/four.jpg',
    'pain/absent.md',
  ];

  test.each(Object.entries(looks))('%s', (_, look) => {
    for (const path of paths)
      expect(
        outcome(() => look(files, `/${path}`)),
        path,
      ).toEqual(outcome(() => look(nodeFiles, `${folder}/${path}`)));
  });

  test('a real path', () => {
    expect(files.realPath('/pain/médias/')).toBe('/pain/médias');
    expect(outcome(() => files.realPath('/absent'))).toBe('ENOENT');
    rmSync(folder, { recursive: true });
  });
});

test('a file has its size and the time of its change, a folder neither', () => {
  const before = Date.now();
  files.put('/pain/levain.md', 'pâte');
  const { changed = 0, ...facts } = files.facts('/pain/levain.md') ?? {};
  expect(facts).toEqual({ kind: 'file', bytes: 5 });
  expect([changed >= before, changed <= Date.now() + 10]).toEqual([true, true]);
  expect(files.facts('/pain')).toEqual({ kind: 'folder', bytes: 0, changed: 0 });
});

test('a path in another form is the same file', () => {
  files.write('/dist//a.zip', 'un');
  files.write('/dist/x/../b.zip', 'deux');
  files.writeTogether([{ path: '/dist//a.zip', data: bytes('un') }]);
  expect([files.list('/dist'), files.writtenPaths()]).toEqual([
    ['a.zip', 'b.zip'],
    ['/dist/a.zip', '/dist/b.zip'],
  ]);
  files.put('/dist//a.zip', 'trois');
  files.remove('/dist/./b.zip');
  expect([files.list('/dist'), files.writtenPaths(), files.facts('/dist/b.zip')]).toEqual([['a.zip'], [], null]);
  expect([outcome(() => files.put('/dist//', 'x')), outcome(() => files.put('/dist//a.zip/x', 'x'))]).toEqual(['EISDIR', 'ENOTDIR']);
});

test('an error names its code and its path', () => {
  expect(() => files.read('/pain/absent')).toThrow(expect.objectContaining({ message: 'ENOENT: /pain/absent', path: '/pain/absent' }));
});

test('the root lists what is in it', () => {
  expect(files.list('/')).toEqual(['pain']);
});

test('a file is replaced, and its folders are made', () => {
  files.write('/pain/course.yaml', 'id: brioche');
  files.write('/dist/pain/petrir.zip', bytes('zip'));
  expect(text(files, '/pain/course.yaml')).toBe('id: brioche');
  expect(files.list('/dist')).toEqual(['pain']);
});

test('names in a folder are sorted', () => {
  for (const name of ['c', 'a', 'b']) files.put(`/dist/${name}`, '');
  expect(files.list('/dist')).toEqual(['a', 'b', 'c']);
});

test('each change has a later time', () => {
  const times = ['un', 'deux', 'trois'].map((content) => {
    files.write('/pain/course.yaml', content);
    return files.facts('/pain/course.yaml')?.changed ?? 0;
  });
  expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
});

test('no file takes the place of a folder, none is below a file', () => {
  expect(outcome(() => files.write('/pain/médias', 'x'))).toBe('EISDIR');
  expect(outcome(() => files.write('/pain/course.yaml/x', 'x'))).toBe('ENOTDIR');
  expect(outcome(() => files.write('/pain/course.yaml/x/y/z', 'x'))).toBe('ENOTDIR');
  expect(files.writtenPaths()).toEqual([]);
});

test('several files are written, or none of them', () => {
  const together = (...paths: string[]) => outcome(() => files.writeTogether(paths.map((path) => ({ path, data: bytes('neuf') }))));
  expect(together('/pain/a.csv', '/pain/médias')).toBe('EISDIR');
  expect(files.facts('/pain/a.csv')).toBeNull();
  expect(together('/pain/a.csv', '/pain/b.csv')).toBeUndefined();
  expect(files.writtenPaths()).toEqual(['/pain/a.csv', '/pain/b.csv']);
});

test('of several files one that has its content already is left alone', () => {
  const before = files.facts('/pain/course.yaml');
  files.writeTogether([{ path: '/pain/course.yaml', data: bytes('id: pain') }]);
  expect([files.facts('/pain/course.yaml'), files.writtenPaths()]).toEqual([before, []]);
  files.writeTogether([{ path: '/pain/course.yaml', data: bytes('id: PAIN') }]);
  expect([text(files, '/pain/course.yaml'), files.writtenPaths()]).toEqual(['id: PAIN', ['/pain/course.yaml']]);
});

test('a folder goes with its last file', () => {
  files.remove('/pain/médias/four.jpg');
  expect(files.list('/pain')).toEqual(['course.yaml']);
  files.put('/pain/médias/sole.jpg', '');
  for (const none of ['/pain/absent.md', '/pain/médias', '/pain/absents/a.md']) files.remove(none);
  expect(files.list('/pain')).toEqual(['course.yaml', 'médias']);
  for (const last of ['/pain/médias/sole.jpg', '/pain/course.yaml']) files.remove(last);
  expect([files.facts('/pain'), files.facts('/')]).toEqual([null, null]);
});

test('what was written is named until it is forgotten; what was put after it or is gone is not', () => {
  for (const name of ['b', 'a', 'c', 'd']) files.write(`/dist/${name}.zip`, name);
  files.remove('/dist/c.zip');
  files.put('/dist/d.zip', 'autre');
  expect(files.writtenPaths()).toEqual(['/dist/a.zip', '/dist/b.zip']);
  files.forgetWritten();
  expect(files.writtenPaths()).toEqual([]);
});
