import { expect, test } from 'vitest';
import type { Files } from '../bad-input/depot-project.ts';
import { paperOf } from './one-paper.ts';

test('the guide shows one answer as its author would print it, and in small what else is taken', async () => {
  const answers = "l'aiguille / l'aiguille de voie / aiguillage";
  const { html, words } = await paperOf(`:::short-text{#mot answer="${answers}"}\nQue tourne-t-on ?\n:::`, 'guide');
  expect(html).toContain('<span class="s-value">l’aiguille</span> <small>accepté aussi\u00a0: l’aiguille de voie, aiguillage</small>');
  // The key has the answer alone.
  expect(words.split('Corrigé en bref')[1]).toMatch(/ 1 l'aiguille $/);
  expect(html).not.toMatch(/>[^<]*\w'\w[^<]*</);
});

test('the key in brief is whole, however long an answer', async () => {
  const long = 'La rame attend que le quai soit vide, que les portes soient closes et que le feu passe au vert';
  const { words } = await paperOf(`:::choice{#depart}\nQuand part-on ?\n\n- [x] ${long}\n- [ ] Tout de suite\n:::`, 'guide');
  expect(words.split('Corrigé en bref')[1]).toContain(`1 ${long}`);
});

test('the guide asks a question inside a text once: the text has its number', async () => {
  const body = ':::accordion{#replis}\n## Avant\n\nOn regarde.\n\n:::choice{#dedans}\nEst-ce dedans ?\n\n- [x] Oui\n- [ ] Non\n:::\n:::';
  const guide = await paperOf(body, 'guide');
  expect(guide.words.match(/Est-ce dedans \?/g)).toHaveLength(1);
  expect(guide.html).toContain('<p class="s-asked"><a href="#q-rames-dedans"><span class="s-number">1</span> Question à choix</a></p>');
  expect((await paperOf(body)).words.match(/Est-ce dedans \?/g)).toHaveLength(1);
});

const COMPETENCIES = (one: string, other: string): Files => ({
  'course.yaml': `id: depot\ntitle: Le dépôt\nlang: fr\ncompetencies:\n  - { id: freiner, title: ${one} }\n  - { id: parler, title: ${other} }\nmodules: [rames]\n`,
});

test.each([
  ['C1.2 Freiner à temps', 'C1.3 Parler', '1 point C1.2 Vite ?'],
  ['Freiner en 3 temps', 'C1.3 Parler', '1 point Freiner en 3 temps Vite ?'],
  ['C1 Freiner', 'C1 Parler', '1 point C1 Freiner Vite ?'],
])('the guide calls a competency by its number where each has one: %s, %s', async (one, other, meta) => {
  const { words } = await paperOf(
    ':::choice{#feu competency=freiner}\nVite ?\n\n- [x] Oui\n- [ ] Non\n:::',
    'guide',
    COMPETENCIES(one, other),
  );
  expect(words).toContain(`Question à choix ${meta}`);
  expect(words).toContain(one);
});

test('what all questions of a quiz weigh is said once', async () => {
  const question = (id: string, more = ''): string => `:::choice{#${id}${more}}\n${id} ?\n\n- [x] Oui\n- [ ] Non\n:::`;
  const quiz = (last: string): string => `:::quiz{#bilan}\n${question('un')}\n\n${question('deux', last)}\n:::`;
  const alike = await paperOf(quiz(''), 'guide');
  expect(alike.words).toContain('Pour chacune : 1 point · 1 essai.');
  expect(alike.words.match(/1 essai/g)).toHaveLength(1);
  const unlike = await paperOf(quiz(' points=2'), 'guide');
  expect(unlike.words).not.toContain('Pour chacune');
  expect(unlike.words).toContain('2 points 1 essai');
});
