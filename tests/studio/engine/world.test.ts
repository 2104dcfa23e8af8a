import { expect, test } from 'vitest';
import { lookAt, OUT, ROOT } from '../../../build/studio/engine/world.ts';

test('a look at packages writes nothing, and makes no sheets', () => {
  const { progress, ...request } = lookAt(['pain'], ['scorm12'], []);
  expect(request).toEqual({
    modules: '/project/modules',
    out: '/project/dist',
    names: ['pain'],
    targets: ['scorm12'],
    cohorts: [],
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
