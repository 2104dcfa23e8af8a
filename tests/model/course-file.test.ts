import { expect, it } from 'vitest';
import { bankSchema, cohortSchema, courseSchema, courseTargets, minutesOf, moduleSchema } from '../../build/model/course-file.ts';

const COURSE = { id: 'depot', title: 'Dépôt', modules: ['rames'] };
const course = (more: object) => courseSchema.safeParse({ ...COURSE, ...more });
const module = (more: object) => moduleSchema.safeParse({ id: 'rames', title: 'Rames', ...more });
const accepts = (results: readonly { success: boolean }[]): boolean[] => results.map(({ success }) => success);

it('needs little, and fills in the rest', () => {
  expect(course({}).data).toEqual({
    ...COURSE,
    lang: 'fr',
    organisation: '',
    profile: 'moodle',
    package: 'sco-per-module',
    targets: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'],
    competencies: [],
    people: [],
    variables: {},
    theme: { name: 'plain' },
    pace: 'steps',
  });
  const rules = { duration: 0, completion: 'activities', 'on-fail': 'incomplete', certificate: false };
  expect(module({}).data).toEqual({ id: 'rames', title: 'Rames', ...rules, competencies: [], aims: [], bands: [] });
  const mardi = { title: 'Mardi', tags: [], variables: {}, theme: {}, modules: {}, includes: {} };
  expect(cohortSchema.safeParse({ title: ' Mardi ' }).data).toEqual(mardi);
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

it('suggests what to write, names in both languages', () => {
  expect(course({ id: 'A' }).error?.issues.map(({ message }) => message)).toEqual(['ma-seance\nmy-session']);
  const message = (more: object) => module(more).error?.issues[0]?.message;
  expect([message({ aims: [3] }), message({ duration: 'x' }), message({ title: 'a\nb' })]).toEqual([
    '{ text: "…", icon: scroll }',
    '90min',
    'Séance 1 : Le partenariat\nSession 1: Partnership',
  ]);
});

it('accepts organisations of 200 characters, tags of small letters, and what each list names', () => {
  expect(accepts([200, 201].map((length) => course({ organisation: 'a'.repeat(length) })))).toEqual([true, false]);
  expect(accepts(['2-soirs', 'Soir', ''].map((tag) => cohortSchema.safeParse({ title: 'Mardi', tags: [tag] })))).toEqual([
    true,
    false,
    false,
  ]);
  const wrong = [{ lang: 'de' }, { profile: 'x' }, { package: 'x' }, { pace: 'x' }, { targets: ['x'] }, { 'course-targets': ['x'] }];
  expect(accepts(wrong.map(course))).toEqual(wrong.map(() => false));
  const right = [
    { lang: 'en' },
    { profile: 'strict' },
    { pace: 'page' },
    { 'course-targets': [] },
    { theme: { name: 'vif', logo: 'a.png' } },
  ];
  expect(accepts(right.map(course))).toEqual(right.map(() => true));
  expect(accepts(['visited', 'score', 'visited+score', 'x'].map((completion) => module({ completion })))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('accepts titles on one line of at most 200 characters', () => {
  expect(accepts(['x'.repeat(200), 'x'.repeat(201), ' ', 'a\nb'].map((title) => module({ title })))).toEqual([true, false, false, false]);
});

it('accepts pass marks from 1 to 100, and minutes up to 6000', () => {
  expect(accepts([1, 100, 0, 101].map((pass) => module({ pass })))).toEqual([true, true, false, false]);
  expect(
    accepts([0, 6000, '90min', '9000 min', 6001, -1, '90h', '90000min', 'x90min', '90mins'].map((duration) => module({ duration }))),
  ).toEqual([...[true, true, true, true], ...[false, false, false, false, false, false]]);
  expect([minutesOf(90), minutesOf('45min'), minutesOf('8 min')]).toEqual([90, 45, 8]);
});

it('refuses unknown keys, an empty list of sessions, and more than eight aims', () => {
  const bank = (more: object) => bankSchema.safeParse({ title: 'Rames', ...more });
  const cohort = (more: object) => cohortSchema.safeParse({ title: 'Mardi', ...more });
  expect(accepts([bank({}), bank({ pass: 1 }), cohort({ pass: 1 }), module({ lang: 'fr' }), course({ pass: 1 })])).toEqual([
    true,
    ...[false, false, false, false],
  ]);
  expect(accepts([{ title: 'a', x: 1 }].map((more) => course({ competencies: [{ id: 'a', ...more }] })))).toEqual([false]);
  expect(
    accepts([course({ theme: { x: 1 } }), cohort({ theme: { name: 'vif' } }), module({ bands: [{ from: 1, text: 'a', x: 1 }] })]),
  ).toEqual([false, false, false]);
  expect(
    accepts([
      course({ modul: 1 }),
      course({ modules: [] }),
      module({ aims: new Array(8).fill('Voir') }),
      module({ aims: new Array(9).fill('Voir') }),
    ]),
  ).toEqual([false, false, true, false]);
});

const someone = { id: 'nadia', name: 'Nadia' };
const person = (more: object) => course({ people: [{ ...someone, ...more }] });

it('lets a cohort change a session’s title, time and rules, and nothing else', () => {
  const changed = (rames: object) => cohortSchema.safeParse({ title: 'Mardi', modules: { rames } });
  const all = { title: 'Le soir', duration: '45min', pass: 50, completion: 'visited', 'on-fail': 'failed' };
  expect(changed(all).data?.modules).toEqual({ rames: all });
  expect(accepts([changed({}), changed({ pace: 'page' }), course({ targets: [] }), course({ targets: ['web'] })])).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

it('describes people by name, role, colour, picture and face, each within its limits', () => {
  expect(person({ role: 'CESF', colour: 4, picture: 'a.png', face: { beard: 'full', glasses: 'round' } }).success).toBe(true);
  expect(course({ people: [{ id: 'nadia' }] }).success).toBe(false);
  expect(accepts([1, 4, 0, 5, 1.5].map((colour) => person({ colour })))).toEqual([true, true, false, false, false]);
  expect(accepts([1, 80, 0, 81].map((length) => person({ name: 'a'.repeat(length) })))).toEqual([true, true, false, false]);
  expect(accepts([1, 200, 0, 201].map((length) => person({ picture: 'a'.repeat(length) })))).toEqual([true, true, false, false]);
  expect(person({ name: ' Nadia ', role: ' CESF ', face: {} }).data?.people).toEqual([
    {
      id: 'nadia',
      name: 'Nadia',
      role: 'CESF',
      face: { hair: 'short', 'hair-colour': 'black', skin: 'beige', expression: 'smile', glasses: 'none', beard: 'none', clothes: 'blue' },
    },
  ]);
  expect(accepts([60, 61].map((count) => course({ people: new Array(count).fill(someone) })))).toEqual([true, false]);
  expect(accepts([{ hair: 'x' }, { beard: 'x' }, { eyes: 'x' }].map((face) => person({ face })))).toEqual([false, false, false]);
});

it('accepts variables of 2000 characters, and texts of a session within their limits', () => {
  const text = (length: number): string => 'a'.repeat(length);
  expect(accepts([2000, 2001].map((length) => course({ variables: { chef: text(length) } })))).toEqual([true, false]);
  expect(accepts(['chef-2', 'Chef', '2e', ''].map((name) => course({ variables: { [name]: 'x' } })))).toEqual([true, false, false, false]);
  expect(accepts([1, 400, 0, 401].map((length) => module({ lead: text(length) })))).toEqual([true, true, false, false]);
  expect(accepts([1, 200, 0, 201].map((length) => module({ aims: [{ text: text(length), icon: 'tram' }] })))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(accepts([12, 13].map((count) => module({ people: new Array(count).fill('nadia') })))).toEqual([true, false]);
  expect(accepts([20, 21].map((count) => module({ bands: new Array(count).fill({ from: 0, text: 'Bien' }) })))).toEqual([true, false]);
  const band = (more: object) => module({ bands: [{ from: 0, text: 'Bien', ...more }] });
  expect(accepts([0, 100, -1, 101, 1.5].map((from) => band({ from })))).toEqual([true, true, false, false, false]);
  expect(accepts([1, 400, 401, 0].map((length) => band({ text: text(length) })))).toEqual([true, true, false, false]);
});

it('leaves out spaces around texts', () => {
  const { lead, aims, bands } = module({ lead: ' a ', aims: [' b ', { text: ' c ' }], bands: [{ from: 0, text: ' d ' }] }).data ?? {};
  expect([lead, aims, bands]).toEqual(['a', ['b', { text: 'c' }], [{ from: 0, text: 'd' }]]);
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
    targets({ package: 'one-sco', 'course-targets': [] }),
    targets({ modules: ['a', 'b'], targets: ['scorm2004-3', 'web'] }),
  ]).toEqual([[], ['scorm12', 'web'], ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'], ['scorm2004-4'], [], ['web']]);
});
