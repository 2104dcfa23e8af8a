import { describe, expect, test } from 'vitest';
import { readDetails, readJsonDetails } from '../../../build/results/read/details.ts';

const OLD: string[][] = [
  ['cmi.core.lesson_status', 'passed'],
  ['cmi.core.score.raw', '83.5'],
  ['cmi.core.total_time', '00:10:30'],
  ['cmi.core.student_name', 'Moreau, In&#233;s'],
  ['cmi.interactions_1.id', 'eau'],
  ['cmi.interactions_1.student_response', 'L&#39;eau'],
  ['cmi.interactions_0.id', 'sel'],
  ['cmi.interactions_0.student_response', 'a'],
  ['cmi.interactions_0.result', 'correct'],
  ['cmi.interactions_2.student_response', 'x'],
  ['cmi.objectives_0.id', 'c1'],
  ['cmi.objectives_0.status', 'passed'],
  ['cmi.objectives_0.score.raw', '50'],
  ['cmi.objectives_1.status', 'x'],
];

const MODERN: string[][] = [
  ['cmi.completion_status', 'completed'],
  ['cmi.success_status', 'failed'],
  ['cmi.score.raw', '20'],
  ['cmi.total_time', 'PT1M30S'],
  ['cmi.learner_name', 'Ines'],
  ['cmi.interactions.0.id', 'sel'],
  ['cmi.interactions.0.learner_response', 'b'],
  ['cmi.objectives.0.id', 'c1'],
  ['cmi.objectives.0.success_status', 'failed'],
];

test('1.2', () => {
  expect(readDetails([['Élément', 'Valeur'], ...OLD], 'x.csv')).toEqual({
    file: 'x.csv',
    status: 'passed',
    score: 83.5,
    seconds: 630,
    learner: 'Moreau, Inés',
    answers: [
      { place: 0, id: 'sel', response: 'a', result: 'correct' },
      { place: 1, id: 'eau', response: "L'eau" },
    ],
    objectives: [{ id: 'c1', status: 'passed', score: 50 }],
  });
});

test('2004', () => {
  expect(readDetails(MODERN, 'x.csv')).toEqual({
    file: 'x.csv',
    status: 'failed',
    score: 20,
    seconds: 90,
    learner: 'Ines',
    answers: [{ place: 0, id: 'sel', response: 'b' }],
    objectives: [{ id: 'c1', status: 'failed' }],
  });
});

test('a score, a time and an objective of 0 are values', () => {
  const pairs = [
    ['cmi.core.score.raw', '0'],
    ['cmi.core.total_time', '00:00:00'],
    ['cmi.objectives_0.id', 'c1'],
    ['cmi.objectives_0.score.raw', '0'],
  ];
  expect(readDetails(pairs, 'x')).toEqual({ file: 'x', score: 0, seconds: 0, answers: [], objectives: [{ id: 'c1', score: 0 }] });
});

test('of the names of both standards, that of 1.2 counts', () => {
  const pairs = [
    ['cmi.objectives_0.id', 'c1'],
    ['cmi.objectives_0.success_status', 'failed'],
    ['cmi.objectives_0.status', 'passed'],
    ['cmi.interactions_0.id', 'sel'],
    ['cmi.interactions_0.learner_response', 'b'],
    ['cmi.interactions_0.student_response', 'a'],
    ['cmi.total_time', 'PT1S'],
    ['cmi.core.total_time', '00:00:02'],
    ['cmi.score.raw', '1'],
    ['cmi.core.score.raw', '2'],
    ['cmi.learner_name', 'Marc'],
    ['cmi.core.student_name', 'Ines'],
  ];
  expect(readDetails(pairs, 'x')).toEqual({
    file: 'x',
    score: 2,
    seconds: 2,
    learner: 'Ines',
    answers: [{ place: 0, id: 'sel', response: 'a' }],
    objectives: [{ id: 'c1', status: 'passed' }],
  });
});

describe('the status', () => {
  const status = (...pairs: [string, string][]) => readDetails(pairs, 'x')?.status;
  test('is the one that is known', () => {
    expect(status(['cmi.success_status', 'unknown'], ['cmi.completion_status', 'incomplete'])).toBe('incomplete');
    expect(status(['cmi.success_status', 'unknown'], ['cmi.completion_status', 'completed'])).toBe('completed');
    expect(status(['cmi.core.lesson_status', 'browsed'])).toBeUndefined();
    for (const known of ['passed', 'failed', 'completed', 'incomplete']) expect(status(['cmi.core.lesson_status', known])).toBe(known);
    expect(status(['cmi.core.lesson_status', 'not attempted'], ['cmi.success_status', 'passed'])).toBe('passed');
    expect(status([' cmi.core.lesson_status ', 'passed'])).toBe('passed');
    expect(Object.keys(readDetails([['cmi.location', 'x']], 'x') ?? {})).toEqual(['file', 'answers', 'objectives']);
  });
});

test('another table is none', () => {
  expect(
    readDetails(
      [
        ['a', 'b'],
        ['c', 'd'],
        ['cmi.location', 'x'],
      ],
      'x',
    ),
  ).toBeUndefined();
  expect(
    readDetails(
      [
        ['a', 'b'],
        [' cmi.location ', 'x'],
      ],
      'x',
    ),
  ).toBeDefined();
  expect([readDetails([], 'x'), readDetails([['voir cmi.location', 'x']], 'x'), readDetails([['cmi', 'x']], 'x')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('as JSON, with keys in any language', () => {
  const pairs = OLD.map(([lment, valeur]) => ({ lment, valeur }));
  expect(readJsonDetails(JSON.stringify([pairs]), 'x.csv')).toEqual(readDetails(OLD, 'x.csv'));
  expect(readJsonDetails(JSON.stringify({ data: { tracks: [{ element: 'cmi.core.score.raw', value: 7 }, null, 'x'] } }), 'x')?.score).toBe(
    7,
  );
  expect(
    ['{"nom":"Ana","ville":"Rennes"}', '{', '{"a":1}', '[]', '"cmi.location"', '{"element":"cmi.location","value":{}}'].map((text) =>
      readJsonDetails(text, 'x'),
    ),
  ).toEqual(Array(6).fill(undefined));
});

test('answers and objectives come in the order of their numbers', () => {
  const numbers = [10, 9, 0, 2];
  const pairs = numbers.flatMap((n) => [
    [`cmi.interactions_${n}.id`, `q${n}`],
    [`cmi.objectives_${n}.id`, `c${n}`],
  ]);
  const { answers, objectives } = readDetails(pairs, 'x') ?? { answers: [], objectives: [] };
  expect([answers.map(({ place, id }) => `${place} ${id}`), objectives.map(({ id }) => id)]).toEqual([
    ['0 q0', '2 q2', '9 q9', '10 q10'],
    ['c0', 'c2', 'c9', 'c10'],
  ]);
});
