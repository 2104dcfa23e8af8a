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

test('if everybody is right, the results prove that these are the responses', () => {
  expect(link([row('Ana', [part('', { four: 'a', pain: 'b', sel: 'a' }, 'correct')])])).toEqual({
    errors: [],
    linked: [['Ana', 'petrir', 3]],
  });
});
