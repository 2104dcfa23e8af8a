import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMessage } from '../../../build/studio/safety/open-message.ts';
import { CourseZipError } from '../../../build/studio/storage/course-zip-error.ts';
import { StoreError } from '../../../build/studio/storage/store.ts';
import { language, t } from '../../../build/studio/strings.ts';

beforeEach(() => {
  language.value = 'en';
});
afterEach(() => {
  language.value = 'fr';
});

test.each([
  ['zip-not', 'zip.not'],
  ['zip-broken', 'zip.broken'],
  ['zip-content', 'zip.broken'],
  ['zip-split', 'zip.broken'],
  ['zip-method', 'zip.broken'],
  ['zip-encrypted', 'zip.encrypted'],
  ['zip-entries', 'zip.tooMany'],
  ['too-many', 'zip.tooMany'],
  ['too-large', 'zip.tooLarge'],
  ['no-course', 'zip.noCourse'],
  ['package', 'zip.package'],
  ['zip-outside', 'zip.hostile'],
  ['zip-link', 'zip.hostile'],
  ['zip-bomb', 'zip.hostile'],
] as const)('a zip is refused in words: %s', (reason, key) => {
  expect(openMessage(new CourseZipError(reason, '../a.md'))).toBe(t(key, { item: '../a.md' }));
});

test('a zip that may do harm is refused with the name of the file', () => {
  expect(openMessage(new CourseZipError('zip-outside', '../a.md'))).toContain('“../a.md”');
});

test.each([
  ['full', 'storage.full'],
  ['forbidden', 'storage.forbidden.folder'],
  ['gone', 'storage.gone.folder'],
  ['changed', 'storage.gone.folder'],
] as const)('a store that can’t be used is explained: %s', (reason, key) => {
  expect(openMessage(new StoreError(reason, 'a'))).toBe(t(key));
});

test('another error has no words of its own', () => {
  expect([openMessage(new Error('full')), openMessage('full'), openMessage(undefined)]).toEqual(['', '', '']);
});
