import { expect, test } from 'vitest';
import { cohortRows, differs } from '../../../build/studio/course/cohort-rows.ts';
import { courseValue } from '../../../build/studio/course/course-value.ts';
import { SESSION } from '../../helpers/course-text.ts';

test('a cohort is compared with its course', () => {
  const course = courseValue({
    id: 'x',
    title: 'X',
    modules: ['one'],
    variables: { room: 'A' },
    theme: { name: 'vif', accent: '#111111' },
  });
  const rows = cohortRows(
    { title: 'C', variables: { room: '' }, modules: { one: { pass: 50 } } },
    course,
    new Map([
      ['two', ''],
      ['one', SESSION],
    ]),
  );
  const found = Object.fromEntries(rows.map(({ path, course: base, own }) => [path.join('.'), [base, own]]));
  expect(rows.filter(differs).map(({ path }) => path.at(-1))).toEqual(['room', 'pass']);
  expect(found).toEqual({
    tags: ['', undefined],
    'variables.room': ['A', ''],
    'theme.accent': ['#111111', undefined],
    'theme.logo': ['', undefined],
    'modules.one.pass': ['60', '50'],
    'modules.one.duration': ['', undefined],
    'modules.one.title': ['One', undefined],
    'modules.one.completion': ['', undefined],
  });
});

test('rows have their kinds and names in the order of the form, and values of the cohort', () => {
  const course = courseValue({ id: 'x', modules: ['one'], variables: { room: 'A' } });
  const own = { tags: ['soir', 'loin'], theme: { accent: '#222222', logo: 'b.svg' }, modules: { one: { title: 'Un', duration: '5min' } } };
  const rows = cohortRows(own, course, new Map());
  expect(rows.map(({ kind, name, own: value }) => [kind, name, value])).toEqual([
    ['tags', '', 'soir loin'],
    ['variable', 'room', undefined],
    ['accent', '', '#222222'],
    ['logo', '', 'b.svg'],
    ['pass', 'one', undefined],
    ['duration', 'one', '5min'],
    ['module-title', 'one', 'Un'],
    ['completion', 'one', undefined],
  ]);
  expect(differs({ kind: 'logo', path: [], name: '', course: 'a', own: 'a' })).toBe(false);
});

test('an empty value follows the course; one that can’t be shown is empty', () => {
  const course = courseValue({ modules: ['one'], variables: { room: 'A', hall: 'B' }, theme: { logo: 'a.svg' } });
  const rows = cohortRows({ tags: [], variables: { room: null, hall: [1] }, theme: 'x', modules: { two: { pass: 1 } } }, course, new Map());
  expect(rows.map(({ own }) => own)).toEqual([undefined, undefined, '', undefined, undefined, undefined, undefined, undefined, undefined]);
  expect(rows.map(({ course: base }) => base)).toEqual(['', 'A', 'B', '', 'a.svg', '', '', '', '']);
});
