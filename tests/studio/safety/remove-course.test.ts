// @vitest-environment happy-dom
import { unzipSync } from 'fflate';
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RemoveCourse } from '../../../build/studio/safety/remove-course.tsx';
import { newBrowserProject } from '../../../build/studio/storage/browser-storage.ts';
import { noteVisit, type RecentCourse, recentCourses } from '../../../build/studio/storage/recent.ts';
import { Versions } from '../../../build/studio/storage/versions.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { button, buttons, draw, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

let root: MemoryFolder;
const onDone = vi.fn();
const downloaded = vi.fn();

beforeEach(() => {
  root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
  vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
  language.value = 'en';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloaded(this.download);
  });
});
afterEach(async () => {
  await undraw();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

async function inBrowser(): Promise<RecentCourse> {
  const files = new Map([['modules/four/course.yaml', new TextEncoder().encode('id: four')]]);
  const store = await newBrowserProject('four', files);
  await noteVisit(store, { course: 'modules/four', title: 'Le four', sessions: 1 });
  await new Versions('browser:four').keep(files, 'asked', [], new Date(2026, 0, 1));
  const [course] = await recentCourses();
  if (!course) throw new Error('It is not noted.');
  return course;
}
const folder: RecentCourse = { id: 'folder:1', kind: 'folder', name: 'four', course: '', title: 'Le four', sessions: 1, opened: 1 };

test('a course of this browser is deleted with its versions, after a question', async () => {
  await draw(h(RemoveCourse, { course: await inBrowser(), onDone }));
  expect(wordsOf(document.querySelector('h2'))).toBe('Remove “Le four”?');
  expect(wordsOf(document.body)).toContain(t('storage.remove.browser'));
  expect(Object.keys(root.texts()).length).toBe(2);
  expect([buttons(), button(t('storage.remove.yes')).className]).toEqual([
    [t('close'), t('storage.download'), t('cancel'), t('storage.remove.yes')],
    expect.stringContaining('s-danger'),
  ]);
  expect(icons(document.querySelector('footer'))).toEqual(['download']);
  expect(document.querySelector('dialog')?.className).toBe('s-dialog s-narrow');
  let left: unknown;
  onDone.mockImplementationOnce(() => {
    left = root.texts();
  });
  await press(t('storage.remove.yes'));
  await vi.waitFor(() => expect(onDone.mock.calls).toEqual([[true]]));
  expect([left, await recentCourses()]).toEqual([{}, []]);
});

test('it can be downloaded first, with its files, and stays', async () => {
  const made: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  await draw(h(RemoveCourse, { course: await inBrowser(), onDone }));
  await press(t('storage.download'));
  await vi.waitFor(() => expect(downloaded).toHaveBeenCalledWith(expect.stringMatching(/^le-four-\d{4}-\d\d-\d\d-\d{4}\.zip$/)));
  const files = unzipSync(new Uint8Array((await made[0]?.arrayBuffer()) ?? []));
  expect(Object.keys(files)).toEqual(['modules/four/course.yaml']);
  expect([Object.keys(root.texts()).length, onDone.mock.calls]).toEqual([2, []]);
});

test.each(['cancel', 'close'] as const)('the author may change their mind: %s', async (key) => {
  await draw(h(RemoveCourse, { course: await inBrowser(), onDone }));
  await press(t(key));
  expect([Object.keys(root.texts()).length, onDone.mock.calls]).toEqual([2, [[false]]]);
});

test('a folder leaves the list, and nothing else is promised or offered', async () => {
  await draw(h(RemoveCourse, { course: folder, onDone }));
  expect(wordsOf(document.body)).toContain(t('storage.remove.folder'));
  expect(buttons()).toEqual([t('close'), t('cancel'), t('storage.remove.list')]);
  expect([button(t('storage.remove.list')).className, wordsOf(document.querySelector('h2'))]).toEqual([
    expect.stringContaining('s-primary'),
    'Remove “Le four”?',
  ]);
  await press(t('storage.remove.list'));
  expect(onDone.mock.calls).toEqual([[true]]);
});

test('removing a folder keeps its versions, and what this browser has under the same name', async () => {
  await inBrowser();
  await new Versions(folder.id).keep(new Map(), 'asked', [], new Date(2026, 0, 1));
  await draw(h(RemoveCourse, { course: folder, onDone }));
  await press(t('storage.remove.list'));
  expect([Object.keys(root.texts()).length, (await new Versions(folder.id).list()).length]).toEqual([3, 1]);
});
