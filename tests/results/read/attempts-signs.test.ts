import { expect, test } from 'vitest';
import { readAttempts } from '../../../build/results/read/attempts.ts';

const HEADER = ['Nom', 'Adresse', 'Autre adresse', 'Tentative', 'Début', 'Fin', 'Score', 'Séance', 'Réponse 0'];
const AT = '28 novembre 2026, 10:00';

test('signs of HTML in names and answers are read; the first of two addresses counts, though some lack it', () => {
  const rows = [
    ['Bea', '', 'bea@example.org', '-', '-', '-', '-'],
    [' Ana &amp; Co ', ' ANA@Example.invalid ', 'x@example.org', '2', AT, AT, '80', '', '&lt;b&gt; &amp; c'],
  ];
  const [bea, ana] = readAttempts([HEADER, ...rows], 'a.txt') ?? [];
  expect([bea?.name, bea?.email, bea?.number]).toEqual(['Bea', '', 0]);
  expect([ana?.name, ana?.email, ana?.parts[0]?.answers[0]?.response]).toEqual(['Ana & Co', 'ana@example.invalid', '<b> & c']);
});

test('an administrator may add many columns about people before that of the attempt', () => {
  const added = (count: number): string[] => Array.from({ length: count }, (_, index) => `Campo ${index}`);
  const read = (count: number) =>
    readAttempts(
      [
        ['Nombre', 'Correo', ...added(count), 'Intento', 'Comenzado en', 'Último acceso', 'Puntuación'],
        ['Ana', 'ana@example.invalid', ...added(count), '1', '2026-01-02 09:30', '2026-01-02 10:00', '80'],
      ],
      'a.txt',
    )?.map(({ email, score }) => [email, score]);
  expect([read(21), read(22)]).toEqual([[['ana@example.invalid', 80]], undefined]);
});

const HEAD = ['Nombre', 'Correo', 'Intento', 'Comenzado en', 'Último acceso', 'Puntuación'];
const tried = (...cells: readonly string[]): string[] => ['Ana', 'ana@example.invalid', '123', AT, AT, '80', '', ...cells];
const numbered = (...names: readonly string[]): string[] => [0, 1].flatMap((index) => names.map((name) => `${name} ${index}`));
const answers = (names: readonly string[], ...cells: readonly string[]) => {
  const [attempt] = readAttempts([[...HEAD, 'Sesión', ...numbered(...names)], tried(...cells)], 'a.txt') ?? [];
  return [
    attempt?.number,
    attempt?.lacksResponses ?? false,
    attempt?.parts[0]?.answers.map(({ id, response, result }) => [id, response, result]),
  ];
};

test('an id may have parts and underscores, a result may be a number', () => {
  expect(answers(['A', 'B', 'C'], 'quai.b', 'x', 'correct', 'quai_nord.2', 'y', '-0.5')).toEqual([
    123,
    false,
    [
      ['quai.b', 'x', 'correct'],
      ['quai_nord.2', 'y', '-0.5'],
    ],
  ]);
});

test('the only column of a question has its answers; ids and results without answers are not enough', () => {
  expect(answers(['A'], 'correct', 'correct')).toEqual([
    123,
    false,
    [
      [undefined, 'correct', undefined],
      [undefined, 'correct', undefined],
    ],
  ]);
  expect(answers(['A', 'B'], 'quai-nord', 'correct', 'quai-sud', 'wrong')).toEqual([123, true, []]);
});

test.each([
  ['a start without a number', [['Ana', 'a@b', '-', AT, '-', '-']], HEAD],
  ['an end without a number', [['Ana', 'a@b', '-', '-', AT, '-']], HEAD],
  ['a score without a number', [['Ana', 'a@b', '-', '-', '-', '80']], HEAD],
  ['nobody’s attempts', [['1', AT, AT, '80']], HEAD.slice(2)],
  ['a dash in its last column', [['Ana', '-']], ['Nombre', 'Nota']],
  ['nothing but names', [['Ana', '', '', '', '']], ['Nombre', 'a', 'b', 'c', 'd']],
])('a table with %s is another one', (_, rows, header) => {
  expect(readAttempts([header, ...rows], 'a.txt')).toBeUndefined();
});
