import { expect, test } from 'vitest';
import { lookAt, OUT, ROOT } from '../../../build/studio/engine/world.ts';

test('a look at packages writes nothing, and makes no sheets', () => {
  const { progress, ...request } = lookAt(['pain', 'sel'], ['scorm12', 'web'], ['soir', '', 'nuit']);
  expect(request).toEqual({
    modules: '/project/modules',
    out: '/project/dist',
    names: ['pain', 'sel'],
    targets: ['scorm12', 'web'],
    cohorts: ['soir', 'base', 'nuit'],
    frozen: false,
    checksOnly: true,
    coursePackages: true,
    sheets: false,
  });
  expect([OUT.startsWith(`${ROOT}/`), progress.length]).toEqual([true, 0]);
});

test('the version without a cohort has a name of its own', () => {
  expect(lookAt([], [], ['', 'soir']).cohorts).toEqual(['base', 'soir']);
});
