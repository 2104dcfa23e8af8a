// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { safetyItems } from '../../../build/studio/safety/menu-items.ts';
import { t } from '../../../build/studio/strings.ts';
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
  expect([copy?.icon, versions?.icon]).toEqual(['download', 'history']);
  copy?.run();
  expect([downloaded.mock.calls.length, studio.asked.value]).toEqual([1, null]);
  versions?.run();
  expect([downloaded.mock.calls.length, studio.asked.value]).toEqual([1, 'versions']);
});
