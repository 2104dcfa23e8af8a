import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readEntries, removeEntry, writeEntry } from '../../../build/studio/storage/database.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';

let databases: MemoryDatabases;

beforeEach(() => {
  databases = new MemoryDatabases();
  vi.stubGlobal('indexedDB', databases.factory);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('entries are kept under their ids: a later one replaces an earlier one', async () => {
  expect(await readEntries()).toEqual([]);
  await writeEntry({ id: 'four' });
  await writeEntry({ id: 'tram' });
  await writeEntry({ id: 'four', ...{ title: 'Le four' } });
  expect(await readEntries()).toEqual([{ id: 'four', title: 'Le four' }, { id: 'tram' }]);
  await removeEntry('four');
  expect(await readEntries()).toEqual([{ id: 'tram' }]);
  expect([...databases.entries].map(([name, stores]) => [name, [...stores.keys()]])).toEqual([['cartable-studio', ['recent']]]);
});

test.each(['open', 'ask'] as const)('a failure is passed on, and leaves no database open: %s', async (refuses) => {
  databases.refuses = refuses;
  for (const task of [() => readEntries(), () => writeEntry({ id: 'four' }), () => removeEntry('four')])
    await expect(task()).rejects.toThrow('Refused.');
  expect(databases.open).toBe(0);
});

test('its version stays 1: a browser makes nothing anew for a version that it has', async () => {
  await readEntries();
  expect([...databases.versions]).toEqual([['cartable-studio', 1]]);
});
