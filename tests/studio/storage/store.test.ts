import { expect, test } from 'vitest';
import { StoreError } from '../../../build/studio/storage/store.ts';

test('a failure of a store names its reason and its file, and keeps what the browser has thrown', () => {
  const cause = new DOMException('', 'QuotaExceededError');
  const error = new StoreError('full', 'modules/four/1.md', cause);
  expect([error.reason, error.path, error.message, error.cause]).toEqual(['full', 'modules/four/1.md', 'full: modules/four/1.md', cause]);
  expect(error).toBeInstanceOf(Error);
});
