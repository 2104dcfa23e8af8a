// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watch } from '../../../build/studio/safety/watch.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks, SilentChannel } from '../../helpers/memory-locks.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const TEXT = 'modules/four/1.md';
/** Channels between the tabs, in the order in which they were made. */
const channels: SilentChannel[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  const root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('here') });
  vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
  vi.stubGlobal(
    'BroadcastChannel',
    class extends SilentChannel {
      constructor() {
        super();
        channels.push(this);
      }
    },
  );
});
afterEach(() => {
  channels.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a tab that another one asks saves, and only reads from then on', async () => {
  const { studio, store } = await openStudio({ '1.md': 'old' });
  const watch = new Watch(studio);
  await vi.advanceTimersByTimeAsync(1);
  const send = (data: unknown): void => void channels[0]?.dispatchEvent(new MessageEvent('message', { data }));
  studio.edit(TEXT, 'mine');
  send('hello');
  await vi.advanceTimersByTimeAsync(0);
  expect([store.text(TEXT), studio.readOnly.value]).toEqual(['old', false]);
  send('ask');
  await vi.advanceTimersByTimeAsync(0);
  expect([channels.length, store.text(TEXT), studio.readOnly.value]).toEqual([1, 'mine', true]);
  watch.close();
});
