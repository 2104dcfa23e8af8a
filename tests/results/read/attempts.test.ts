import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawAttempt } from '../../../build/results/model.ts';
import { readAttempts } from '../../../build/results/read/attempts.ts';

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
  expect(attempts?.map(({ name, email, number, started, score }) => ({ name, email, number, started, score }))).toEqual([
    { name: 'Ana López', email: 'ana@example.invalid', number: 1, started: '2026-11-28T09:30', score: 80 },
    { name: 'Bea Ruiz', email: 'bea@example.invalid', number: 0, started: '', score: undefined },
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
