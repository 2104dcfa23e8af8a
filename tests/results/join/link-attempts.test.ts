import { expect, test } from 'vitest';
import { linkAttempts } from '../../../build/results/join/link-attempts.ts';
import type { Codebook, RawAnswer, RawAttempt, RawPart } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const four = question('four', { near: { a: 'Chaud', b: 'Froid' }, right: ['a'] });
const pain = question('pain', { near: { a: 'Cuit', b: 'Cru' }, right: ['b'] });
const sel = question('sel', { near: { a: 'Oui', b: 'Non' }, right: ['a'] });
const petrir: Codebook = { ...codebook([four, pain, sel]), session: 'petrir' };
const cuire: Codebook = { ...codebook([question('cuisson', { near: { a: 'Longue' }, right: ['a'] })]), session: 'cuire' };

function part(title: string, answers: Readonly<Record<string, string>>, result?: string): RawPart {
  const list = Object.entries(answers).map(
    ([id, response], place): RawAnswer => ({ place, id, response, ...(result !== undefined && { result }) }),
  );
  return { title, answers: list };
}

function row(name: string, parts: readonly RawPart[], more: Partial<RawAttempt> = {}): RawAttempt {
  return { file: 'a.txt', name, email: '', number: parts.length > 0 ? 1 : 0, started: '', last: '', parts, ...more };
}

function link(rows: readonly RawAttempt[], titles: Readonly<Record<string, string>> = {}) {
  const errors: string[] = [];
  const linked = linkAttempts(rows, [petrir, cuire], new Map(Object.entries(titles)), ({ key }) => errors.push(key));
  return { errors, linked: linked.map(({ row: { name }, session, attempt }) => [name, session, attempt ? attempt.answers.size : null]) };
}

test('of a course of several SCOs each part goes to its session, and an unopened one counts as no attempt', () => {
  const rows = [
    row('Ana', [part('Pétrir', { four: 'b', pain: '' }), part('Cuire', { cuisson: 'a' })]),
    row('Bea', [part('Pétrir', { four: 'a', pain: 'a' }), part('Cuire', {})]),
    row('Noé', []),
  ];
  const { errors, linked } = link(rows);
  expect(errors).toEqual([]);
  expect(linked).toContainEqual(['Ana', 'petrir', 1]);
  expect(linked).toContainEqual(['Ana', 'cuire', 1]);
  expect(linked).toContainEqual(['Bea', 'petrir', 2]);
  expect(linked).toContainEqual(['Bea', 'cuire', null]);
  expect(linked).toContainEqual(['Noé', 'petrir', null]);
  expect(linked).toContainEqual(['Noé', 'cuire', null]);
});

test('a report without answers is about the session whose title it has', () => {
  const rows = [row('Ana', [part('Cuire', {})]), row('Noé', [{ title: 'Cuire', answers: [] }], { number: 0 })];
  expect(link(rows, { petrir: 'Pétrir', cuire: 'CUIRE' }).linked).toEqual([
    ['Noé', 'cuire', null],
    ['Ana', 'cuire', 0],
  ]);
});

test.each([
  ['without a column of responses', [row('Ana', [part('', {})], { lacksResponses: true })], 'error.answers'],
  ['of another course', [row('Ana', [part('', { x: 'a', y: 'b' })])], 'error.other'],
  ['with the right answers instead of responses', [row('Ana', [part('', { four: 'a', pain: 'b', sel: 'a' })])], 'error.key'],
  [
    'with the right answers, where some results are wrong',
    [row('Ana', [part('', { four: 'a', pain: 'b', sel: 'a' }, 'wrong')])],
    'error.key',
  ],
])('a report %s can’t be used', (_, rows, key) => {
  expect(link(rows)).toEqual({ errors: [key], linked: [] });
});

test('a column of right answers is one beside right and wrong results too', () => {
  const answers = Object.entries({ four: 'a', pain: 'b', sel: 'a' }).map(([id, response], place) => ({ place, id, response }));
  const results = ['correct', 'incorrect', 'correct'];
  const mixed = answers.map((answer, index) => ({ ...answer, result: results[index] ?? '' }));
  expect(link([row('Ana', [{ title: '', answers: mixed }])]).errors).toEqual(['error.key']);
});

test('if everybody is right, the results prove that these are the responses', () => {
  expect(link([row('Ana', [part('', { four: 'a', pain: 'b', sel: 'a' }, 'correct')])])).toEqual({
    errors: [],
    linked: [['Ana', 'petrir', 3]],
  });
});

test('people without an attempt come first; the sessions of the others are theirs too', () => {
  const rows = [row('Ana', [part('', { four: 'b' })]), row('Noé', [])];
  expect(link(rows).linked).toEqual([
    ['Noé', 'petrir', null],
    ['Ana', 'petrir', 1],
  ]);
});

test('a report without any answer is about the only known session', () => {
  const rows = [row('Ana', [part('', {})])];
  expect(link(rows, { petrir: 'Pétrir' }).linked).toEqual([['Ana', 'petrir', 0]]);
  // Which of two it is about isn't known.
  expect(link(rows, { petrir: 'Pétrir', cuire: 'Cuire' }).linked).toEqual([]);
  expect(link(rows, { petrir: '', cuire: '' }).linked).toEqual([]);
});

test('without ids too, an attempt without answers stands beside the others', () => {
  const bare = (...responses: string[]): RawPart => ({ title: '', answers: responses.map((response, place) => ({ place, response })) });
  expect(link([row('Ana', [bare('b', 'a', 'a')]), row('Bea', [bare()])])).toEqual({
    errors: [],
    linked: [
      ['Ana', 'petrir', 3],
      ['Bea', 'petrir', 0],
    ],
  });
});

test('an attempt without answers stands beside those with some, with no answers', () => {
  const rows = [row('Ana', [part('', { four: 'b' })]), row('Bea', [part('', {})])];
  expect(link(rows).linked).toEqual([
    ['Ana', 'petrir', 1],
    ['Bea', 'petrir', 0],
  ]);
});

/** A part of a report whose answers have no ids. */
function bare(...responses: readonly string[]): RawPart {
  return { title: '', answers: responses.map((response, place): RawAnswer => ({ place, response })) };
}

test('answers without ids are those of the session of their shape', () => {
  const { errors, linked } = link([row('Ana', [bare('b', 'a', ' ')]), row('Bea', [bare('', '', '')])]);
  expect([errors, linked]).toEqual([
    [],
    [
      ['Ana', 'petrir', 2],
      ['Bea', 'petrir', 0],
    ],
  ]);
  expect(link([row('Ana', [bare('x', 'y')])])).toEqual({ errors: ['error.tick'], linked: [] });
  expect(link([row('Ana', [bare(' ', '')])], { petrir: 'Pétrir' })).toEqual({ errors: [], linked: [['Ana', 'petrir', 0]] });
  expect(link([row('Ana', [bare('a', 'b', 'a')])])).toEqual({ errors: ['error.key'], linked: [] });
});

test('everybody’s right answers are a key only if no result says that they are right', () => {
  const right = { four: 'a', pain: 'b', sel: 'a' };
  const rows = (result?: string): RawAttempt[] => [row('Ana', [part('', right, result)]), row('Bea', [part('', right, result)])];
  expect([link(rows()).errors, link(rows('incorrect')).errors, link(rows('correct')).errors]).toEqual([['error.key'], ['error.key'], []]);
  // One learner who was wrong shows that the others gave answers.
  expect(link([row('Ana', [part('', { ...right, four: 'b' })]), row('Bea', [part('', right)])]).errors).toEqual([]);
  expect(link([row('Ana', [part('', right)]), row('Bea', [part('', { ...right, four: 'b' })])]).errors).toEqual([]);
  // Answers may come in any order.
  expect(link([row('Ana', [part('', { sel: 'a', four: 'a', pain: 'b' })])]).errors).toEqual(['error.key']);
});

test('a report of another course is refused, even if some rows could be read; the message names the file', () => {
  const messages: unknown[] = [];
  const rows = [row('Ana', [part('', { four: 'b' })]), row('Bea', [part('', { inconnu: 'b' })])];
  expect(linkAttempts(rows, [petrir, cuire], new Map(), (message) => messages.push(message))).toEqual([]);
  expect(messages).toEqual([{ key: 'error.other', values: { file: 'a.txt' } }]);
});

test('a missing column of one row is enough to refuse the file, but not that of somebody without an attempt', () => {
  const ana = row('Ana', [part('', { four: 'b' })]);
  expect(link([ana, row('Bea', [part('', {})], { lacksResponses: true })]).errors).toEqual(['error.answers']);
  expect(link([ana, row('Noé', [], { lacksResponses: true })]).errors).toEqual([]);
});

test('answers of an earlier version of the session are read by its codebook', () => {
  const old: Codebook = { ...codebook([four, question('vieux', { near: { a: 'Oui' }, right: ['a'] })]), session: 'petrir' };
  const linked = linkAttempts([row('Ana', [part('Pétrir', { four: 'b', vieux: 'a' })])], [petrir, old], new Map(), () => undefined);
  expect(linked.map(({ session, title }) => [session, title])).toEqual([['petrir', 'Pétrir']]);
});

test('of several earlier versions the latest explains an answer', () => {
  const old = (word: string): Codebook => ({
    ...codebook([four, question('vieux', { near: { a: word }, right: ['a'] })]),
    session: 'petrir',
  });
  const rows = [row('Ana', [part('', { four: 'b', pain: 'a', sel: 'b', vieux: 'a' })])];
  const linked = linkAttempts(rows, [old('Avant'), old('Après'), petrir], new Map(), () => undefined);
  expect(linked.map(({ attempt }) => attempt?.answers.get('vieux')?.words)).toEqual(['Après']);
});

test('neither the order of the rows nor a title of another session changes whose answers are read', () => {
  const empty = row('Bea', [part('', {})]);
  const given = row('Ana', [part('', { four: 'b' })]);
  expect(link([empty, given, row('Noé', [])], { cuire: 'Cuire' }).linked).toEqual([
    ['Noé', 'petrir', null],
    ['Bea', 'petrir', 0],
    ['Ana', 'petrir', 1],
  ]);
  const two = row('Ana', [part('Pétrir', { four: 'b' }), part('Cuire', { cuisson: 'a' })]);
  expect(link([row('Bea', [part('Pétrir', { four: 'a' })]), two]).linked).toContainEqual(['Ana', 'cuire', 1]);
});

test('an answer to another session is explained by none of this one', () => {
  const { errors, linked } = link([row('Ana', [part('', { four: 'b', pain: 'a', cuisson: 'a' })])]);
  expect([errors, linked]).toEqual([[], [['Ana', 'petrir', 2]]]);
});
