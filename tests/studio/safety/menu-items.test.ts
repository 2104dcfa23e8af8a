// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { downloadCourse } from '../../../build/studio/safety/download-course.ts';
import { safetyItems } from '../../../build/studio/safety/menu-items.ts';
import { t } from '../../../build/studio/words.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const downloaded = vi.fn();

afterEach(() => {
  vi.restoreAllMocks();
  downloaded.mockClear();
});

test('the menu gives a copy of the course, and its versions', async () => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(downloaded);
  const { studio } = await openStudio({ 'course.yaml': 'id: four' });
  const [copy, versions, ...others] = safetyItems(studio);
  expect([copy?.label, versions?.label, others]).toEqual([t('storage.download'), t('storage.versions'), []]);
  copy?.run();
  expect([downloaded.mock.calls.length, studio.asked.value]).toEqual([1, null]);
  versions?.run();
  expect([downloaded.mock.calls.length, studio.asked.value]).toEqual([1, 'versions']);
});

test('a copy has the title of the course, as far as it could be read, and the time is noted', async () => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloaded(this.download.replace(/-\d.*/, ''));
  });
  const { studio } = await openStudio({ 'course.yaml': 'id: four' });
  downloadCourse(studio);
  studio.checked.value = { ...studio.checked.value, course: { title: 'Le pain' } as never };
  downloadCourse(studio);
  expect(downloaded.mock.calls).toEqual([['four'], ['le-pain']]);
  expect(Date.now() - studio.copiedAt.value).toBeLessThan(10_000);
});
