import { expect, test } from 'vitest';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import { sourcesOf } from './facts.ts';

test('each rule names its sources', () => {
  expect(sourcesOf(resourceRules)).toEqual({
    'scorm.md 34': 'launch-elsewhere file-elsewhere address-absolute address-outside address-backslash address-query base-form',
    'scorm.md 35': 'address-encoded',
    'scorm.md 1': 'type-spelling',
    'moodle.md 27': 'type-value sco-none',
    'scorm.md 33': 'resource-href href-unlisted launch-missing file-missing file-case dependency',
    'scorm.md 3, scorm.md 33': 'resource-empty file-unlisted',
    'scorm.md 39': 'metadata-missing',
    'scorm.md 5, scorm.md 39': 'schemas-missing',
  });
});
