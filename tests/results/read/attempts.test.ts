import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawAttempt } from '../../../build/results/model.ts';
import { isCutOff, readAttempts } from '../../../build/results/read/attempts.ts';

const BASE = ['Nombre completo', 'Dirección de correo', 'Intento', 'Comenzado en', 'Último acceso en', 'Puntuación'];
const HEAD = [
  'Ana López',
  'ana@example.invalid',
  '1',
  'sábado, 28 de noviembre de 2026, 09:30',
  'sábado, 28 de noviembre de 2026, 10:00',
  '80',
];
const NONE = ['Bea Ruiz', 'bea@example.invalid', '-', '-', '-', '-'];

function numbered(names: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => names.map((name) => `${name} ${index}`)).flat();
}

function answersOf(attempts: readonly RawAttempt[] | undefined, part = 0) {
  return attempts?.map(({ parts }) => parts[part]?.answers.map(({ id, response, result }) => [id, response, result]));
}

test('a report in Spanish is read by its columns, and rows without an attempt may be shorter', () => {
  const header = [...BASE, 'Sesión 1', ...numbered(['Pregunta', 'Respuesta', 'Respuesta correcta', 'Resultado'], 2)];
  const attempts = readAttempts(
    [header, [...HEAD, '80', 'quai', 'b', 'c', 'wrong', 'texte', 'Un tranv&iacute;a', '', 'neutral'], NONE],
    'a.txt',
  );
  expect(attempts?.map(({ name, email, number, started, last, score }) => ({ name, email, number, started, last, score }))).toEqual([
    { name: 'Ana López', email: 'ana@example.invalid', number: 1, started: '2026-11-28T09:30', last: '2026-11-28T10:00', score: 80 },
    { name: 'Bea Ruiz', email: 'bea@example.invalid', number: 0, started: '', last: '', score: undefined },
  ]);
  expect(attempts?.[0]?.parts[0]?.title).toBe('Sesión 1');
  expect(answersOf(attempts)?.[0]).toEqual([
    ['quai', 'b', 'wrong'],
    ['texte', 'Un tranv&iacute;a', 'neutral'],
  ]);
});

test('with the columns of Moodle’s default there are responses only', () => {
  const header = [...BASE, 'Sesión 1', ...numbered(['Respuesta'], 3)];
  expect(answersOf(readAttempts([header, [...HEAD, '80', 'b', 'a,c', '']], 'a.txt'))?.[0]).toEqual([
    [undefined, 'b', undefined],
    [undefined, 'a,c', undefined],
    [undefined, '', undefined],
  ]);
});

test('of several SCOs the header has one block, and a row one block each', () => {
  const header = [...BASE, 'Sesión 1', 'Sesión 2', ...numbered(['Pregunta', 'Respuesta', 'Resultado'], 2)];
  const one = ['80', 'quai', 'b', 'wrong', 'voie', 'a', 'correct'];
  const two = ['completed', 'rame', 'c', 'correct', '', '', ''];
  const attempts = readAttempts([header, [...HEAD, ...one, ...two]], 'a.txt');
  expect(attempts?.[0]?.parts.map(({ title }) => title)).toEqual(['Sesión 1', 'Sesión 2']);
  expect(answersOf(attempts)?.[0]).toEqual([
    ['quai', 'b', 'wrong'],
    ['voie', 'a', 'correct'],
  ]);
  expect(answersOf(attempts, 1)?.[0]).toEqual([['rame', 'c', 'correct']]);
});

test('with the column of questions alone there are no responses', () => {
  const header = [...BASE, 'Sesión 1', ...numbered(['Pregunta'], 2)];
  const [attempt] = readAttempts([header, [...HEAD, '80', 'quai-nord', 'quai-sud']], 'a.txt') ?? [];
  expect([attempt?.lacksResponses, attempt?.parts[0]?.answers]).toEqual([true, []]);
});

test.each([
  [
    'a table without attempts',
    [
      ['Nom', 'Note', 'Remarque', 'Date', 'Salle'],
      ['Ana', '12', '-', '-', 'B'],
    ],
  ],
  ['a header alone', [BASE]],
  ['nothing', []],
])('%s is another table', (_, table) => {
  expect(readAttempts(table, 'a.txt')).toBeUndefined();
});

const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('&', '+'));
const learner = fc.record({
  name: cell.filter((text) => text.trim() !== ''),
  number: fc.integer({ min: 0, max: 9 }),
  answers: fc.array(cell, { minLength: 3, maxLength: 3 }),
});

test('whatever learners write, each answer is found at its id, in every order of rows', () => {
  const header = [...BASE, 'Rames', ...numbered(['Question', 'Réponse', 'Résultat'], 3)];
  fc.assert(
    fc.property(fc.array(learner, { minLength: 1, maxLength: 8 }), (learners) => {
      const rows = learners.map(({ name, number, answers }, index) => {
        const head = [name, `a${index}@example.invalid`];
        if (number === 0) return [...head, '-', '-', '-', '-'];
        return [
          ...head,
          String(number),
          '1 mai 2026, 10:00',
          '1 mai 2026, 11:00',
          '50',
          '50',
          ...answers.flatMap((text, at) => [`question-${at}`, text, 'correct']),
        ];
      });
      const read = readAttempts([header, ...rows], 'a.txt');
      expect(read?.map(({ number }) => number)).toEqual(learners.map(({ number }) => number));
      const tried = learners.filter(({ number }) => number > 0);
      expect(read?.filter(({ number }) => number > 0).map(({ parts }) => parts[0]?.answers.map(({ response }) => response))).toEqual(
        tried.map(({ answers }) => answers),
      );
    }),
  );
});

/** A row of somebody's attempt. */
const tried = (more: readonly string[] = [], score = '80', at = '28 novembre 2026, 10:00'): string[] => [
  ...['Ana', 'ANA@Example.invalid', '2', at, at, score],
  ...more,
];

test.each([
  ['80', 80],
  ['66,7', 66.7],
  ['66.7', 66.7],
  ['-5', -5],
  ['0', 0],
  ['-', undefined],
  ['', undefined],
])('the score %j is read as %j', (given, score) => {
  const [attempt] = readAttempts([BASE, tried([], given)], 'a.txt') ?? [];
  expect([attempt?.score, attempt?.number, attempt?.email]).toEqual([score, 2, 'ana@example.invalid']);
});

test('a report without questions has the title of its SCO, if there is one, and no answers', () => {
  const parts = (header: readonly string[]) => readAttempts([header, tried(['80']), NONE], 'a.txt')?.map((one) => one.parts);
  const none = (title: string) => [{ title, answers: [] }];
  expect(parts([...BASE, 'Sesión 1'])).toEqual([none('Sesión 1'), none('Sesión 1')]);
  expect(parts(BASE)).toEqual([none(''), none('')]);
  expect(readAttempts([BASE, tried()], 'a.txt')?.[0]).not.toHaveProperty('lacksResponses');
});

test('without a column for the SCO, questions follow the score', () => {
  const header = [...BASE, ...numbered(['Pregunta', 'Respuesta', 'Resultado'], 2)];
  const read = readAttempts([header, tried(['quai', 'a', 'wrong', 'voie', 'b', 'correct']), NONE], 'a.txt');
  expect(read?.map(({ parts }) => parts)).toEqual([
    [
      {
        title: '',
        answers: [
          { place: 0, id: 'quai', response: 'a', result: 'wrong' },
          { place: 1, id: 'voie', response: 'b', result: 'correct' },
        ],
      },
    ],
    [{ title: '', answers: [] }],
  ]);
});

test('a report without addresses or with only rows without an attempt is read', () => {
  const without = (row: readonly string[]): string[] => row.filter((_, index) => index !== 1);
  expect(readAttempts([without(BASE), without(tried())], 'b.txt')?.[0]).toMatchObject({ file: 'b.txt', name: 'Ana', email: '', number: 2 });
  const header = [...BASE, 'Sesión 1', ...numbered(['Pregunta', 'Respuesta'], 1)];
  const [none] = readAttempts([header, NONE], 'a.txt') ?? [];
  expect(none).toEqual({
    file: 'a.txt',
    name: 'Bea Ruiz',
    email: 'bea@example.invalid',
    number: 0,
    started: '',
    last: '',
    parts: [{ title: 'Sesión 1', answers: [] }],
  });
});

test.each([
  ['a number that is too long', 2, '1000'],
  ['a start without a time', 3, '28 novembre 2026'],
  ['an end without a time', 4, 'hier'],
  ['a score that is no number', 5, 'bien'],
  ['no number, but a start', 2, '-'],
])('a row with %s makes it another table', (_, column, value) => {
  const row = tried();
  row[column] = value;
  expect(readAttempts([BASE, row], 'a.txt')).toBeUndefined();
  expect(readAttempts([BASE, tried(), row], 'a.txt')).toBeUndefined();
});

test('times may be written in other ways, or be missing', () => {
  for (const time of ['28/11/26, 9:05', '28.11.2026, 09.05', '28 nov. 2026 à 9h05', '-'])
    expect(readAttempts([BASE, tried([], '80', time)], 'a.txt')).toHaveLength(1);
});

test('columns whose numbers aren’t whole are no questions', () => {
  const questions = (...names: readonly string[]) =>
    readAttempts([[...BASE, 'S', ...names], tried(['', ...names.map(() => 'abcd')])], 'a.txt')?.[0]?.parts[0]?.answers;
  expect(questions('Pregunta 0', 'Pregunta 2')).toEqual([]);
  expect(questions('Pregunta 1', 'Pregunta 0')).toEqual([]);
  expect(questions('Respuesta 0', 'Respuesta 1')).toHaveLength(2);
});

test('a first column is that of ids only if each is one, and differs from the others of its row', () => {
  const header = [...BASE, 'S', ...numbered(['A', 'B'], 2)];
  const read = (...cells: readonly string[]) => answersOf(readAttempts([header, tried(['', ...cells])], 'a.txt'))?.[0];
  expect(read('quai', 'x', 'voie', 'y')).toEqual([
    ['quai', 'x', undefined],
    ['voie', 'y', undefined],
  ]);
  // A question that wasn't reached has no id.
  expect(read('quai', 'x', '', '')).toEqual([['quai', 'x', undefined]]);
  for (const [one, other] of [
    ['quai', 'quai'],
    ['Le quai', 'voie'],
    ['a', 'b'],
  ] as const)
    expect(read(one, 'x', other, 'y')).toEqual([
      [undefined, one, undefined],
      [undefined, other, undefined],
    ]);
});

test('a last column is that of results only if each could be one, and one is a word', () => {
  const header = [...BASE, 'S', ...numbered(['A', 'B'], 2)];
  const read = (...cells: readonly string[]) => answersOf(readAttempts([header, tried(['', ...cells])], 'a.txt'))?.[0];
  expect(read('a,b', 'correct', 'c', '')?.map(([, response, result]) => [response, result])).toEqual([
    ['a,b', 'correct'],
    ['c', ''],
  ]);
  expect(read('A b', '1', 'C d', '0.5')?.[0]?.[2]).toBeUndefined();
  expect(read('A b', 'correct', 'C d', 'juste')?.[0]?.[2]).toBeUndefined();
});

test('a download is cut off if its last row has an attempt and ends too early', () => {
  const header = [...BASE, 'Sesión 1', ...numbered(['Pregunta', 'Respuesta'], 2)];
  const whole = tried(['80', 'quai', 'a', 'voie', 'b']);
  expect([isCutOff([header, whole]), isCutOff([header, whole.slice(0, -1)]), isCutOff([header, whole, NONE]), isCutOff([header])]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(isCutOff([header, whole.slice(0, -1), whole])).toBe(false);
});
