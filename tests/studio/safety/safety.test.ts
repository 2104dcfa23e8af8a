// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Safety } from '../../../build/studio/safety/safety.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { draw, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks, SilentChannel } from '../../helpers/memory-locks.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const TEXT = 'modules/four/1.md';
let open: OpenStudio;

beforeEach(async () => {
  const root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('here') });
  vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
  vi.stubGlobal('BroadcastChannel', SilentChannel);
  language.value = 'en';
  open = await openStudio({ '1.md': 'old', '2.md': 'old' });
  await draw(h(Safety, { studio: open.studio }));
});
afterEach(async () => {
  await undraw();
  vi.unstubAllGlobals();
});

const dialog = (): Promise<string> =>
  vi.waitFor(() => expect(document.querySelector('dialog')).not.toBeNull()).then(() => wordsOf(document.querySelector('h2')));

test('conflicts are decided in their dialog, one after the other', async () => {
  for (const path of [TEXT, 'modules/four/2.md']) {
    open.studio.edit(path, 'mine');
    open.store.put(path, 'theirs');
  }
  await open.studio.save();
  await settled();
  await press(t('storage.conflict.choose'));
  expect(await dialog()).toBe(t('storage.conflict.title', { file: '1.md' }));
  const first = document.querySelector('dialog');
  await press(t('storage.conflict.mix'));
  await vi.waitFor(() => expect(wordsOf(document.querySelector('h2'))).toBe(t('storage.conflict.title', { file: '2.md' })));
  expect(document.querySelector('dialog')).not.toBe(first);
  await press(t('storage.conflict.mix'));
  await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  await open.studio.save();
  expect([open.store.text(TEXT), open.store.text('modules/four/2.md'), document.querySelector('.s-banner')]).toEqual([
    'mine',
    'mine',
    null,
  ]);
});

test('the list of versions opens when it is asked for', async () => {
  expect(document.querySelector('dialog')).toBeNull();
  open.studio.asked.value = 'versions';
  await settled();
  expect(await dialog()).toBe(t('storage.versions'));
});

test('the list of versions waits until the name of the course is known', async () => {
  await undraw();
  const request: { result?: unknown; onsuccess?: () => void; onerror?: () => void } = {};
  vi.stubGlobal('indexedDB', { open: () => request });
  Object.assign(open.store, { handle: { isSameEntry: async () => false } });
  await draw(h(Safety, { studio: open.studio }));
  open.studio.asked.value = 'versions';
  await settled();
  expect([document.querySelectorAll('.s-safety').length, document.querySelector('.s-safety .s-note, dialog')]).toEqual([1, null]);
  request.onerror?.();
  expect(await dialog()).toBe(t('storage.versions'));
});

test('a course that is closed is no longer watched', async () => {
  await undraw();
  const looks = vi.spyOn(open.store, 'list');
  window.dispatchEvent(new Event('focus'));
  await settled();
  expect(looks).not.toHaveBeenCalled();
});

test('another course is watched in its place', async () => {
  const other = await openStudio({ '1.md': 'old' });
  const part = h('div', null, h(Safety, { studio: other.studio }));
  await act(() => render(part, document.querySelector('main') as Element));
  await settled();
  const looks = [open, other].map(({ store }) => vi.spyOn(store, 'list'));
  window.dispatchEvent(new Event('focus'));
  await settled();
  expect(looks.map(({ mock }) => mock.calls.length > 0)).toEqual([false, true]);
});
