import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { PackagePlan } from '../../../build/model/package.ts';
import { readPackage } from '../../../build/results/read/package.ts';
import { describe } from '../../../build/stages/pack/describe.ts';
import { reportFacts } from '../../../build/stages/pack/report-facts.ts';
import { bakery, bakeryCourse } from '../../helpers/bakery.ts';

const pages = [
  { id: 'bois', n: 1, title: 'Le bois', further: true as const },
  { id: 'four', n: 2, title: 'Le four' },
  { id: 'pain', n: 3, title: 'Le pain' },
];
const competencies = [
  { id: 'c2', title: 'Cuire' },
  { id: 'c1', title: 'Pétrir' },
];

const plan = (...contents: readonly ReturnType<typeof bakery>[]): PackagePlan =>
  ({
    course: { id: 'pain', title: 'Le pain', organisation: 'La boulangerie', theme: { name: 'plain', accent: '#123456' } },
    modules: contents.map((content) => ({ content, pageMinutes: { four: 4, bois: 2 } })),
    target: 'scorm12',
    whole: false,
  }) as unknown as PackagePlan;

test('a session with its pages in the order of their numbers, its minutes and competencies', () => {
  const content = bakery({ id: 'nuit', title: 'La nuit', minutes: 12, completion: 'visited', pages, competencies });
  expect(reportFacts(plan(content))).toEqual({
    courseTitle: 'Le pain',
    organisation: 'La boulangerie',
    sessions: [
      {
        id: 'nuit',
        title: 'La nuit',
        minutes: 12,
        competencies,
        pages: [
          { id: 'four', title: 'Le four', minutes: 4 },
          { id: 'pain', title: 'Le pain', minutes: 0 },
          { id: 'bois', title: 'Le bois', minutes: 2, further: true },
        ],
      },
    ],
  });
});

test('every session of a package, in its order', () => {
  const { sessions } = reportFacts(plan(bakery({ id: 'nuit', title: 'La nuit' }), bakery({ id: 'matin', title: 'Le matin' })));
  expect(sessions.map(({ id, title }) => [id, title])).toEqual([
    ['nuit', 'La nuit'],
    ['matin', 'Le matin'],
  ]);
});

test('a session has the pass mark that is written, or all points if a score completes it', () => {
  const passOf = (more: Parameters<typeof bakery>[0]): unknown => reportFacts(plan(bakery(more))).sessions[0]?.pass;
  expect([passOf({ completion: 'score', pass: 60 }), passOf({ completion: 'score', pass: 0 }), passOf({ completion: 'score' })]).toEqual([
    60, 0, 100,
  ]);
  expect(reportFacts(plan(bakery({ completion: 'visited' }))).sessions[0]).not.toHaveProperty('pass');
});

test('a course that is one SCO has the ids of its sessions, no pass mark, and its pages as they are', () => {
  const course = { ...bakeryCourse(), pages, pass: 60 };
  expect(reportFacts(plan(course)).sessions).toMatchObject([{ id: 'matin+nuit', pages: [{ id: 'bois' }, { id: 'four' }, { id: 'pain' }] }]);
  expect(reportFacts(plan(course)).sessions[0]).not.toHaveProperty('pass');
});

test('reports read the facts from the description in a package', () => {
  const text = describe(plan(bakery({ id: 'nuit', title: 'La nuit', pages, competencies })), 'digest', '1.2.3');
  const facts = readPackage(zipSync({ 'cartable.json': strToU8(text) }), 'nuit.scorm12.zip');
  expect(facts).toMatchObject({ course: 'pain', courseTitle: 'Le pain', cohort: '', content: 'digest' });
  expect(facts?.sessions).toMatchObject([
    { id: 'nuit', title: 'La nuit', competencies, pages: [{ id: 'four' }, { id: 'pain' }, { id: 'bois' }] },
  ]);
});
