import { expect, it } from 'vitest';
import { shuffled } from '../../../src/player/widgets/shuffled.ts';

it('returns the same items in another order, as the random numbers say', () => {
  const list = [1, 2, 3, 4];
  expect(shuffled(list, () => 0)).toEqual([2, 3, 4, 1]);
  expect(shuffled(list, () => 0.999)).toEqual(list);
  expect([...shuffled(list)].sort()).toEqual(list);
  expect(shuffled([])).toEqual([]);
});
