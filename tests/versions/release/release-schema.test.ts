import { expect, test } from 'vitest';
import { releaseSchema } from '../../../build/versions/release/release-schema.ts';

const file = { file: 'a/b.zip', target: 'scorm12', content: '0af', sha256: '', sha1: '9', sheets: ['a/b.csv'] };
const release = (more: object = {}, own: object = {}) => ({
  format: 1,
  course: 'depot',
  title: 'Au dépôt',
  cartable: '1.0.0',
  digest: 'abc',
  date: '2026-11-28',
  moment: '2026-11-28T10:00:00Z',
  packages: [{ ...file, ...own }],
  ...more,
});

test('a description of a version', () => {
  expect(releaseSchema.parse(release())).toEqual(release());
  const full = release({ note: 'Avant' }, { module: 'rames', cohort: 'soir' });
  expect(releaseSchema.parse(full)).toEqual(full);
});

test.each(['a.zip', 'été/a b.zip', '..a/b', 'a../b', 'a/...', '.a'])('a file may be “%s”', (name) => {
  expect(releaseSchema.safeParse(release({}, { file: name, sheets: [name] })).success).toBe(true);
});

test.each(['', '/a', '..', '../a', 'a/../b', 'a/..', 'a\\b', 'c:a'])('no file may be “%s”: it leads elsewhere', (name) => {
  expect(releaseSchema.safeParse(release({}, { file: name })).success).toBe(false);
  expect(releaseSchema.safeParse(release({}, { sheets: [name] })).success).toBe(false);
});

test.each([
  [{ format: 2 }],
  [{ digest: 'xyz' }],
  [{ digest: 'ABC' }],
  [{ digest: 'abc/' }],
  [{ note: undefined }],
  [{ more: 1 }],
  [{ packages: [{ ...file, more: 1 }] }],
  [{ packages: [{ ...file, target: 'scorm13' }] }],
  [{ packages: [{ ...file, sha256: 'g' }] }],
  [{ packages: [{ ...file, sha1: ' ' }] }],
  [{ packages: [{ ...file, content: '-' }] }],
  [{ packages: [{ ...file, cohort: undefined }] }],
])('%j is refused', (more) => {
  expect(releaseSchema.safeParse(release(more)).success).toBe(false);
});
