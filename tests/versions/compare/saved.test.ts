import { expect, test } from 'vitest';
import { fateOf, unreadable } from '../../../build/versions/compare/saved.ts';
import type { VersionActivity } from '../../../build/versions/model.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';

const content = (line: string, old?: true): ModuleContent => ({ line, ...(old && { old }) }) as ModuleContent;

test.each<[string, ModuleContent, ModuleContent, string | undefined]>([
  ['the same line', content('a'), content('a'), undefined],
  ['another line', content('a'), content('b'), 'line-changed'],
  ['0.1 twice', content(''), content(''), undefined],
  ['0.1 comes back', content('a'), content(''), 'first-version'],
  ['a line that goes on from 0.1', content(''), content('a', true), undefined],
  ['a line that doesn’t', content(''), content('a'), 'line-changed'],
  ['another line that goes on from 0.1', content('b'), content('a', true), 'line-changed'],
])('%s', (_, old, now, reason) => {
  expect(unreadable(old, now)).toBe(reason);
});

const activity = (more: object = {}): VersionActivity =>
  ({ id: 'feu', n: 1, type: 'choice', origins: 'aabb', parts: [], slots: [], ...more }) as unknown as VersionActivity;
const module = (...activities: readonly VersionActivity[]): ModuleContent => ({ activities }) as unknown as ModuleContent;

test('an answer is asked for by its number, then by the id of its activity', () => {
  expect(fateOf(activity(), [], module(activity()))).toBe('same');
  expect(fateOf(activity(), [], module(activity({ n: 2 })))).toBe('unknown');
  expect(fateOf(activity(), [], module(activity({ n: 2 }), activity({ id: 'frein' })))).toBe('strange');
  expect(fateOf(activity({ origins: '' }), ['a'], module(activity({ id: 'frein' })))).toBe('strange');
});

test('an answer that names a part of another origin is a stranger; without origins nothing is checked', () => {
  const token = 'a' as never;
  const now = module(activity({ origins: 'ccbb' }));
  expect(fateOf(activity(), [token], module(activity()))).toBe('same');
  expect(fateOf(activity(), [token], now)).toBe('strange');
  expect(fateOf(activity({ origins: '' }), [token], now)).toBe('same');
  // Each part that it names counts, not the first alone.
  const [two, further] = [[token, 'b' as never], module(activity({ origins: 'aacc' }))];
  expect([two, two.slice(0, 1)].map((parts) => fateOf(activity(), parts, further))).toEqual(['strange', 'same']);
  // Its type has changed at some time: without a check nobody knows when.
  const retyped = module(activity({ was: ['order'] }));
  expect(['', 'aabb'].map((origins) => fateOf(activity({ origins }), [token], retyped))).toEqual(['retyped', 'same']);
});

test('an answer without parts is checked by its type, whether or not its activity had origins', () => {
  const retyped = (was?: readonly string[]): ModuleContent => module(activity({ type: 'order', was }));
  for (const origins of ['', 'aabb']) {
    expect(fateOf(activity({ origins }), [], retyped())).toBe('strange');
    expect(fateOf(activity({ origins }), [], retyped(['choice']))).toBe('retyped');
  }
});
