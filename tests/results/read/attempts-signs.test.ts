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
