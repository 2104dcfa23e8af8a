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
