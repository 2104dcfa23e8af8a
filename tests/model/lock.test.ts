import { expect, test } from 'vitest';
import { AT_LOCK, LOCK_FILE } from '../../build/model/lock.ts';

// Locks lie in authors' courses under this name: another one would lose every number.
test('the lock has the name that it always had, and is reported at its first character', () => {
  expect([LOCK_FILE, AT_LOCK]).toEqual(['course.lock.yaml', { file: 'course.lock.yaml', line: 1, column: 1 }]);
});
