import { expect, test } from 'vitest';
import { mapItems, mapMembers } from '../../build/model/map-members.ts';

const loaf = Object.freeze({ farine: 'seigle', sel: 8, levain: [1, 2] });
const twice = (item: unknown): unknown => (typeof item === 'number' ? 2 * item : item);

test('unchanged members are returned as they are, and the data is not modified', () => {
  expect(mapMembers(loaf, (_, member) => member)).toBe(loaf);
  expect(mapItems(loaf.levain, (item) => item)).toBe(loaf.levain);
  expect(mapMembers(loaf, (_, member) => twice(member))).toEqual({ farine: 'seigle', sel: 16, levain: [1, 2] });
  expect(mapItems(loaf.levain, twice)).toEqual([2, 4]);
  expect(mapItems(['sel', 1], twice)).toEqual(['sel', 2]);
  expect(loaf).toEqual({ farine: 'seigle', sel: 8, levain: [1, 2] });
});

test('a member that becomes undefined is left out, first or last, and the others keep their order', () => {
  const without = (...left: string[]) => Object.keys(mapMembers(loaf, (key, member) => (left.includes(key) ? undefined : member)));
  expect(without('farine')).toEqual(['sel', 'levain']);
  expect(without('sel', 'levain')).toEqual(['farine']);
});
