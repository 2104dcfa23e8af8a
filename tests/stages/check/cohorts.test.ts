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

test('everything that is wrong in each cohort is reported', () => {
  const text =
    'tags: [paper, soir, screen]\nvariables:\n  chef: a\n  x: b\n  y: c\nmodules:\n  rames: { pass: 60 }\n  quais: { pass: 60 }\n  voies: { pass: 60 }\n';
  const { found } = checkDepot({ 'cohorts/nord.yaml': `title: Nord\n${text}`, 'cohorts/sud.yaml': `title: Sud\n${text}` });
  const places = [
    'tag-of-medium 2:8',
    'tag-of-medium 2:21',
    'unknown-variable 5:3',
    'unknown-variable 6:3',
    'unknown-module 9:3',
    'unknown-module 10:3',
  ];
  expect(found).toEqual(['nord', 'sud'].flatMap((name) => places.map((place) => place.replace(' ', ` cohorts/${name}.yaml:`))));
});
