import { describe, expect, test } from 'vitest';
import type { Lock, LockActivity, LockCourse, LockModule, ModuleNumbers } from '../../../build/model/lock.ts';
import type { Node, ValidModule } from '../../../build/model/source.ts';
import { chapterNumbers, lockCourse } from '../../../build/stages/number/lock-course.ts';
import { lockable, rames } from '../../helpers/lockable.ts';

/** A module with one page; `bilan: q r` is a quiz that draws questions from a bank. */
function module(id: string, ...written: readonly string[]): ValidModule {
  const activities = written.map((text) => {
    const [name = '', drawn] = text.split(': ');
    const questions = drawn?.split(' ').map((one): Node => ({ kind: 'activity', activity: lockable(one, []) }));
    return { ...lockable(name, []), ...(questions && { options: { bank: ['fonds.md'], questions } }) };
  });
  const one = rames(...activities);
  return { ...one, id, pages: one.pages.map((page) => ({ ...page, id: `p-${id}` })) };
}

const homes = (...list: readonly string[]): LockCourse['activities'] =>
  list.map((text) => ({ id: text.split(' ')[0] ?? '', in: text.split(' ').slice(1) }));
const course = (...list: readonly string[]): LockCourse => ({
  modules: ['matin', 'soir', 'nuit'],
  pages: ['p-matin', 'p-soir', 'p-nuit'],
  activities: homes(...list),
});
const entry = (id: string, ...texts: readonly string[]): LockActivity => ({ id, parts: texts.map((text) => ({ text })) });
const lockOf = (known: LockCourse, modules: Readonly<Record<string, LockModule>> = {}): Lock => ({
  ...{ version: 2, line: 'tests', modules },
  course: known,
});
const homesAfter = (lock: Lock, ...modules: readonly ValidModule[]) =>
  lockCourse(lock, modules).course.activities.map(({ id, in: places }) => [id, ...places].join(' '));

describe('a number', () => {
  test('follows an activity back into a module where it was before', () => {
    const known = lockOf(course('q matin soir nuit'), { soir: { pages: [], activities: [entry('q')] } });
    expect(homesAfter(known, module('soir', 'q'))).toEqual(['q matin soir nuit soir']);
    expect(homesAfter(lockOf(course('q matin nuit'), known.modules), module('soir', 'q'))).toEqual(['q matin nuit', 'q soir']);
  });

  test('follows a drawn question with its quiz, and from the module of that quiz', () => {
    expect(homesAfter(lockOf(course('bilan matin', 'q matin')), module('soir', 'bilan: q'))).toEqual(['bilan matin soir', 'q matin soir']);
    expect(homesAfter(lockOf(course('bilan matin', 'q nuit')), module('soir', 'bilan: q'))).toEqual([
      'bilan matin soir',
      'q nuit',
      'q soir',
    ]);
    expect(homesAfter(lockOf(course('r matin', 'q matin')), module('soir', 'r', 'autre: q'))).toEqual([
      ...['r matin soir', 'q matin', 'autre soir', 'q soir'],
    ]);
    expect(homesAfter(lockOf(course('bilan matin', 'q matin')), module('soir', 'bilan: r'), module('nuit', 'bilan: q'))).toEqual([
      ...['bilan matin soir', 'q matin', 'r soir', 'bilan nuit', 'q nuit'],
    ]);
  });

  test('stays with an activity that did not move, though an earlier module has one of that name now', () => {
    expect(homesAfter(lockOf(course('q matin')), module('soir', 'q'), module('matin', 'q'))).toEqual(['q matin', 'q soir']);
  });
});

test('a moved activity has the parts of its last module, in the place of what stood there, and is gone until it is read', () => {
  const known = lockOf(course('q matin soir', 'r soir'), {
    matin: { pages: ['p-matin'], activities: [entry('q', 'un')] },
    soir: { pages: ['p-soir'], activities: [entry('q', 'un', 'deux'), entry('r', 'trois')] },
    nuit: { pages: ['p-nuit'], activities: [entry('a', 'sel')] },
  });
  expect(lockCourse(known, [module('nuit', 'q', 'r')]).modules).toEqual({
    ...known.modules,
    nuit: {
      pages: ['p-nuit'],
      activities: [entry('a', 'sel'), { ...entry('q', 'un', 'deux'), gone: true }, { ...entry('r', 'trois'), gone: true }],
    },
  });
  const back = lockOf(course('q matin soir'), {
    matin: { pages: ['p-matin'], activities: [entry('q', 'un'), entry('a', 'sel')] },
    soir: { pages: ['p-soir'], activities: [entry('q', 'un', 'deux')] },
  });
  expect(lockCourse(back, [module('matin', 'q')]).modules.matin?.activities).toEqual([
    { ...entry('q', 'un', 'deux'), gone: true },
    entry('a', 'sel'),
  ]);
});

test('the course stays the same object where nothing is new; a new page, module or activity makes another', () => {
  const known = lockOf({ modules: ['matin'], pages: ['p-matin'], activities: homes('q matin') });
  const same = module('matin', 'q');
  expect(lockCourse(known, [same]).course).toBe(known.course);
  const page = { ...same, pages: [...same.pages, { ...module('soir').pages[0], id: 'p-2' } as ValidModule['pages'][number]] };
  expect(lockCourse(known, [page]).course).toEqual({ ...known.course, pages: ['p-matin', 'p-2'] });
  expect(lockCourse(known, [same, { ...module('soir'), pages: [] }]).course).toEqual({ ...known.course, modules: ['matin', 'soir'] });
  expect(lockCourse(known, [module('matin', 'q', 'r')]).course).toEqual({ ...known.course, activities: homes('q matin', 'r matin') });
});

test('the first activity with an id keeps it; others have the module of their first number, then that number', () => {
  const numbers = chapterNumbers(course('q matin', 'q soir nuit', 'r soir', 'q soir'));
  const of = (id: string, ...ids: readonly string[]) => {
    const own = { line: 'tests', activities: new Map(ids.map((one, at) => [one, at])) } as unknown as ModuleNumbers;
    const { n, names, activities } = numbers(id, own);
    return [n, Object.fromEntries(names ?? []), Object.fromEntries(activities)];
  };
  expect(of('matin', 'q')).toEqual([0, {}, { q: 0 }]);
  expect(of('nuit', 'q')).toEqual([2, { q: 'q_soir' }, { q: 1, q_soir: 1 }]);
  expect(of('soir', 'r', 'q')).toEqual([1, { q: 'q_soir_3' }, { q: 3, q_soir_3: 3, r: 2 }]);
});
