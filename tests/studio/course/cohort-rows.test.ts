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
  const rows = cohortRows({ title: 'C', variables: { room: '' }, modules: { one: { pass: 50 } } }, course, new Map([['one', SESSION]]));
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
