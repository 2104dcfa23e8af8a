import { expect, test } from 'vitest';
import { differences, superfluous, takenBack, type Version } from '../../../build/studio/storage/versions.ts';

const files = (texts: Readonly<Record<string, string>>): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const version = (time: number, kind: Version['kind']): Version => ({ time, kind, packages: [] });

const then = files({ 'modules/a/1.md': 'un', 'modules/a/gone.md': 'x', 'modules/a/course.lock.yaml': '{"old"}', 'dist/build.json': '1' });
const now = files({ 'modules/a/1.md': 'Un', 'modules/a/new.md': 'y', 'modules/a/course.lock.yaml': '{"new"}', 'dist/build.json': '2' });

test('hourly versions are dropped before packages, and the oldest first', () => {
  const list = [version(1, 'packed'), version(2, 'hour'), version(3, 'packed'), version(4, 'hour'), version(5, 'asked')];
  expect(superfluous(list, 3).map(({ time }) => time)).toEqual([2, 4]);
  expect(superfluous(list, 2).map(({ time }) => time)).toEqual([2, 4, 1]);
  expect(superfluous(list, 5)).toEqual([]);
});

test('a version is compared by names and content', () => {
  expect(differences(then, now)).toEqual({
    changed: ['modules/a/1.md', 'modules/a/course.lock.yaml', 'dist/build.json'],
    added: ['modules/a/new.md'],
    removed: ['modules/a/gone.md'],
  });
});

test('taking it back changes texts, and never the lock: numbers don’t go back', () => {
  const back = takenBack(then, now);
  expect([...back.keys()].sort()).toEqual(['modules/a/1.md', 'modules/a/gone.md', 'modules/a/new.md']);
  expect(back.get('modules/a/new.md')).toBeNull();
  const without = new Map([...now].filter(([path]) => !path.endsWith('lock.yaml')));
  expect(takenBack(then, without).has('modules/a/course.lock.yaml')).toBe(true);
});

test('packages that were kept since stay', () => {
  expect(takenBack(then, new Map([...then, ...files({ 'releases/a/1/release.json': '{}' })]))).toEqual(new Map());
});

test('taking back the state before it undoes that', () => {
  const apply = (state: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, changes: ReturnType<typeof takenBack>) => {
    const next = new Map(state);
    for (const [path, bytes] of changes)
      if (bytes) next.set(path, bytes);
      else next.delete(path);
    return next;
  };
  const back = apply(now, takenBack(then, now));
  expect([...apply(back, takenBack(now, back))].sort()).toEqual([...now].sort());
});
