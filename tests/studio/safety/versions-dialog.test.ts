// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VersionsDialog } from '../../../build/studio/safety/versions-dialog.tsx';
import type { Watch } from '../../../build/studio/safety/watch.ts';
import { Versions } from '../../../build/studio/storage/versions.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { buttons, draw, looks, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const TEXT = 'modules/four/1.md';
const LOCK = 'modules/four/course.lock.yaml';
let open: OpenStudio;
let versions: Versions;
let isFull: boolean;
let clock: number;

beforeEach(async () => {
  const root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, language: 'en' });
  language.value = 'en';
  isFull = false;
  clock = new Date(2026, 10, 28, 9, 5).getTime();
  open = await openStudio({ '1.md': 'old', 'gone.md': 'x', 'course.lock.yaml': '1' });
  versions = new Versions('browser:four');
});
afterEach(async () => {
  await undraw();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

/** Keeps a version as the watch does, a minute after the one before. */
const keepVersion = vi.fn(async (kind: 'asked' | 'before' | 'packed' | 'hour', packages: readonly string[] = []) => {
  if (isFull) return false;
  clock += 60_000;
  await versions.keep(open.studio.project.all, kind, packages, new Date(clock));
  return true;
});

async function shown(): Promise<void> {
  await draw(h(VersionsDialog, { studio: open.studio, watch: { keepVersion } as unknown as Watch, versions }));
}
const rows = (): readonly string[] => [...document.querySelectorAll('li')].map((row) => wordsOf(row.querySelector('strong')));
const times = (): readonly string[] => [...document.querySelectorAll('.s-versions-time')].map(wordsOf);

test('without a version says so, and keeps one when it is asked to', async () => {
  await shown();
  expect(wordsOf(document.body)).toContain(t('storage.versions.none'));
  await press(t('storage.versions.now'));
  expect([keepVersion.mock.calls, rows()]).toEqual([[['asked']], [t('storage.versions.asked')]]);
  expect(wordsOf(document.body)).not.toContain(t('storage.versions.none'));
});

test('versions are listed with time and reason, the last one first', async () => {
  await keepVersion('hour');
  await keepVersion('packed', ['a.zip', 'b.zip']);
  await keepVersion('before');
  await shown();
  expect(rows()).toEqual([
    t('storage.versions.before'),
    t('storage.versions.packed', { names: 'a.zip, b.zip' }),
    t('storage.versions.hour'),
  ]);
  expect(times()).toEqual(['November 28, 2026 at 9:08 AM', 'November 28, 2026 at 9:07 AM', 'November 28, 2026 at 9:06 AM']);
  expect(buttons().filter((name) => name.startsWith(t('storage.versions.restore')))[2]).toBe(
    'Take back, Version of November 28, 2026 at 9:06 AM',
  );
  expect(looks()).toEqual(['quiet only-icon x', 'plain save', ...Array(6).fill('quiet')]);
});

test('a version is compared with now', async () => {
  await keepVersion('asked');
  await shown();
  await press(/^Compare/);
  expect(output('status')).toEqual([t('storage.versions.same')]);
  open.studio.edit(TEXT, 'new');
  open.studio.edit(LOCK, '2');
  open.studio.edit('modules/four/more.md', 'y');
  open.studio.edit('dist/build.json', '{}');
  open.studio.remove('modules/four/gone.md');
  await press(/^Compare/);
  expect([...document.querySelectorAll('.s-versions-lines p')].map(wordsOf)).toEqual([
    t('storage.versions.changed', { files: '1.md, course.lock.yaml' }),
    t('storage.versions.added', { files: 'more.md' }),
    t('storage.versions.removed', { files: 'gone.md' }),
  ]);
});

test('a comparison stands below its own version, until one is taken back', async () => {
  await keepVersion('asked');
  open.studio.edit(TEXT, 'new');
  await keepVersion('hour');
  await shown();
  await press(/^Compare.* 9:06/);
  const lines = (): readonly string[] => [...document.querySelectorAll('.s-versions-lines')].map(wordsOf);
  expect(lines()).toEqual(['', t('storage.versions.changed', { files: '1.md' })]);
  await press(/^Take back.* 9:06/);
  expect([lines(), open.studio.project.text(TEXT)]).toEqual([['', '', ''], 'old']);
});

test('a version is taken back except for the lock, after one of now was kept, and that is undone', async () => {
  await keepVersion('asked');
  open.studio.edit(TEXT, 'new');
  open.studio.edit(LOCK, '2');
  open.studio.remove('modules/four/gone.md');
  await shown();
  await press(/^Take back/);
  const texts = (): unknown => [TEXT, LOCK, 'modules/four/gone.md'].map((path) => open.studio.project.text(path));
  expect([texts(), rows()]).toEqual([
    ['old', '2', 'x'],
    [t('storage.versions.before'), t('storage.versions.asked')],
  ]);
  expect(output('status')).toEqual([t('storage.versions.restored', { time: 'November 28, 2026 at 9:06 AM' })]);
  await press(t('storage.versions.undo'));
  expect(texts()).toEqual(['new', '2', undefined]);
});

test('without room for a way back, nothing is taken back', async () => {
  await keepVersion('asked');
  open.studio.edit(TEXT, 'new');
  await shown();
  isFull = true;
  await press(/^Take back/);
  expect([open.studio.project.text(TEXT), output('status'), buttons().includes(t('storage.versions.undo'))]).toEqual(['new', [], false]);
});

test('a tab that only reads compares, and takes nothing back', async () => {
  await keepVersion('asked');
  open.studio.readOnly.value = true;
  await shown();
  const off = [...document.querySelectorAll('button')].filter(({ disabled }) => disabled).map(wordsOf);
  expect(off).toEqual([t('storage.versions.restore')]);
});

test('closing ends the question', async () => {
  open.studio.asked.value = 'versions';
  await shown();
  await press(t('close'));
  await settled();
  expect(open.studio.asked.value).toBeNull();
});
