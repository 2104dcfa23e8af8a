import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { differences, MOST_VERSIONS, superfluous, takenBack, type Version, Versions } from '../../../build/studio/storage/versions.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';

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

test('of one version too many the oldest goes, in whatever order they are', () => {
  const list = [version(3, 'asked'), version(1, 'before'), version(2, 'packed')];
  expect([superfluous(list, 2), superfluous(list, 0).map(({ time }) => time)]).toEqual([[version(1, 'before')], [1, 2, 3]]);
  const hours = [version(9, 'hour'), version(8, 'hour'), version(1, 'asked')];
  expect(superfluous(hours, 2)).toEqual([version(8, 'hour')]);
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

test('a file whose name ends as that of the lock is taken back', () => {
  const [one, other] = ['un', 'deux'].map((text) => files({ 'modules/a/clock.yaml': text }));
  expect([...takenBack(one ?? new Map(), other ?? new Map()).keys()]).toEqual(['modules/a/clock.yaml']);
});

test('taking it back keeps the versions that packages were compared with', () => {
  const kept = files({ 'releases/a/2026/release.json': '{}' });
  expect(takenBack(then, new Map([...then, ...kept])).size).toBe(0);
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

describe('versions in this browser', () => {
  let root: MemoryFolder;
  const at = (time: number): Date => new Date(time);

  beforeEach(() => {
    root = new MemoryFolder();
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle } });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('are listed with their reasons and packages, the newest first, and read byte by byte', async () => {
    const versions = new Versions('browser:four');
    await versions.keep(then, 'asked', [], at(1000));
    await versions.keep(now, 'packed', ['a.zip', 'b.zip'], at(3000));
    await versions.keep(now, 'hour', [], at(2000));
    const list = await versions.list();
    expect(list).toEqual([
      { time: 3000, kind: 'packed', packages: ['a.zip', 'b.zip'] },
      { time: 2000, kind: 'hour', packages: [] },
      { time: 1000, kind: 'asked', packages: [] },
    ]);
    const [, , first] = list;
    expect(first && [...(await versions.read(first))].map(([path, bytes]) => [path, [...bytes]])).toEqual(
      [...then].map(([path, bytes]) => [path, [...bytes]]),
    );
    expect(Object.keys(root.texts()).every((path) => path.startsWith('versions/browser_four/'))).toBe(true);
  });

  test('leave out what was released, which the course keeps', async () => {
    const versions = new Versions('x');
    await versions.keep(files({ 'modules/a/1.md': 'un', 'releases/a/1/release.json': '{}' }), 'asked', [], at(1));
    expect([...(await versions.read(version(1, 'asked'))).keys()]).toEqual(['modules/a/1.md']);
  });

  test('are at most twenty: what is dropped goes with the names of its packages', async () => {
    const versions = new Versions('x');
    for (let time = 1; time <= MOST_VERSIONS; time++) await versions.keep(now, 'packed', [`${time}.zip`], at(time));
    expect((await versions.list()).length).toBe(20);
    await versions.keep(now, 'packed', ['new.zip'], at(100));
    const list = await versions.list();
    expect([list.length, list[0]?.time, list.at(-1)?.time]).toEqual([20, 100, 2]);
    expect(Object.keys(root.texts()).filter((path) => path.includes('/1.packed'))).toEqual([]);
  });

  test('of another kind go first, and the names of packages are there before their version', async () => {
    const versions = new Versions('x');
    for (let time = 1; time <= MOST_VERSIONS; time++) await versions.keep(now, time === 5 ? 'hour' : 'asked', [], at(time));
    const written: string[] = [];
    root.disk.beforeClose = (path) => void written.push(path);
    await versions.keep(now, 'packed', ['a.zip'], at(100));
    expect((await versions.list()).filter(({ kind }) => kind !== 'asked')).toEqual([{ time: 100, kind: 'packed', packages: ['a.zip'] }]);
    expect(written).toEqual(['versions/x/100.packed.zip.json', 'versions/x/100.packed.zip']);
  });

  test('leave nothing without room, and the others stay', async () => {
    const versions = new Versions('x');
    await versions.keep(then, 'asked', [], at(1));
    root.disk.beforeClose = (path) => (path.endsWith('.zip') ? Promise.reject(new DOMException('', 'QuotaExceededError')) : undefined);
    await expect(versions.keep(now, 'packed', ['a.zip'], at(2))).rejects.toThrow();
    expect(Object.keys(root.texts())).toEqual(['versions/x/1.asked.zip']);
  });

  test('that a closed tab has left unfinished are not listed', async () => {
    const versions = new Versions('x');
    await versions.keep(then, 'asked', [], at(1));
    await root.put('versions/x/2.hour.zip', '');
    await root.put('versions/x/notes.zip', 'x');
    await root.put('versions/x/3.other.zip', 'x');
    expect((await versions.list()).map(({ time }) => time)).toEqual([1]);
  });

  test('name the one package that was made of them', async () => {
    const versions = new Versions('x');
    await versions.keep(then, 'packed', ['a.zip'], at(1));
    expect((await versions.list()).map(({ packages }) => packages)).toEqual([['a.zip']]);
  });

  test('have no packages if their names can’t be read', async () => {
    const versions = new Versions('x');
    await versions.keep(then, 'packed', ['a.zip'], at(1));
    await root.put('versions/x/1.packed.zip.json', '{');
    expect(await versions.list()).toEqual([version(1, 'packed')]);
  });

  test('of one course are removed together, and none of another', async () => {
    for (const id of ['browser:four', 'browser:tram']) await new Versions(id).keep(then, 'asked', [], at(1));
    await new Versions('browser:four').removeAll();
    await new Versions('browser:none').removeAll();
    await new Versions('server:été/..-1').keep(then, 'asked', [], at(1));
    expect(Object.keys(root.texts()).sort()).toEqual(['versions/browser_tram/1.asked.zip', 'versions/server__t____-1/1.asked.zip']);
  });
});
