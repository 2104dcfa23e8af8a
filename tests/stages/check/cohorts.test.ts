import { expect, test } from 'vitest';
import { checkDepot } from '../../helpers/check-depot.ts';

const cohort = (text: string) => checkDepot({ 'cohorts/nord.yaml': `title: Nord\n${text}` });

test('cohorts change variables and sessions that the course has', () => {
  expect(cohort('tags: [nord]\nvariables: { chef: Nadia }\nmodules: { rames: { pass: 60 } }\n').found).toEqual([]);
});

test.each([
  ['tags: [nord, paper]\n', 'tag-of-medium cohorts/nord.yaml:2:14', { tag: 'paper' }],
  ['variables:\n  chefs: Nadia\n', 'unknown-variable cohorts/nord.yaml:3:3', { name: 'chefs', near: 'chef' }],
  ['modules:\n  rame: { pass: 60 }\n', 'unknown-module cohorts/nord.yaml:3:3', { id: 'rame', near: 'rames' }],
])('%j', (text, expected, values) => {
  const checked = cohort(text);
  expect([checked.found, checked.values]).toEqual([[expected], values]);
});
