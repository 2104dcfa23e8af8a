import { expect, it } from 'vitest';
import type { LinkedModule } from '../../../build/model/course.ts';
import { newLock } from '../../../build/stages/number/lock.ts';
import { numberModules } from '../../../build/stages/number/number-modules.ts';
import { originOf } from '../../../src/model/course/lineage.ts';
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
  const other = numberModules(linked('cloche'), first.lock, false);
  expect(Object.values(other.lock.modules)[0]?.activities.map(({ id, gone }) => [id, gone])).toEqual([
    ['frein', true],
    ['cloche', undefined],
  ]);
  expect([...(other.modules[0]?.numbers.activities ?? [])]).toEqual([['cloche', 1]]);
});

it('writes a lock of an old version anew', () => {
  const { lock } = numberModules(linked('frein'), newLock(), false);
  const old = { ...lock, version: 1 as const };
  expect(numberModules(linked('frein'), old, false).lock).toEqual(lock);
});

it('numbers chapters only in a course that is one SCO, even if it was one before', () => {
  const { chapters, lock } = numberModules(linked('frein'), newLock(), true);
  expect([...(chapters ?? [])].map(([id, { n, activities }]) => [id, n, [...activities]])).toEqual([['rames', 0, [['frein', 0]]]]);
  expect(lock.course).toEqual({ modules: ['rames'], pages: ['quai'], activities: [{ id: 'frein', in: ['rames'] }] });
  expect(numberModules(linked('frein'), lock, false)).not.toHaveProperty('chapters');
  expect(numberModules(linked('frein'), lock, true).lock).toBe(lock);
});

it('keeps a lock’s other modules, and adds the numbers of one SCO where nothing else is new', () => {
  const { lock } = numberModules(linked('frein'), newLock(), false);
  const other = { pages: ['voie'], activities: [] };
  const known = { ...lock, merged: ['0123abcd'], modules: { quais: other, ...lock.modules } };
  const now = numberModules(linked('frein'), known, true).lock;
  expect(now).toEqual({ ...known, course: now.course });
  expect(now.course?.modules).toEqual(['rames']);
});

it('gives each module its numbers, with the line of the lock', () => {
  const known = { ...newLock(), line: 'abc12' };
  const numbersOf = (more: object) => numberModules(linked('frein', 'cloche'), { ...known, ...more }, false).modules[0]?.numbers;
  expect(numbersOf({})).toEqual({
    line: 'abc12',
    pages: new Map([['quai', 0]]),
    activities: new Map([
      ['frein', 0],
      ['cloche', 1],
    ]),
    tokens: new Map([
      ['frein', ['a']],
      ['cloche', ['a']],
    ]),
    lineage: new Map(['frein', 'cloche'].map((id) => [id, { origins: originOf('le patin') }])),
  });
  expect(numbersOf({ old: true })).toMatchObject({ line: 'abc12', old: true });
});

it('adds what is new in any of several modules', () => {
  const of = (...counts: number[]): LinkedModule[] =>
    counts.map((count, index) => {
      const activities = Array.from({ length: count }, (_, n) => lockable(`q-${index}-${n}`, []));
      return { module: { ...rames(...activities), id: `m-${index}` } } as unknown as LinkedModule;
    });
  const { lock } = numberModules(of(1, 1, 1), newLock(), false);
  for (const counts of [
    [2, 1, 1],
    [1, 2, 1],
    [1, 1, 2],
  ]) {
    const { lock: now, modules } = numberModules(of(...counts), lock, false);
    expect(Object.values(now.modules).map(({ activities }) => activities.length)).toEqual(counts);
    expect(modules.map(({ numbers }) => numbers.activities.size)).toEqual(counts);
  }
  expect(numberModules(of(1, 1, 1), lock, false).lock).toBe(lock);
});

it('keeps the letters of an activity that moves to another module of one SCO', () => {
  const of = (...texts: readonly (readonly string[])[]): LinkedModule[] =>
    texts.map((parts, index) => {
      const activities =
        parts.length > 0
          ? [
              lockable(
                'frein',
                parts.map((text) => ({ text })),
              ),
            ]
          : [];
      return { module: { ...rames(...activities), id: `m-${index}` } } as unknown as LinkedModule;
    });
  const { lock } = numberModules(of(['un', 'deux'], []), newLock(), true);
  const { modules, lock: now } = numberModules(of([], ['deux', 'un', 'trois']), lock, true);
  expect(modules[1]?.numbers.tokens.get('frein')).toEqual(['b', 'a', 'c']);
  expect(now.modules['m-1']?.activities).toEqual([
    { id: 'frein', type: 'choice', parts: ['un', 'deux', 'trois'].map((text) => ({ text })) },
  ]);
});
