import { expect, test } from 'vitest';
import { definition } from './type.ts';

test('one statement is right or wrong as a whole, two are not', () => {
  const whole = (count: number) => definition.whole?.({ choices: Array.from({ length: count }, () => ({})) });
  expect([definition.scored, whole(1), whole(2)]).toEqual([true, true, false]);
});
