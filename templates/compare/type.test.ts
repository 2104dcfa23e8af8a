import { expect, test } from 'vitest';
import { definition } from './type.ts';

test('it has points and a button only if it asks something', () => {
  const [scored, button] = [definition.scored, definition.button].map((one) => (typeof one === 'function' ? one : () => undefined));
  expect([true, false].map((asks) => [scored?.({ asks }), button?.({ asks })])).toEqual([
    [true, true],
    [false, false],
  ]);
});
