import { expect, test } from 'vitest';
import { notPacked } from '../../../build/studio/storage/not-packed.ts';
import { t } from '../../../build/studio/strings.ts';

test('without a saved lock there is an error at its file, and no package', () => {
  const { problems, files, packages, made } = notPacked('modules/four/course.lock.yaml');
  expect([files.size, packages, made]).toEqual([0, [], []]);
  expect(problems).toEqual([
    {
      severity: 'error',
      code: 'lock-not-saved',
      path: 'modules/four/course.lock.yaml',
      line: 1,
      column: 1,
      values: {},
      problem: t('storage.notPacked'),
      write: t('storage.notPacked.write'),
    },
  ]);
});
