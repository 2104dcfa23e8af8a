import { expect, test } from 'vitest';
import { courseValue, membersOf, textIn, textMap, textsIn } from '../../../build/studio/course/course-value.ts';

test('a course with mistakes is read as far as it goes', () => {
  const course = courseValue({ title: 12, competencies: 'none', people: [{ id: 'ada', face: { hair: 'bob' } }, null], modules: null });
  expect(course.title).toBe('12');
  expect(course.competencies).toEqual([]);
  expect(course.people.map(({ id, colour, face }) => [id, colour, face.hair])).toEqual([
    ['ada', 1, 'bob'],
    ['', 2, 'short'],
  ]);
  expect(course.modules).toEqual([]);
});

test('an empty course has the usual settings', () => {
  expect(courseValue(undefined)).toEqual({
    id: '',
    title: '',
    lang: 'fr',
    organisation: '',
    profile: 'moodle',
    package: 'sco-per-module',
    pace: 'steps',
    targets: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'],
    competencies: [],
    people: [],
    modules: [],
    variables: {},
    look: 'plain',
    accent: '',
    logo: '',
  });
});

test('each setting is read from its key', () => {
  const course = {
    id: 'four',
    title: 'Le four',
    lang: 'en',
    organisation: 'École',
    profile: 'strict',
    package: 'one-sco',
    pace: 'page',
    targets: ['web'],
    competencies: [{ id: 'cuire', title: 'Cuire' }],
    modules: ['pain', 2],
    variables: { ville: 'Lyon', an: 2026 },
    theme: { name: 'vif', accent: '#123456', logo: 'a.svg' },
  };
  const { theme, ...rest } = course;
  expect(courseValue(course)).toEqual({
    ...rest,
    people: [],
    modules: ['pain', '2'],
    variables: { ville: 'Lyon', an: '2026' },
    look: theme.name,
    accent: theme.accent,
    logo: theme.logo,
  });
  expect([courseValue({ targets: 'web' }).targets, courseValue({ lang: 'de' }).lang]).toEqual([[], 'fr']);
});

test('people have what is written; the discs behind them repeat after four', () => {
  const ada = { id: 'ada', name: 'Ada', role: 'r', picture: 'a.png', colour: 3 };
  const { people } = courseValue({ people: [ada, {}, {}, {}, {}, { colour: 'red' }] });
  expect(people[0]).toMatchObject(ada);
  expect(people.map(({ colour }) => colour)).toEqual([3, 2, 3, 4, 1, 2]);
  expect(Object.keys(people[1]?.face ?? {}).length).toBe(7);
});

test('values of another kind are left out', () => {
  expect([membersOf([1]), membersOf(null), membersOf('a'), membersOf({ a: 1 })]).toEqual([{}, {}, {}, { a: 1 }]);
  expect([textIn('a'), textIn(0), textIn(true, 'b'), textIn(null), textIn([])]).toEqual(['a', '0', 'b', '', '']);
  expect([textIn('', 'b'), textIn(undefined, 'b')]).toEqual(['', 'b']);
  expect([textsIn('a'), textsIn(['a', null, 1]), textMap([1]), textMap({ a: null, b: 1 })]).toEqual([
    [],
    ['a', '', '1'],
    {},
    { a: '', b: '1' },
  ]);
});
