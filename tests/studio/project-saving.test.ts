import { expect, test } from 'vitest';
import { Project } from '../../build/studio/project.ts';
import { StoreError } from '../../build/studio/storage/store.ts';
import { MemoryStore } from '../helpers/memory-store.ts';

test('a file that is removed while it is written for the first time is removed from the store as well', async () => {
  const store = new MemoryStore();
  const project = await Project.open(store);
  project.put('a', 'un');
  store.beforeWrite = () => project.remove('a');
  expect(await project.save()).toEqual([]);
  expect([store.text('a'), project.paths, project.isDirty]).toEqual([undefined, [], false]);
});

test('a removal alone is something to save', async () => {
  const store = new MemoryStore();
  store.put('a', 'un');
  const project = await Project.open(store);
  expect(project.isDirty).toBe(false);
  project.remove('a');
  expect(project.isDirty).toBe(true);
});

test('what could not be saved is reported in the order of its files, written ones first', async () => {
  const store = new MemoryStore();
  for (const path of ['a', 'b', 'c']) store.put(path, path);
  const project = await Project.open(store);
  project.remove('a');
  project.put('b', 'deux');
  project.put('c', 'trois');
  store.write = (path) => (path === 'b' ? Promise.reject(new Error('Odd.')) : Promise.reject(new StoreError('full', path)));
  store.refuses = 'forbidden';
  expect(await project.save()).toEqual([
    { path: 'b', reason: 'gone' },
    { path: 'c', reason: 'full' },
    { path: 'a', reason: 'forbidden' },
  ]);
});

test('files are written one after the other', async () => {
  const store = new MemoryStore();
  const project = await Project.open(store);
  for (const path of ['a', 'b']) project.put(path, path);
  const steps: string[] = [];
  const write = store.write.bind(store);
  store.write = async (path, ...rest) => {
    steps.push(`begin ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    steps.push(`end ${path}`);
    return write(path, ...rest);
  };
  await project.save();
  expect(steps).toEqual(['begin a', 'end a', 'begin b', 'end b']);
});

test('a file that is changed and then removed is removed from the store, too', async () => {
  const store = new MemoryStore();
  store.put('a', 'un');
  const project = await Project.open(store);
  project.put('a', 'deux');
  project.remove('a');
  expect([await project.save(), store.text('a'), project.isDirty]).toEqual([[], undefined, false]);
});

test('of two saves that are asked for at once, the second has nothing left to write', async () => {
  const store = new MemoryStore();
  const project = await Project.open(store);
  const written: string[] = [];
  store.beforeWrite = (path) => written.push(path);
  project.put('a', 'un');
  expect([await Promise.all([project.save(), project.save()]), written]).toEqual([[[], []], ['a']]);
});
