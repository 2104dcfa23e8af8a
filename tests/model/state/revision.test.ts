import { expect, it } from 'vitest';
import { revisionOf } from '../../../src/model/state/revision.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { activity, bakery } from '../../helpers/bakery.ts';

const page = (n: number) => ({ id: `p${n}`, n, title: `P${n}` });
const of = (pages: readonly number[], ...activities: ReturnType<typeof activity>[]): string =>
  revisionOf(bakery({ pages: pages.map(page), activities }));

it('stays the same if pages move or texts change', () => {
  const levain = activity(0, 'levain', 'pick');
  expect(of([0, 2, 10], levain)).toBe(of([10, 0, 2], { ...levain, title: 'autre' }));
});

it('stays the one that saved states hold: the numbers of the pages rise', () => {
  expect(of([10, 0, 2], activity(3, 'levain', 'pick'))).toBe(sealOf('0,2,10,3:'));
});

it('changes with the pages, the activities, and their parts', () => {
  const levain = activity(0, 'levain', 'pick');
  const parted = { ...levain, slots: levain.slots.map((slot) => ({ ...slot, part: 'a' })) };
  const twice = (...parts: readonly (string | undefined)[]) =>
    of([0], { ...levain, slots: parts.map((part) => ({ ...levain.slots[0], ...(part && { part }) })) as never });
  expect(new Set([twice(), twice('a'), twice('b'), twice('a', 'b'), twice('b', 'a')]).size).toBe(5);
  expect(new Set([of([0, 1], levain), of([0, 2], levain), of([0, 1]), of([0, 1], { ...levain, n: 1 }), of([0, 1], parted)]).size).toBe(5);
});
