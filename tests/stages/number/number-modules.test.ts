import { expect, it } from 'vitest';
import type { LinkedModule } from '../../../build/model/course.ts';
import { newLock } from '../../../build/stages/number/lock.ts';
import { numberModules } from '../../../build/stages/number/number-modules.ts';
import { lockable, rames } from '../../helpers/lockable.ts';

const linked = (...ids: string[]): LinkedModule[] => [
  { module: rames(...ids.map((id) => lockable(id, [{ text: 'le patin' }]))) } as unknown as LinkedModule,
];

it('adds what is new to the lock, and leaves a lock alone to which nothing is new', () => {
  const first = numberModules(linked('frein'), newLock(), false);
  expect([first.lock.version, Object.keys(first.lock.modules).length, first.chapters]).toEqual([2, 1, undefined]);
  expect(numberModules(linked('frein'), first.lock, false).lock).toBe(first.lock);
  const more = numberModules(linked('frein', 'cloche'), first.lock, false);
  expect(Object.values(more.lock.modules)[0]?.activities.map(({ id }) => id)).toEqual(['frein', 'cloche']);
});

it('writes a lock of an old version anew', () => {
  const { lock } = numberModules(linked('frein'), newLock(), false);
  const old = { ...lock, version: 1 as const };
  expect(numberModules(linked('frein'), old, false).lock).toEqual(lock);
});

it('numbers chapters only in a course that is one SCO', () => {
  expect([...(numberModules(linked('frein'), newLock(), true).chapters?.keys() ?? [])]).toHaveLength(1);
});
