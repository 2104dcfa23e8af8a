import { describe, expect, test } from 'vitest';
import { Project } from '../../build/studio/project.ts';
import { MemoryStore } from '../helpers/memory-store.ts';

async function opened(texts: Readonly<Record<string, string>>): Promise<{ store: MemoryStore; project: Project }> {
  const store = new MemoryStore();
  for (const [path, text] of Object.entries(texts)) store.put(path, text);
  return { store, project: await Project.open(store) };
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('saving', () => {
  test('writes changed files only, and removes removed ones', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux', c: 'trois' });
    const written: string[] = [];
    store.beforeWrite = (path) => written.push(path);
    project.put('a', 'Un');
    expect(project.isDirty).toBe(true);
    project.remove('b');
    expect(await project.save()).toEqual([]);
    expect([written, store.text('a'), store.files.has('b'), project.isDirty]).toEqual([['a'], 'Un', false, false]);
  });

  test('and looking at the store take turns: a new file is not removed by a look that began before', async () => {
    const { store, project } = await opened({ a: 'un' });
    const list = store.list.bind(store);
    store.list = async () => {
      const listed = await list();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return listed;
    };
    const looking = project.refresh();
    project.put('b', 'deux');
    const failed = await project.save();
    expect([failed, await looking]).toEqual([[], { taken: [], conflicts: [] }]);
    expect([store.text('b'), project.text('b'), project.isDirty]).toEqual(['deux', 'deux', false]);
  });

  test('keeps what is typed while it runs', async () => {
    const { store, project } = await opened({ a: 'un' });
    project.put('a', 'deux');
    store.beforeWrite = () => project.put('a', 'trois');
    await project.save();
    expect([store.text('a'), project.text('a'), project.isDirty]).toEqual(['deux', 'trois', true]);
    store.beforeWrite = () => {};
    await project.save();
    expect([store.text('a'), project.isDirty]).toEqual(['trois', false]);
  });

  test.each(['full', 'forbidden', 'gone'] as const)(
    'keeps text and reports it where the store is %s, and saves it later',
    async (reason) => {
      const { store, project } = await opened({ a: 'un' });
      project.put('a', 'deux');
      if (reason === 'full') store.room = 3;
      else store.refuses = reason;
      expect(await project.save()).toEqual([{ path: 'a', reason }]);
      expect([project.text('a'), project.isDirty, store.text('a')]).toEqual(['deux', true, 'un']);
      store.room = 100;
      store.refuses = null;
      expect(await project.save()).toEqual([]);
      expect(store.text('a')).toBe('deux');
    },
  );

  test('writes again a file that comes back while it is being removed', async () => {
    const { store, project } = await opened({ a: 'un' });
    const remove = store.remove.bind(store);
    store.remove = (path, expected) => {
      project.put('a', 'deux');
      return remove(path, expected);
    };
    project.remove('a');
    await project.save();
    expect([store.text('a'), project.text('a'), project.isDirty]).toEqual([undefined, 'deux', true]);
    expect(await project.save()).toEqual([]);
    expect([store.text('a'), project.isDirty]).toEqual(['deux', false]);
  });

  test('saves the other files if one is refused, and goes on after a failure that nobody expects', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    store.beforeWrite = (path) => {
      if (path === 'a') throw new TypeError('odd');
    };
    project.put('a', 'A');
    project.put('b', 'B');
    expect(await project.save()).toEqual([{ path: 'a', reason: 'gone' }]);
    expect(store.text('b')).toBe('B');
    store.beforeWrite = () => {};
    expect(await project.save()).toEqual([]);
  });

  test('overwrites nothing that has changed outside', async () => {
    const { store, project } = await opened({ a: 'un' });
    store.put('a', 'elsewhere');
    project.put('a', 'here');
    expect(await project.save()).toEqual([{ path: 'a', reason: 'changed' }]);
    expect(store.text('a')).toBe('elsewhere');
  });
});

describe('a change that is taken back', () => {
  test('leaves the file as it was, with nothing to save', async () => {
    const { store, project } = await opened({ a: 'un' });
    project.put('a', 'deux');
    project.putBack('a', bytes('un'));
    expect([project.text('a'), project.isDirty]).toEqual(['un', false]);
    store.put('a', 'UN');
    expect([await project.refresh(), project.text('a')]).toEqual([{ taken: ['a'], conflicts: [] }, 'UN']);
  });

  test('of a file that was never saved leaves what is to be saved, or no file', async () => {
    const { store, project } = await opened({});
    project.put('a', 'deux');
    project.putBack('a', bytes('un'));
    expect([project.text('a'), project.isDirty]).toEqual(['un', true]);
    project.put('b', 'trois');
    project.putBack('b', undefined);
    await project.save();
    expect([project.text('b'), project.paths, [...store.files.keys()]]).toEqual([undefined, ['a'], ['a']]);
  });
});

describe('a store that something else has changed', () => {
  test('gives what is new, changed and gone, and leaves what is unsaved here', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux', c: 'trois', d: 'quatre' });
    project.put('c', 'mine');
    project.put('d', 'mine');
    store.put('a', 'UN');
    store.put('c', 'theirs');
    store.files.delete('b');
    store.files.delete('d');
    store.put('e', 'cinq');
    const { taken, conflicts } = await project.refresh();
    expect([...taken].sort()).toEqual(['a', 'b', 'e']);
    expect([...conflicts].sort()).toEqual(['c', 'd']);
    expect(['a', 'b', 'c', 'd', 'e'].map((path) => project.text(path))).toEqual(['UN', undefined, 'mine', 'mine', 'cinq']);
    expect(await project.refresh()).toEqual({ taken: [], conflicts: ['c', 'd'] });
  });

  test('waits for a save that runs', async () => {
    const { project } = await opened({ a: 'un' });
    project.put('a', 'deux');
    const [, found] = await Promise.all([project.save(), project.refresh()]);
    expect(found).toEqual({ taken: [], conflicts: [] });
  });

  test('takes nothing that is changed and saved from here while it lists', async () => {
    const { store, project } = await opened({ a: 'un' });
    const list = store.list.bind(store);
    const saves: Promise<readonly unknown[]>[] = [];
    store.list = async () => {
      const listed = await list();
      project.put('a', 'deux');
      project.put('dist/b', 'trois');
      saves.push(project.save());
      return listed;
    };
    expect(await project.refresh()).toEqual({ taken: [], conflicts: [] });
    expect(await Promise.all(saves)).toEqual([[]]);
    expect([project.text('a'), project.text('dist/b'), store.text('a')]).toEqual(['deux', 'trois', 'deux']);
  });

  test('finds no conflict with what is saved from here while it lists, and typed again meanwhile', async () => {
    const { store, project } = await opened({ a: 'un' });
    const list = store.list.bind(store);
    store.list = async () => {
      const listed = await list();
      project.put('a', 'deux');
      store.beforeWrite = () => project.put('a', 'trois');
      void project.save();
      return listed;
    };
    expect(await project.refresh()).toEqual({ taken: [], conflicts: [] });
    expect([project.text('a'), project.isDirty, store.text('a')]).toEqual(['trois', true, 'deux']);
  });

  test('brings back a file that was removed here and has changed there', async () => {
    const { store, project } = await opened({ a: 'un' });
    project.remove('a');
    store.put('a', 'newer');
    expect(await project.save()).toEqual([{ path: 'a', reason: 'changed' }]);
    expect((await project.refresh()).taken).toEqual(['a']);
    expect([project.text('a'), project.isDirty, store.text('a')]).toEqual(['newer', false, 'newer']);
  });

  test('leaves all texts here if nothing of the course is left there', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    store.files.clear();
    store.put('another', 'course');
    await expect(project.refresh()).rejects.toMatchObject({ reason: 'gone' });
    expect(project.paths).toEqual(['a', 'b']);
  });

  test('changes nothing here while it can’t be read', async () => {
    const { store, project } = await opened({ a: 'un' });
    store.refuses = 'gone';
    await expect(project.refresh()).rejects.toMatchObject({ reason: 'gone' });
    expect(project.text('a')).toBe('un');
  });
});

test('a text of an old program keeps its bytes until it is edited, and its accents then', async () => {
  const { store } = await opened({});
  store.files.set('a', Uint8Array.of(0xe9, 0x74, 0xe9));
  const project = await Project.open(store);
  expect(project.text('a')).toBe('été');
  expect([...(project.bytes('a') ?? [])]).toEqual([0xe9, 0x74, 0xe9]);
  project.put('a', `${project.text('a')} !`);
  await project.save();
  expect(store.text('a')).toBe('été !');
});

describe('a conflict', () => {
  test('is decided for mine, even if theirs was removed', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    project.put('a', 'mine');
    project.put('b', 'mine');
    store.put('a', 'theirs');
    store.files.delete('b');
    for (const path of ['a', 'b']) project.keepMine(path, { bytes: bytes('mixed'), over: (await project.theirs(path))?.stamp ?? null });
    expect(await project.save()).toEqual([]);
    expect([store.text('a'), store.text('b')]).toEqual(['mixed', 'mixed']);
  });

  test('is not decided over a version that nobody has seen', async () => {
    const { store, project } = await opened({ a: 'un' });
    project.put('a', 'mine');
    store.put('a', 'theirs');
    const shown = await project.theirs('a');
    store.put('a', 'theirs again');
    project.keepMine('a', { bytes: bytes('mine'), over: shown?.stamp ?? null });
    expect(await project.save()).toEqual([{ path: 'a', reason: 'changed' }]);
    expect([store.text('a'), project.text('a')]).toEqual(['theirs again', 'mine']);
  });

  test('is decided for theirs', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    project.put('a', 'mine');
    project.put('b', 'mine');
    store.put('a', 'theirs');
    store.files.delete('b');
    expect(new TextDecoder().decode((await project.theirs('a'))?.bytes)).toBe('theirs');
    expect(await project.theirs('b')).toBeNull();
    for (const path of ['a', 'b']) await project.takeTheirs(path);
    expect([project.text('a'), project.text('b'), project.isDirty]).toEqual(['theirs', undefined, false]);
  });
});
