import { expect, test } from 'vitest';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const course = (text: string): string => `id: depot\ntitle: Dépôt\nmodules: [rames]\n${text}`;
const look = (text: string, cohort = 'title: Mardi\n') =>
  lookAtPage('Une rame.', {
    'course.yaml': course(text),
    'cohorts/mardi.yaml': cohort,
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });

test('a session named as its course would overwrite the course’s package', () => {
  expect(look('').found).toEqual([]);
  expect(look('package: one-sco\n').found).toEqual([]);
  const named = lookAtPage('Une rame.', { 'course.yaml': 'id: rames\ntitle: Dépôt\nmodules: [rames]\n' });
  expect(named.found).toContain('duplicate-id 3');
});

test('a session may be named as a competency, unless both are objectives of one SCO', () => {
  const both = 'competencies: [{ id: rames, title: Rouler }]\n';
  expect(look(both).found).toEqual([]);
  expect(look(`${both}package: one-sco\n`).found).toEqual(['competency-named-as-module 4']);
});

test('an accent that can’t be read brings a shade that can, in the course and in a cohort', () => {
  const pale = 'theme: { accent: "#FFD54F" }\n';
  expect(look('theme: { accent: "#1D4ED8" }\n').found).toEqual([]);
  const looked = look(pale);
  expect(looked.found).toEqual(['poor-contrast 4']);
  const { suggestion, needed } = valuesOf(looked, 'poor-contrast') ?? {};
  expect([needed, look(`theme: { accent: "${suggestion}" }\n`).found]).toEqual([4.5, []]);
  expect(look('', `title: Mardi\n${pale}`).found).toEqual(['poor-contrast 2']);
});

test('a logo is a file of the course', () => {
  expect(look('theme: { logo: logo.svg }\n').found).toEqual([]);
  expect(look('theme: { logo: autre.svg }\n').found).toEqual(['missing-asset 4']);
});

test('two people with one id are reported, beside other mistakes of the course', () => {
  const people = 'people: [{ id: nadia, name: Nadia }, { id: nadia, name: Marc }]\n';
  expect(look(people).found).toEqual(['duplicate-id 4']);
  const wrong = lookAtPage('Une rame.', {
    'course.yaml': `id: rames\ntitle: Dépôt\nmodules: [rames]\n${people}theme: { logo: autre.svg }\n`,
    'cohorts/mardi.yaml': 'title: Mardi\ntags: [paper]\n',
  });
  expect(wrong.found.slice(0, 4)).toEqual(['duplicate-id 3', 'missing-asset 5', 'duplicate-id 4', 'tag-of-medium 2']);
});

test('names of sessions are reported before objectives', () => {
  const looked = lookAtPage('Une rame.', {
    'course.yaml': 'id: rames\ntitle: Dépôt\nmodules: [rames]\ncompetencies: [{ id: rames, title: Rouler }]\npackage: one-sco\n',
  });
  expect(looked.found.slice(0, 2)).toEqual(['duplicate-id 3', 'competency-named-as-module 4']);
});

test('a cohort changes variables and sessions that the course has', () => {
  const text = 'variables: { chef: le chef }\n';
  expect(look(text, 'title: Mardi\nvariables: { chef: la cheffe }\nmodules: { rames: { pass: 60 } }\n').found).not.toContain(
    'unknown-module 3',
  );
  const variable = look(text, 'title: Mardi\nvariables: { chefs: la cheffe }\n');
  expect([variable.found, valuesOf(variable, 'unknown-variable')]).toEqual([['unknown-variable 2'], { name: 'chefs', near: 'chef' }]);
  const module = look(text, 'title: Mardi\nmodules: { rame: { duration: 60 } }\n');
  expect([module.found, valuesOf(module, 'unknown-module')]).toEqual([['unknown-module 2'], { id: 'rame', near: 'rames' }]);
});
