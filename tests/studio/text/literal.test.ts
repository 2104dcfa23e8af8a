import { expect, test } from 'vitest';
import { literal } from '../../../build/studio/text/literal.ts';

test.each([...'.*+?^$', ...'{}()|[]\\', 'c++ (', 'le-four', 'é'])('%s finds itself and nothing else', (words) => {
  const pattern = new RegExp(`^${literal(words)}$`);
  expect([pattern.test(words), pattern.test(`${words}a`), pattern.test('x')]).toEqual([true, false, false]);
});
