import { expect, test } from 'vitest';
import { questionsOf } from '../../../build/exchange/export/from-module.ts';
import { END, VARIABLE_IN_HTML } from '../../../build/model/markers.ts';
import type { ValidActivity, ValidModule } from '../../../build/model/source.ts';

const FOUR = `${VARIABLE_IN_HTML}four${END}`;

function activity(id: string, type: string, options: object = {}, more: object = {}): ValidActivity {
  const at = { file: `${id}.md`, line: 7, column: 1 };
  return { id, type, at, points: 2, competencies: ['c1'], options, ...more } as unknown as ValidActivity;
}

const essay = (id: string, more: object = {}): ValidActivity =>
  activity(id, 'open-question', { prompt: '<p>Racontez</p>', fields: [{ minWords: 5 }] }, more);

const inner = (...activities: readonly ValidActivity[]) => activities.map((one) => ({ kind: 'activity', activity: one }));
const module = (...activities: readonly ValidActivity[]): ValidModule =>
  ({ pages: [{ nodes: inner(...activities) }] }) as unknown as ValidModule;

const world = { lang: 'fr' as const, variables: { four: 'Four' }, categoryOf: ({ id }: ValidActivity) => ['Pain', id] };

test('a question has the id, text, points, competencies and line of its activity', () => {
  const cases = [
    { when: ['right', 'partly'], after: '<p>Oui</p>' },
    { when: ['wrong'], after: '<p>Non</p>' },
  ];
  expect(questionsOf(module(essay('recit', { after: '<p>Voir</p>', cases })), world)).toEqual({
    questions: [
      {
        kind: 'essay',
        name: 'recit',
        idNumber: 'recit',
        text: 'Racontez',
        after: 'Voir',
        results: { right: 'Oui', partly: 'Oui', wrong: 'Non' },
        points: 2,
        category: ['Pain', 'recit'],
        tags: ['c1'],
        line: 7,
        minWords: 5,
      },
    ],
    files: new Map([['recit', 'recit.md']]),
    remarks: [],
  });
});

test('without them a question has no feedback and an empty text', () => {
  const [question] = questionsOf(module(activity('recit', 'open-question', { fields: [] }, { cases: [] })), world).questions;
  expect(question).toEqual({
    kind: 'essay',
    name: 'recit',
    idNumber: 'recit',
    text: '',
    points: 2,
    category: ['Pain', 'recit'],
    tags: ['c1'],
    line: 7,
  });
});

test('what only holds questions is none; those inside it are', () => {
  const found = ['quiz', 'recap', 'accordion', 'tabs', 'timeline', 'cards', 'reveal'].map((type) =>
    questionsOf(module(activity('x', type, { nodes: inner(essay('recit')) })), world),
  );
  for (const { questions, remarks } of found) expect([questions.map(({ name }) => name), remarks]).toEqual([['recit'], []]);
});

test('an id is exported once, in other modules too', () => {
  const met = new Set<string>();
  const names = (one: ValidModule) => questionsOf(one, world, met).questions.map(({ name }) => name);
  expect(names(module(essay('a'), essay('b'), essay('a')))).toEqual(['a', 'b']);
  expect(names(module(essay('b'), essay('c')))).toEqual(['c']);
  expect(questionsOf(module(essay('a')), world).questions).toHaveLength(1);
});

test('a type without a counterpart is refused, with its place', () => {
  const { questions, files, remarks } = questionsOf(module(activity('carte', 'mind-map')), world);
  expect([questions, [...files]]).toEqual([[], []]);
  expect(remarks).toEqual([
    { level: 'refused', key: 'export.kind', values: { type: 'mind-map', to: 'Moodle' }, line: 7, file: 'carte.md', id: 'carte' },
  ]);
});

test('the same remark is made once for an activity', () => {
  const text = `<p>${FOUR} et ${FOUR}</p>`;
  const { questions, remarks } = questionsOf(
    module(essay('a', { after: text }), essay('b', { after: text, cases: [{ when: ['right'], after: text.replaceAll('four', 'sel') }] })),
    world,
  );
  expect(questions.map(({ after, results }) => [after, results])).toEqual([
    ['Four et Four', undefined],
    ['Four et Four', { right: 'et' }],
  ]);
  expect(remarks.map(({ id, level, key, values }) => [id, level, key, values])).toEqual([
    ['a', 'note', 'export.variable', { name: 'four' }],
    ['b', 'note', 'export.variable', { name: 'four' }],
    ['b', 'note', 'export.variable', { name: 'sel' }],
  ]);
});

test('statements have files of their own', () => {
  const choices = ['un', 'deux'].map((html) => ({ html, text: html, right: true }));
  expect([...questionsOf(module(activity('vf', 'true-false', { prompt: '', choices })), world).files]).toEqual([
    ['vf-1', 'vf.md'],
    ['vf-2', 'vf.md'],
  ]);
});
