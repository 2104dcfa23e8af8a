import { expect, test } from 'vitest';
import { standardOf } from '../../build/model/standard.ts';

test('the web has the names and formats of 1.2', () => {
  expect((['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'] as const).map(standardOf)).toEqual(['1.2', '2004', '2004', '1.2']);
});
