// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/course/course-view.tsx';
import '../../../build/studio/prepare/prepare-view.tsx';
import '../../../build/studio/results/results-view.tsx';
import '../../../build/studio/ui/write.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { View } from '../../../build/studio/studio.ts';
import { VIEWS } from '../../../build/studio/ui/views.tsx';
import { draw, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

beforeEach(() => {
  language.value = 'en';
});
afterEach(undraw);

test.each([
  ['write', 'p', 'write.empty'],
  ['course', 'h1', 'course.sessions'],
  ['results', 'h1', 'results.title'],
  ['prepare', 'h1', 'prepare.title'],
] as const)('shows the view of a course: %s', async (view: View, tag, key) => {
  const { studio } = await openStudio({ 'course.yaml': 'id: four\ntitle: Four\n' });
  await draw(h(VIEWS[view], { studio, settings: {} as never, onImport: () => {} }));
  expect(wordsOf(document.querySelector(`main ${tag}`))).toContain(t(key as never));
});

test('there is one for each that the bar names', () => {
  expect(Object.keys(VIEWS)).toEqual(['write', 'course', 'results', 'prepare']);
});

test('a course that is expected loads its view, and is no error if that fails', async () => {
  const load = vi.fn(() => {
    throw new Error('offline');
  });
  vi.doMock('../../../build/studio/ui/write.tsx', load);
  vi.resetModules();
  const fresh = await import('../../../build/studio/ui/views.tsx');
  const failed = vi.fn();
  process.on('unhandledRejection', failed);
  fresh.expectCourse();
  await vi.dynamicImportSettled();
  await settled();
  process.off('unhandledRejection', failed);
  vi.doUnmock('../../../build/studio/ui/write.tsx');
  expect([load.mock.calls.length, failed.mock.calls.length]).toEqual([1, 0]);
});
