import { expect, test } from 'vitest';
import { pagesOf, progressOf } from '../../../build/results/analyse/progress.ts';
import type { Participation } from '../../../build/results/join/join.ts';
import { question } from '../join/questions.ts';

const questions = [
  question('a'),
  question('b', { page: 'Cuire' }),
  question('c', { page: 'Cuire', drawn: true }),
  question('d', { page: 'Cuire', required: false }),
];
const facts = {
  id: 'fournil',
  title: 'Le fournil',
  minutes: 30,
  pass: 60,
  competencies: [],
  pages: ['Accueil', 'Pétrir', 'Cuire', 'Partir'].map((title, index) => ({ id: title, title, minutes: 5 * (index + 1) })),
};
const pages = pagesOf(questions, facts);

function somebody(ids: readonly string[] | null, more: Partial<Participation> = {}, score?: number): Participation {
  const answers = new Map(
    (ids ?? []).map((id) => [id, { question: question(id), raw: 'a', words: 'a', verdict: 'none' as const, isCut: false }]),
  );
  const attempt = { file: 'a.txt', number: 1, started: '', last: '', answers, old: [], ...(score !== undefined && { score }) };
  return { person: { name: 'Noé', email: '', isHomonym: false }, attempts: 1, ...(ids && { attempt }), ...more };
}

test.each([
  ['nobody opened it', somebody(null), 'none', 'unopened', []],
  ['the first page is done', somebody(['a']), 'underway', 'stopped', [0, 1]],
  ['a later page is done, and one that was left out', somebody(['b']), 'underway', 'stopped', [0, 2]],
  ['not all is answered, below the pass mark', somebody(['a'], {}, 40), 'underway', 'stopped', [0, 1]],
  ['all is answered, below the pass mark', somebody(['a', 'b'], {}, 40), 'underway', 'below', [0, 1, 2]],
  ['all is answered, the pass mark reached', somebody(['a', 'b'], {}, 60), 'done', '', [0, 1, 2, 3]],
  ['the completion decides', somebody(['a'], { completed: '2026-05-01T10:00' }), 'done', '', [0, 1, 3]],
  ['the completion decides against the answers', somebody(['a', 'b'], { completed: '' }, 80), 'underway', 'answered', [0, 1, 2]],
  ['completed without an attempt', somebody(null, { completed: '2026-05-01T10:00' }), 'done', '', [0, 3]],
])('%s', (_, participation, state, why, done) => {
  expect(progressOf(participation, pages, 60)).toMatchObject({ state, why, donePages: done });
});

test('the declared minutes are those of the finished pages', () => {
  expect(progressOf(somebody(['a']), pages, 60).declaredMinutes).toBe(15);
});

test('a page that goes further counts only if something on it was answered', () => {
  const more = [...questions, question('e', { page: 'Partir', required: false })];
  const further = pagesOf(more, {
    ...facts,
    pages: facts.pages.map((page) => (page.title === 'Partir' ? { ...page, further: true as const } : page)),
  });
  expect(progressOf(somebody(['a', 'b']), further, 60)).toMatchObject({ state: 'done', donePages: [0, 1, 2] });
  const both = [...more, question('f', { page: 'Partir', required: false })];
  expect(
    pagesOf(both, {
      ...facts,
      pages: further.map((page) => ({ ...page, id: 'x', ...(page.further && { further: true as const }) })) as never,
    }).at(-1),
  ).toEqual({
    title: 'Partir',
    minutes: 20,
    further: ['e', 'f'],
    required: [],
  });
  const wide = further.map((page) => (page.further ? { ...page, further: ['e', 'f'] } : page));
  expect(progressOf(somebody(['a', 'b', 'e']), wide, 60).donePages).toEqual([0, 1, 2, 3]);
  expect(progressOf(somebody(['a', 'b', 'e']), further, 60)).toMatchObject({ state: 'done', donePages: [0, 1, 2, 3] });
});

test('without a package the pages are those that questions name', () => {
  const named = [
    { title: 'Pétrir', minutes: 0, required: ['a'] },
    { title: 'Cuire', minutes: 0, required: ['b'] },
  ];
  expect([pagesOf(questions, undefined), pagesOf(questions, { ...facts, pages: [] })]).toEqual([named, named]);
});

test('a session may have one page', () => {
  const [page] = facts.pages;
  expect(pagesOf(questions, { ...facts, pages: page ? [page] : [] })).toEqual([{ title: 'Accueil', minutes: 5, required: [] }]);
});

test.each([
  ['passed', 'done', ''],
  ['completed', 'done', ''],
  ['incomplete', 'underway', 'answered'],
])('the details of an attempt, %s, decide where there is no completion', (status, state, why) => {
  const { attempt, ...more } = somebody(['a', 'b'], {}, 80);
  const participation = { ...more, attempt: { ...attempt, details: { status } } } as unknown as Participation;
  expect(progressOf(participation, pages, 60)).toMatchObject({ state, why, basis: 'details' });
});

test('of completion and details the completion decides', () => {
  const { attempt, ...more } = somebody(['a', 'b'], { completed: '' }, 80);
  const participation = { ...more, attempt: { ...attempt, details: { status: 'passed' } } } as unknown as Participation;
  expect(progressOf(participation, pages, 60)).toMatchObject({ state: 'underway', basis: 'completion' });
});

test('without required questions before it, a page counts as done only if a later one is', () => {
  const three = ['Accueil', 'Plan', 'Pétrir'].map((title) => ({ title, minutes: 1, required: title === 'Pétrir' ? ['a', 'b'] : [] }));
  expect([somebody(['a']), somebody(['a', 'b'])].map((one) => progressOf(one, three, 60).donePages)).toEqual([[], [0, 1, 2]]);
  const two = [...three, { title: 'Cuire', minutes: 1, required: ['c'] }];
  expect(progressOf(somebody(['a', 'b']), two, 60).donePages).toEqual([0, 1, 2]);
});

test('a state is based on the completion, else the answers', () => {
  const basis = (one: Participation): string => progressOf(one, pages, 60).basis;
  expect(basis(somebody(['a'], { completed: '2026-05-01T10:00' }))).toBe('completion');
  expect(basis(somebody(['a', 'b'], { completed: '' }))).toBe('completion');
  expect(progressOf(somebody(null, { completed: '' }), pages, 60)).toMatchObject({ state: 'none', why: 'unopened', basis: 'completion' });
  expect([basis(somebody(['a', 'b'])), basis(somebody(null))]).toEqual(['answers', 'answers']);
});

test('answers show no end where none is required', () => {
  const free = pagesOf([question('a', { required: false })], undefined);
  expect(progressOf(somebody(['a']), free, undefined)).toMatchObject({ state: 'underway', why: 'stopped', donePages: [] });
});

test('a score one below the pass mark is below it; without a pass mark none is', () => {
  const state = (score: number, pass?: number): string => progressOf(somebody(['a', 'b'], {}, score), pages, pass).state;
  expect([state(59, 60), state(60, 60), state(0)]).toEqual(['underway', 'done', 'done']);
});
