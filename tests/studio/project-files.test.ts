import { describe, expect, test } from 'vitest';
import { Project } from '../../build/studio/project.ts';
import { MemoryStore } from '../helpers/memory-store.ts';

async function opened(texts: Readonly<Record<string, string>>, isWanted?: (path: string) => boolean) {
  const store = new MemoryStore();
  for (const [path, text] of Object.entries(texts)) store.put(path, text);
  return { store, project: await Project.open(store, isWanted) };
}

test('files are those that are wanted, sorted by path, with their bytes', async () => {
  const { project } = await opened({ c: 'trois', b: 'deux', a: 'un' }, (path) => path !== 'b');
  project.put('B', 'deux');
  expect(project.paths).toEqual(['B', 'a', 'c']);
  expect([...project.all].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]).sort()).toEqual([
    ['B', 'deux'],
    ['a', 'un'],
    ['c', 'trois'],
  ]);
});

test('a mark at the start of a text is part of it', async () => {
  const { project } = await opened({ a: '\uFEFFun' });
  expect([project.text('a'), project.text('b'), project.bytes('b')]).toEqual(['\uFEFFun', undefined, undefined]);
});

test('a file that is removed and written again replaces the one in the store', async () => {
  const { store, project } = await opened({ a: 'un' });
  project.remove('a');
  project.put('a', 'deux');
  expect([await project.save(), store.text('a'), project.isDirty]).toEqual([[], 'deux', false]);
});

test('removing what was never saved leaves nothing to do', async () => {
  const { project } = await opened({ a: 'un' });
  project.put('b', 'deux');
  project.remove('b');
  project.remove('c');
  expect([project.isDirty, project.paths]).toEqual([false, ['a']]);
});

describe('a comparison with the store', () => {
  test('of an empty course takes what is there', async () => {
    const { store, project } = await opened({});
    expect(await project.refresh()).toEqual({ taken: [], conflicts: [] });
    store.put('a', 'un');
    expect(await project.refresh()).toEqual({ taken: ['a'], conflicts: [] });
  });

  test('leaves removed what was removed here and is the same there', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    project.remove('a');
    expect([await project.refresh(), project.paths, project.isDirty]).toEqual([{ taken: [], conflicts: [] }, ['b'], true]);
    await project.save();
    expect([...store.files.keys()]).toEqual(['b']);
  });

  test('takes nothing that is edited here while it is read there', async () => {
    const { store, project } = await opened({ a: 'un', b: 'deux' });
    store.put('a', 'UN');
    store.put('b', 'DEUX');
    const read = store.read.bind(store);
    store.read = async (path) => {
      if (path === 'a') project.put('a', 'mine');
      return read(path);
    };
    expect((await project.refresh()).taken).toEqual(['b']);
    expect([project.text('a'), project.text('b'), project.isDirty]).toEqual(['mine', 'DEUX', true]);
  });

  test('takes over what builds write, also if it was made again here', async () => {
    const { store, project } = await opened({ a: 'un', 'dist/a.zip': 'un', 'dist/b.zip': 'un' });
    for (const path of ['dist/a.zip', 'dist/b.zip']) project.put(path, 'deux');
    store.put('dist/a.zip', 'trois');
    store.files.delete('dist/b.zip');
    expect((await project.refresh()).taken).toEqual(['dist/a.zip', 'dist/b.zip']);
    expect([project.text('dist/a.zip'), project.paths, project.isDirty]).toEqual(['trois', ['a', 'dist/a.zip'], false]);
  });
});

test('a course of which everything is unsaved here and gone there is reported as gone', async () => {
  const { store, project } = await opened({ a: 'un' });
  project.put('a', 'deux');
  store.files.clear();
  await expect(project.refresh()).rejects.toMatchObject({ reason: 'gone' });
});

test('a file that changes once more while it is read is taken over as it is then', async () => {
  const { store, project } = await opened({ a: 'un' });
  store.put('a', 'deux');
  const read = store.read.bind(store);
  store.read = (path) => {
    store.put('a', 'trois');
    return read(path);
  };
  await project.refresh();
  project.put('a', 'quatre');
  expect([await project.save(), store.text('a')]).toEqual([[], 'quatre']);
});
