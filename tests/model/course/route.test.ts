import { expect, test } from 'vitest';
import { routeOf } from '../../../src/model/course/route.ts';

test('pages that go further come last, each group in its order', () => {
  const pages = [{ id: 'a', further: true as const }, { id: 'b' }, { id: 'c', further: true as const }, { id: 'd' }];
  expect(routeOf(pages).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
});
