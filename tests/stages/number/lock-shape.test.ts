import { expect, it } from 'vitest';
import { isLockFile } from '../../../build/stages/number/lock-shape.ts';

const activity = {
  id: 'frein',
  type: 'choice',
  parts: [
    { text: 'le patin', key: 'x' },
    { text: 'la cloche', from: 'aB' },
  ],
};
const LOCK = {
  version: 2,
  line: 'abc12',
  modules: { rames: { pages: ['quai'], activities: [activity] } },
  course: { modules: ['rames'], pages: ['quai'], activities: [{ id: 'frein', in: ['rames'] }] },
};
const module = (more: object) => ({ ...LOCK, modules: { rames: { ...LOCK.modules.rames, ...more } } });
const part = (more: object) => module({ activities: [{ ...activity, parts: [{ text: 'le patin', ...more }] }] });
const course = (more: object) => ({ ...LOCK, course: { ...LOCK.course, ...more } });

it('accepts a lock of both versions, with and without the numbers of one SCO', () => {
  const { line: _, ...old } = LOCK;
  expect(
    [LOCK, { ...old, version: 1 }, { ...LOCK, course: undefined }, { ...LOCK, merged: ['x'] }, { ...LOCK, modules: {} }].map(isLockFile),
  ).toEqual(new Array(5).fill(true));
  const activities = ['rames', 'quais'].map((id) => ({ id: 'frein', in: [id] }));
  expect([course({ activities }), module({ gonePages: ['quai'] })].map(isLockFile)).toEqual([true, true]);
});

it.each([
  ['nothing', null],
  ['another version', { ...LOCK, version: 3 }],
  ['no line', { ...LOCK, line: undefined }],
  ['no modules', { ...LOCK, modules: undefined }],
  ['modules of nothing', { ...LOCK, modules: null }],
  ['a course of nothing', { ...LOCK, course: null }],
  ['an origin that is no text', part({ from: 12 })],
  ['a list of modules', { ...LOCK, modules: [] }],
  ['checksums that are no texts', { ...LOCK, merged: [1] }],
  ['removed pages that are no list', module({ gonePages: 'quai' })],
  ['no pages', module({ pages: undefined })],
  ['a page twice', module({ pages: ['quai', 'quai'] })],
  ['a part that is none', module({ activities: [{ ...activity, parts: [null] }] })],
  ['a second part that is none', module({ activities: [{ ...activity, parts: [{ text: 'a' }, { text: 1 }] }] })],
  ['a second activity that is none', module({ activities: [activity, { id: 'cloche', parts: 'a' }] })],
  ['a second activity without an id', module({ activities: [activity, { parts: [] }] })],
  ['a second module that is none', { ...LOCK, modules: { ...LOCK.modules, quais: { pages: [1], activities: [] } } }],
  ['a module that is none', { ...LOCK, modules: { rames: null } }],
  ['an activity twice', module({ activities: [activity, activity] })],
  ['an activity without parts', module({ activities: [{ id: 'frein' }] })],
  ['an activity of no type', module({ activities: [{ ...activity, type: 1 }] })],
  ['earlier types that are no list', module({ activities: [{ ...activity, was: 'order' }] })],
  ['a part without a text', part({ text: 1 })],
  ['a part whose key is no text', part({ key: true })],
  ['an origin of another length', part({ from: 'abc' })],
  ['an activity in no module', course({ activities: [{ id: 'frein', in: [] }] })],
  [
    'an activity twice in its last module',
    course({
      activities: [
        { id: 'frein', in: ['quais', 'rames'] },
        { id: 'frein', in: ['rames'] },
      ],
    }),
  ],
  ['an activity without a list of modules', course({ activities: [{ id: 'frein', in: 'rames' }] })],
  ['an activity without an id in the course', course({ activities: [{ in: ['rames'] }] })],
  ['no activity at all in the course', course({ activities: [null] })],
  ['a page of the course twice', course({ pages: ['quai', 'quai'] })],
  ['lists of the course that are none', course({ modules: 'rames' })],
  ['pages of the course that are no list', course({ pages: 'quai' })],
  ['activities of the course that are no list', course({ activities: {} })],
  ['a module twice', course({ modules: ['rames', 'rames'] })],
])('refuses %s', (_, lock) => expect(isLockFile(lock)).toBe(false));
