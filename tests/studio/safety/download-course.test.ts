// @vitest-environment happy-dom
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { downloadCourse } from '../../../build/studio/safety/download-course.ts';
import { checkedAs, courseOf } from '../../helpers/checked-course.ts';
import { openStudio } from '../../helpers/open-studio.ts';
import { savedFiles } from '../../helpers/saved-files.ts';

let saved: ReturnType<typeof savedFiles>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 28, 9, 5) });
  saved = savedFiles();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a copy has everything that is in the page, saved or not, and the time is noted', async () => {
  const { studio, store } = await openStudio({ 'course.yaml': 'id: four', '1.md': '# One' });
  studio.checked.value = checkedAs(courseOf([]));
  store.refuses = 'gone';
  studio.project.put('modules/four/1.md', '# Unsaved');
  downloadCourse(studio);
  const files = Object.entries(unzipSync((await saved[0]?.bytes()) ?? new Uint8Array()));
  expect(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['modules/four/course.yaml', 'id: four'],
    ['modules/four/1.md', '# Unsaved'],
  ]);
  expect([saved.map(({ name, type }) => [name, type]), studio.copiedAt.value]).toEqual([
    [['the-oven-2026-11-28-0905.zip', 'application/zip']],
    Date.now(),
  ]);
});

test('a copy of a course that can’t be read has the name of its folder', async () => {
  const { studio } = await openStudio({ 'course.yaml': 'id: [' });
  downloadCourse(studio);
  expect(saved[0]?.name).toBe('four-2026-11-28-0905.zip');
});
