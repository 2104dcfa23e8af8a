import { expect, test } from 'vitest';
import type { Lock, LockActivity, LockCourse, LockModule } from '../../../build/model/lock.ts';
import { areSame, firstConflict, uniteLocks, uniteTypes } from '../../../build/stages/number/lock-compare.ts';
import { originOf } from '../../../src/model/course/lineage.ts';

const activity = (id: string, texts: readonly string[], more: Partial<LockActivity> = {}): LockActivity => ({
  id,
  type: 'choice',
  ...more,
  parts: texts.map((text) => ({ text })),
});

const module = (pages: readonly string[], ...activities: readonly LockActivity[]): LockModule => ({ pages, activities });

function lock(modules: Lock['modules'], course?: LockCourse): Lock {
  return { version: 2, line: 'tests', modules, ...(course && { course }) };
}

const frein = activity('frein', ['le patin', 'la cloche']);

test('a lock goes on where another ends, in each of its lists', () => {
  const own = lock({ rames: module(['quai'], frein, activity('porte', [])), voies: module(['voie']) });
  const other = lock({
    rames: module(['quai', 'depot'], activity('frein', ['le patin', 'la cloche', 'le gong'])),
    ponts: module(['pont']),
  });
  const united = lock({
    rames: module(['quai', 'depot'], activity('frein', ['le patin', 'la cloche', 'le gong']), activity('porte', [])),
    voies: module(['voie']),
    ponts: module(['pont']),
  });
  for (const [one, two] of [
    [own, other],
    [other, own],
  ] as const) {
    expect(firstConflict(one, two)).toBeUndefined();
    expect(uniteLocks(one, two).modules).toEqual(united.modules);
  }
  expect(uniteLocks(own, own)).toEqual(own);
});

test('what both have is as the first one has it, the types that only the other knows besides', () => {
  const [old, now] = ['le patin', 'le patin de frein'];
  const own = lock({
    rames: {
      ...module(['quai', 'voie']),
      activities: [{ ...frein, type: 'order', was: ['choice'], gone: true, parts: [{ text: now, from: originOf(old) }] }],
    },
  });
  const other = lock({
    rames: {
      ...module(['quai', 'voie', 'pont'], { ...frein, type: 'matching', was: ['choice'], parts: [{ text: old }] }),
      gonePages: ['voie', 'pont'],
    },
  });
  const { rames } = uniteLocks(own, other).modules;
  expect(rames?.activities).toEqual([{ ...own.modules.rames?.activities[0], was: ['choice', 'matching'] }]);
  expect(rames?.gonePages).toEqual(['pont']);
  const first = lock({ rames: module([], frein) });
  expect(uniteLocks(first, other).modules.rames?.activities[0]).toMatchObject({ type: 'matching', was: ['choice'] });
  const { type: _, ...untyped } = frein;
  expect(uniteLocks(lock({ rames: module([], untyped) }), first).modules.rames?.activities[0]).toEqual(frein);
});

test('types are those of the lock that goes on, else those of the first come last', () => {
  const types = (...all: readonly string[]): LockActivity => ({ id: 'q', type: all.at(-1) ?? '', was: all.slice(0, -1), parts: [] });
  expect(uniteTypes(types('choice'), types('choice', 'order'))).toEqual({ type: 'order', was: ['choice'] });
  expect(uniteTypes(types('choice', 'order'), types('choice'))).toEqual({ type: 'order', was: ['choice'] });
  expect(uniteTypes(types('order'), types('choice', 'matching'))).toEqual({ type: 'order', was: ['choice', 'matching'] });
  expect(uniteTypes({ id: 'q', parts: [] }, { id: 'q', parts: [] })).toEqual({});
});

test('two activities are one by their id, where one was moved on from the modules of the other', () => {
  const at = (id: string, ...homes: readonly string[]) => ({ id, in: homes });
  const pairs = [
    [at('q', 'matin'), at('q', 'matin', 'soir')],
    [at('q', 'matin', 'soir'), at('q', 'matin')],
    [at('q', 'matin'), at('r', 'matin')],
    [at('q', 'matin'), at('q', 'soir', 'matin')],
  ] as const;
  expect(pairs.map(([one, two]) => areSame(one, two))).toEqual([true, true, false, false]);
});

test('the modules of the first lock come first; numbers of the course stay, whichever has them', () => {
  const course = { modules: ['rames'], pages: ['quai'], activities: [] };
  const united = uniteLocks(lock({ voies: module([]), rames: module([]) }, course), lock({ ponts: module([]), rames: module([]) }));
  expect([Object.keys(united.modules), united.course]).toEqual([['voies', 'rames', 'ponts'], course]);
});

test('locks that were merged stay known', () => {
  const [one, two] = [lock({}), lock({})];
  expect(uniteLocks({ ...one, merged: ['a', 'b'] }, { ...two, merged: ['b', 'c'] }).merged).toEqual(['a', 'b', 'c']);
});

test('the first position that means two things is named', () => {
  const found = (one: Lock['modules'], two: Lock['modules']) => firstConflict(lock(one), lock(two));
  const place = (position: string, own: string, other: string) => ({ module: 'rames', position, own, other });
  expect(found({ rames: module(['a', 'b']) }, { rames: module(['a', 'c']) })).toEqual(place('2', '#b', '#c'));
  expect(found({ rames: module([], frein) }, { rames: module([], activity('porte', [])) })).toEqual(place('1', '#frein', '#porte'));
  const other = activity('frein', ['le patin', 'le gong', 'la cloche']);
  expect(found({ rames: module([], frein) }, { rames: module([], other) })).toEqual(place('#frein b', 'la cloche', 'le gong'));
});

test('a text that was corrected in one of them is no conflict, another first text is', () => {
  const corrected = { ...frein, parts: [{ text: 'le patin de frein', from: originOf('le patin') }, { text: 'la cloche' }] };
  const conflict = (one: LockActivity, two: LockActivity) =>
    firstConflict(lock({ rames: module([], one) }), lock({ rames: module([], two) }));
  expect([conflict(frein, corrected), conflict(corrected, frein)]).toEqual([undefined, undefined]);
  expect(conflict(frein, activity('frein', ['le patin de frein', 'la cloche']))?.position).toBe('#frein a');
});

test('the numbers of a course that is one SCO are compared as well', () => {
  const course = (...activities: LockCourse['activities']): LockCourse => ({ modules: ['matin', 'soir'], pages: ['quai'], activities });
  const compare = (one: LockCourse, two: LockCourse) => firstConflict(lock({}, one), lock({}, two));
  const [home, moved] = [
    { id: 'frein', in: ['matin'] },
    { id: 'frein', in: ['matin', 'soir'] },
  ];
  expect(compare(course(home), course(moved, { id: 'porte', in: ['soir'] }))).toBeUndefined();
  expect(uniteLocks(lock({}, course(home)), lock({}, course(moved))).course?.activities).toEqual([moved]);
  expect(uniteLocks(lock({}), lock({}, course(home))).course).toEqual(course(home));
  expect(uniteLocks({ ...lock({}), version: 1 }, lock({})).version).toBe(2);
  expect(compare(course(home), course({ id: 'frein', in: ['soir'] }))).toEqual({
    module: '',
    position: '1',
    own: '#frein (matin)',
    other: '#frein (soir)',
  });
  expect(compare(course(home), { ...course(home), pages: ['voie'] })?.own).toBe('#quai');
  // Moved in one, new under the same name in the other: the same place would have two numbers.
  const twice = { module: '', position: '2', own: '#frein (soir)', other: '—' };
  expect(compare(course(home, { id: 'frein', in: ['soir'] }), course(moved))).toEqual(twice);
  expect(compare(course(moved), course(home, { id: 'frein', in: ['soir'] }))).toEqual({ ...twice, own: '—', other: '#frein (soir)' });
  expect(compare(course(), { ...course(), modules: ['matin', 'nuit'], pages: ['voie'] })).toEqual({
    ...{ module: '', position: '2', own: '#soir', other: '#nuit' },
  });
  const more = { modules: ['matin', 'soir', 'nuit'], pages: ['quai', 'voie'], activities: [home] };
  for (const [one, two] of [
    [course(home), more],
    [more, course(home)],
  ] as const)
    expect(uniteLocks(lock({}, one), lock({}, two)).course).toEqual(more);
});

test('the first of several contradictions is named: in modules before the course, and pages before activities', () => {
  const own = lock({ matin: module(['a']), rames: module(['a', 'b'], frein) }, { modules: ['matin'], pages: [], activities: [] });
  const other = lock(
    { rames: module(['c', 'd'], activity('porte', [])), matin: module(['a']) },
    { modules: ['soir'], pages: [], activities: [] },
  );
  expect(firstConflict(own, other)).toEqual({ module: 'rames', position: '1', own: '#a', other: '#c' });
  expect(firstConflict({ ...own, modules: {} }, other)).toEqual({ module: '', position: '1', own: '#matin', other: '#soir' });
  const { course: _, ...bare } = own;
  expect([firstConflict({ ...bare, modules: {} }, other), firstConflict(other, { ...bare, modules: {} })]).toEqual([undefined, undefined]);
});
