import { expect, test } from 'vitest';
import { beforeAfterOf } from '../../../build/results/analyse/before-after.ts';
import type { Participation } from '../../../build/results/join/join.ts';
import { question } from '../join/questions.ts';

const near = { a: 'Non', b: 'Un peu', c: 'Oui' };
const scale = (id: string, more: object = {}) => question(id, { kind: 'likert', text: 'Savez-vous ?', near, ...more });
const person = (...given: [string, string][]): Participation =>
  ({ attempt: { answers: new Map(given.map(([id, raw]) => [id, { raw }])) } }) as unknown as Participation;

test('moves from one scale to the next with the same text and levels, in order', () => {
  const people = [
    person(['t', 'b'], ['s', 'a']),
    person(['t', ' a '], ['s', ' c ']),
    person(['t', 'a'], ['s', 'c']),
    person(['t', 'a'], ['s', 'b']),
    person(['t', 'a']),
    person(['t', 'z'], ['s', 'a']),
    {} as Participation,
  ];
  expect(beforeAfterOf([scale('t'), question('x'), scale('s')], people)).toEqual([
    {
      before: 't',
      after: 's',
      text: 'Savez-vous ?',
      levels: ['Non', 'Un peu', 'Oui'],
      moves: [
        { from: 0, to: 1, n: 1 },
        { from: 0, to: 2, n: 2 },
        { from: 1, to: 0, n: 1 },
      ],
    },
  ]);
});

test('no pair: another text, other levels, or no scale', () => {
  expect(
    beforeAfterOf(
      [
        scale('t'),
        scale('s', { text: 'Autre ?' }),
        scale('u', { near: { a: 'Non', b: 'Oui' } }),
        question('v', { text: 'Savez-vous ?', near }),
      ],
      [],
    ),
  ).toEqual([]);
  const more = { text: 'Autre ?' };
  expect(
    beforeAfterOf([scale('t'), scale('v', more), scale('s'), scale('w', more)], []).map(({ before, after }) => before + after),
  ).toEqual(['ts', 'vw']);
  expect(beforeAfterOf([scale('t'), scale('s'), scale('u')], []).map(({ before, after }) => before + after)).toEqual(['ts', 'tu']);
});

test('the same level may have another token in each scale', () => {
  const later = scale('s', { near: { x: 'Non', b: 'Un peu', a: 'Oui' } });
  expect(beforeAfterOf([scale('t'), later], [person(['t', 'a'], ['s', 'a']), person(['t', 'c'], ['s', 'x'])])[0]?.moves).toEqual([
    { from: 0, to: 2, n: 1 },
    { from: 2, to: 0, n: 1 },
  ]);
});
