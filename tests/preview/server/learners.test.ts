import { expect, test } from 'vitest';
import { isVersion, learners, versions } from '../../../build/preview/server/learners.ts';

test('learners have different ids, which fit an address', () => {
  expect(new Set(learners.map(({ id }) => id)).size).toBe(3);
  for (const { id, name } of learners) expect([id, name.toLowerCase()]).toEqual([encodeURIComponent(id), id]);
});

test('versions, and what is built for each', () => {
  expect(['1.2', '2004', 'toString', '1.3', ''].map(isVersion)).toEqual([true, true, false, false, false]);
  expect(versions).toEqual({ '1.2': 'scorm12', '2004': 'scorm2004-4' });
});
