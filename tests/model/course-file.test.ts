import { expect, it } from 'vitest';
import { cohortSchema, courseSchema, courseTargets, minutesOf, moduleSchema } from '../../build/model/course-file.ts';

const COURSE = { id: 'depot', title: 'Dépôt', modules: ['rames'] };
const course = (more: object) => courseSchema.safeParse({ ...COURSE, ...more });
const module = (more: object) => moduleSchema.safeParse({ id: 'rames', title: 'Rames', ...more });
const accepts = (results: readonly { success: boolean }[]): boolean[] => results.map(({ success }) => success);

it('needs little, and fills in the rest', () => {
  expect(course({}).data).toMatchObject({
    lang: 'fr',
    profile: 'moodle',
    package: 'sco-per-module',
    targets: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'],
    theme: { name: 'plain' },
    pace: 'steps',
  });
  expect(module({}).data).toMatchObject({ duration: 0, completion: 'activities', 'on-fail': 'incomplete', certificate: false, aims: [] });
  expect(cohortSchema.safeParse({ title: 'Mardi' }).data).toMatchObject({ tags: [], variables: {}, modules: {} });
});

it('accepts ids of 60 small letters, digits and hyphens, that begin with a letter', () => {
  expect(accepts(['a', 'a'.repeat(60), 'a'.repeat(61), '1a', 'A', 'a_b', ''].map((id) => course({ id })))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('accepts titles on one line of at most 200 characters', () => {
  expect(accepts(['x'.repeat(200), 'x'.repeat(201), ' ', 'a\nb'].map((title) => module({ title })))).toEqual([true, false, false, false]);
});

it('accepts pass marks from 1 to 100, and minutes up to 6000', () => {
  expect(accepts([1, 100, 0, 101].map((pass) => module({ pass })))).toEqual([true, true, false, false]);
  expect(accepts([0, 6000, '90min', '90 min', 6001, -1, '90h'].map((duration) => module({ duration })))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([minutesOf(90), minutesOf('45min')]).toEqual([90, 45]);
});

it('refuses unknown keys, an empty list of sessions, and more than eight aims', () => {
  expect(
    accepts([
      course({ modul: 1 }),
      course({ modules: [] }),
      module({ aims: new Array(8).fill('Voir') }),
      module({ aims: new Array(9).fill('Voir') }),
    ]),
  ).toEqual([false, false, true, false]);
});

it('accepts colours of six hexadecimal digits', () => {
  expect(accepts(['#1D4ED8', '#abc', 'red', '#1D4ED8F'].map((accent) => course({ theme: { accent } })))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('packs a whole course for the targets that were named, else where LMSs can record it', () => {
  const targets = (more: object) => courseTargets(courseSchema.parse({ ...COURSE, ...more }));
  expect([
    targets({}),
    targets({ modules: ['a', 'b'] }),
    targets({ package: 'one-sco' }),
    targets({ modules: ['a', 'b'], 'course-targets': ['scorm2004-4'] }),
  ]).toEqual([[], ['scorm12', 'web'], ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'], ['scorm2004-4']]);
});
