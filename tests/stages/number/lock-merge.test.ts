import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lock, LockActivity, LockCourse, LockModule, LockPart } from '../../../build/model/lock.ts';
import { readLock, writeLock } from '../../../build/stages/number/lock.ts';
import { firstConflict } from '../../../build/stages/number/lock-compare.ts';
import { mergeLocks } from '../../../build/stages/number/lock-merge.ts';
import { originOf } from '../../../src/model/course/lineage.ts';

const parts = (...texts: readonly string[]): LockPart[] => texts.map((text) => ({ text }));
const activity = (id: string, ...texts: readonly string[]): LockActivity => ({ id, type: 'choice', parts: parts(...texts) });
const module = (pages: readonly string[], ...activities: readonly LockActivity[]): LockModule => ({ pages, activities });
const lock = (modules: Lock['modules'], course?: LockCourse): Lock => ({ version: 2, line: 'tests', modules, ...(course && { course }) });

const merged = (one: LockModule, two: LockModule) => {
  const merge = mergeLocks(lock({ rames: one }), lock({ rames: two }), '0123abcd');
  return { ...merge, rames: merge.lock.modules.rames as LockModule };
};
const moves = (merge: Pick<ReturnType<typeof merged>, 'renumbered'>): string[] =>
  merge.renumbered.map(({ module: name, id, text = '', from, to }) => [name, id, text, from, to].join(' ').trim());

describe('two locks that were built apart', () => {
  test('have the numbers of the first, and behind them what only the second has', () => {
    const ours = module(['quai', 'voie'], activity('frein', 'le patin'), activity('qa', 'un'));
    const theirs = module(['quai', 'pont', 'voie'], activity('frein', 'le patin'), activity('qb', 'deux'), activity('qc'));
    const merge = merged(ours, theirs);
    expect(merge.rames).toEqual(module(['quai', 'voie', 'pont'], ...ours.activities, activity('qb', 'deux'), activity('qc')));
    expect(moves(merge)).toEqual(['rames pont  2 3', 'rames voie  3 2', 'rames qb  2 3', 'rames qc  3 4']);
    expect(merge.renumbered.map(({ holdsAnswers }) => holdsAnswers)).toEqual([false, false, true, true]);
    expect([merge.kept, merge.lock.merged]).toEqual([3, ['0123abcd']]);
  });

  test('have the letters of the first, found by the first text of a part', () => {
    const ours = module([], activity('frein', 'le patin', 'la cloche', 'le gong'));
    const theirs = module([], activity('frein', 'le patin', 'la cloche', 'le klaxon', 'le gong'));
    const merge = merged(ours, theirs);
    expect(merge.rames.activities[0]?.parts.map(({ text }) => text)).toEqual(['le patin', 'la cloche', 'le gong', 'le klaxon']);
    expect(moves(merge)).toEqual(['rames frein le klaxon c d', 'rames frein le gong d c']);
    expect(merge.renumbered.map(({ holdsAnswers }) => holdsAnswers)).toEqual([true, true]);
  });

  test('have the later text of a part that was corrected in one of them', () => {
    const corrected: LockPart = { text: 'le patin de frein', from: originOf('le patin') };
    const of = (part: LockPart): LockModule => module([], { id: 'frein', type: 'choice', parts: [part] });
    for (const [one, two] of [
      [corrected, { text: 'le patin' }],
      [{ text: 'le patin' }, corrected],
    ] as const) {
      expect(merged(of(one), of(two)).rames.activities[0]?.parts).toEqual([corrected]);
    }
  });

  test('have the first text where both corrected a part, and no part that one still has is gone', () => {
    const of = (part: LockPart): LockModule => module([], { id: 'frein', type: 'choice', parts: [part] });
    const from = originOf('le patin');
    const [one, two] = [
      { text: 'le patin usé', from },
      { text: 'le patin neuf', from },
    ] as const;
    const partsOf = (a: LockPart, b: LockPart) => merged(of(a), of(b)).rames.activities[0]?.parts;
    expect([partsOf(one, two), partsOf(two, one)]).toEqual([[one], [two]]);
    expect(partsOf({ text: 'le patin' }, { ...two, gone: true })).toEqual([two]);
    expect(partsOf({ ...one, gone: true }, { text: 'le patin' })).toEqual([one]);
    expect(partsOf({ text: 'le patin', gone: true }, { ...two, gone: true })).toEqual([{ ...two, gone: true }]);
  });

  test('keep modules that only one has, and the sums of earlier merges once', () => {
    const [ours, theirs] = [lock({ rames: module(['quai']) }), lock({ soir: module(['nuit'], activity('q', 'un')) })];
    const merge = mergeLocks({ ...ours, merged: ['a', 'b'] }, { ...theirs, merged: ['b', 'c'] }, 'a');
    expect(merge.lock).toEqual({
      ...ours,
      merged: ['a', 'b', 'c'],
      modules: { rames: module(['quai']), soir: module(['nuit'], activity('q', 'un')) },
    });
    expect(merge.renumbered).toEqual([]);
  });

  test('have no pages that are gone where one still has them, or never had them', () => {
    const of = (pages: string[], ...gonePages: string[]): LockModule => ({ ...module(pages), ...(gonePages.length > 0 && { gonePages }) });
    expect(merged(of(['quai', 'voie'], 'quai', 'voie'), of(['quai', 'pont'], 'pont')).rames).toEqual(
      of(['quai', 'voie', 'pont'], 'voie', 'pont'),
    );
    expect(merged(of(['quai']), of(['quai'], 'quai')).rames).toEqual(of(['quai']));
  });

  test('distinguish ticks if a text occurs twice', () => {
    const twice = (...keys: readonly (string | undefined)[]): LockModule =>
      module([], { id: 'q', type: 'choice', parts: [{ text: 'un' }, ...keys.map((key) => ({ text: 'deux', ...(key && { key }) }))] });
    expect(moves(merged(twice('x', undefined), twice(undefined, 'x')))).toEqual([]);
    const other = module([], { id: 'q', type: 'choice', parts: [{ text: 'trois' }, { text: 'deux' }, { text: 'deux', key: 'x' }] });
    expect(moves(merged(twice('x', undefined), other))).toEqual(['rames q trois a d', 'rames q deux b c', 'rames q deux c b']);
    const [ours, theirs] = [
      activity('q', 'un', 'trois', 'deux'),
      { ...activity('q', 'un'), parts: [...parts('un'), ...parts('deux'), ...parts('deux')] },
    ];
    expect(moves(merged(module([], ours), module([], theirs)))).toEqual(['rames q deux b c', 'rames q deux c d']);
  });

  test('are gone only where both are', () => {
    const gone = (id: string, isGone: boolean): LockActivity => ({
      id,
      type: 'choice',
      parts: [{ text: 'un', ...(isGone && { gone: true as const }) }],
      ...(isGone && { gone: true as const }),
    });
    const of = (isGone: boolean): LockModule => ({
      ...module(['quai', 'voie'], gone('a', true), gone('b', isGone)),
      gonePages: isGone ? ['quai', 'voie'] : ['quai'],
    });
    for (const { rames } of [merged(of(true), of(false)), merged(of(false), of(true))])
      expect(rames).toEqual({ ...module(['quai', 'voie'], gone('a', true), gone('b', false)), gonePages: ['quai'] });
  });

  test('have the types of both', () => {
    const of = (type: string, ...was: readonly string[]): LockModule => module([], { id: 'q', type, was, parts: [] });
    expect(merged(of('order', 'choice'), of('matching', 'choice')).rames.activities[0]).toMatchObject({
      type: 'order',
      was: ['choice', 'matching'],
    });
  });
});

describe('a course that is one SCO', () => {
  const course = (...activities: LockCourse['activities']): LockCourse => ({ modules: ['matin', 'soir'], pages: ['quai'], activities });

  test('keeps the numbers of the first over the whole course', () => {
    const [one, two] = [
      course({ id: 'a', in: ['matin'] }, { id: 'b', in: ['matin'] }),
      course({ id: 'a', in: ['matin'] }, { id: 'c', in: ['soir'] }),
    ];
    const merge = mergeLocks(lock({}, one), lock({}, { ...two, pages: ['voie', 'quai'] }), 'x');
    expect(merge.lock.course).toEqual({ ...course(...one.activities, { id: 'c', in: ['soir'] }), pages: ['quai', 'voie'] });
    expect(moves(merge)).toEqual(['voie  1 2', 'quai  2 1', 'c  2 3']);
  });

  // Its letters are those of the module where it stands now: there the first lock's own letter must not mean something else.
  test('has one set of letters for an activity that was moved in one lock and grew in the other', () => {
    const grown = activity('q', 'un', 'deux');
    const ours = lock({ matin: module([], grown), soir: module([]) }, course({ id: 'q', in: ['matin'] }));
    const away = { ...activity('q', 'un'), gone: true as const };
    const theirs = lock(
      { matin: module([], away), soir: module([], activity('q', 'un', 'trois')) },
      course({ id: 'q', in: ['matin', 'soir'] }),
    );
    for (const [one, two, last] of [
      [ours, theirs, ['un', 'deux', 'trois']],
      [theirs, ours, ['un', 'trois', 'deux']],
    ] as const) {
      const merge = mergeLocks(one, two, 'x');
      expect(merge.lock.course?.activities).toEqual([{ id: 'q', in: ['matin', 'soir'] }]);
      expect(merge.lock.modules.soir?.activities[0]?.parts.map(({ text }) => text)).toEqual(last);
    }
  });

  test('is that of the one that has it, where the other has none', () => {
    const own = course({ id: 'a', in: ['matin'] });
    expect([mergeLocks(lock({}, own), lock({}), 'x').lock.course, mergeLocks(lock({}), lock({}, own), 'x').lock.course]).toEqual([
      own,
      own,
    ]);
    expect(mergeLocks(lock({}), lock({}), 'x').lock).not.toHaveProperty('course');
  });

  test('has each activity where it was moved last, in either lock', () => {
    const at = (...homes: string[]): LockCourse => course({ id: 'q', in: homes }, { id: 'r', in: ['soir'] });
    const homes = (one: LockCourse, two: LockCourse) => mergeLocks(lock({}, one), lock({}, two), 'x').lock.course;
    expect(homes(at('matin'), at('matin', 'soir'))).toEqual(at('matin', 'soir'));
    expect(homes(at('matin', 'soir'), at('matin'))).toEqual(at('matin', 'soir'));
    expect(homes(at('matin'), at('matin'))).toEqual(at('matin'));
    const [quiz, other] = at('matin').activities as [LockCourse['activities'][number], LockCourse['activities'][number]];
    const moved = { id: 'q', in: ['matin', 'soir'] };
    expect(homes(course(other, quiz), course(moved, other))).toEqual(course(other, moved));
    expect(homes(course(quiz, other), course(other, moved))).toEqual(course(moved, other));
  });

  test('numbers every module, page and activity of the second, and reports which hold answers', () => {
    const one: LockCourse = { modules: ['soir'], pages: ['nuit'], activities: [{ id: 'b', in: ['soir'] }] };
    const two: LockCourse = { modules: ['matin'], pages: ['quai'], activities: [{ id: 'a', in: ['matin'] }] };
    const merge = mergeLocks(lock({}, one), lock({}, two), 'x');
    expect(merge.renumbered).toEqual([
      { module: '', id: 'matin', holdsAnswers: false, from: '1', to: '2' },
      { module: '', id: 'quai', holdsAnswers: false, from: '1', to: '2' },
      { module: '', id: 'a', holdsAnswers: true, from: '1', to: '2' },
    ]);
  });

  test('reports the letters of an activity that moved, and leaves those of others in its module alone', () => {
    const grown = activity('q', 'un', 'deux');
    const other = activity('r', 'sel');
    const away = { ...activity('q', 'un'), gone: true as const };
    const ours = lock({ matin: module([], grown), soir: module([], other) }, course({ id: 'q', in: ['matin'] }, { id: 'r', in: ['soir'] }));
    const theirs = lock(
      { matin: module([], away), soir: module([], other, activity('q', 'un', 'trois')) },
      course({ id: 'q', in: ['matin', 'soir'] }, { id: 'r', in: ['soir'] }),
    );
    const merge = mergeLocks(ours, theirs, 'x');
    const first = { ...ours, course: course({ id: 'r', in: ['soir'] }, { id: 'q', in: ['matin'] }) };
    expect(mergeLocks(first, theirs, 'x').lock.modules.soir).toEqual(merge.lock.modules.soir);
    expect(merge.lock.modules.soir?.activities).toEqual([other, activity('q', 'un', 'deux', 'trois')]);
    expect(moves(merge)).toEqual(['soir q trois b c']);
  });

  test('counts what did not move once, and has the version that is written', () => {
    const one = lock({ matin: module(['quai'], activity('q', 'un')) }, course({ id: 'q', in: ['matin'] }));
    const merge = mergeLocks({ ...one, version: 1 }, one, 'x');
    // Page, activity and part of the module; two modules, a page and an activity of the course.
    expect([merge.kept, merge.renumbered, merge.lock.version]).toEqual([7, [], 2]);
  });

  test('never has two numbers for one place', () => {
    const moved = course({ id: 'q', in: ['matin', 'soir'] });
    const both = course({ id: 'q', in: ['matin'] }, { id: 'q', in: ['soir'] });
    for (const [one, two] of [
      [moved, both],
      [both, moved],
    ] as const) {
      const { lock: result } = mergeLocks(lock({}, one), lock({}, two), 'x');
      expect(readLock(writeLock(result), 'depot')).toEqual(result);
    }
  });
});

test('whatever the two have, the first’s numbers stay, nothing of the second is missing, and merging again adds nothing', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const activities = fc.uniqueArray(fc.tuple(id, fc.array(fc.constantFrom('un', 'deux', 'trois', 'quatre'), { maxLength: 5 })), {
    selector: ([name]) => name,
  });
  const modules = fc
    .tuple(fc.uniqueArray(id), activities)
    .map(([pages, list]) => module(pages, ...list.map(([name, texts]) => activity(name, ...texts))));
  fc.assert(
    fc.property(modules, modules, (one, two) => {
      const [ours, theirs] = [lock({ rames: one }), lock({ rames: two })];
      const { lock: result } = mergeLocks(ours, theirs, 'sum');
      expect(readLock(writeLock(result), 'depot')).toEqual(result);
      expect(firstConflict(ours, result)).toBeUndefined();
      const has = result.modules.rames as LockModule;
      for (const { id: name, parts: all } of two.activities) {
        const found = has.activities.find((entry) => entry.id === name)?.parts.map(({ text }) => text) ?? [];
        for (const { text } of all) {
          const times = (list: readonly string[]): number => list.filter((entry) => entry === text).length;
          expect(times(found)).toBeGreaterThanOrEqual(times(all.map((part) => part.text)));
        }
      }
      expect(mergeLocks(result, theirs, 'sum').lock).toEqual(result);
    }),
  );
});
