import { expect, test } from 'vitest';
import { join } from '../../../build/results/join/join.ts';
import type { Found } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const sel = codebook([question('sel')]);
const prix = { ...codebook([question('prix')]), session: 'vente' };
const found = (kind: Found['kind'], more: object): Found => ({ kind, ...more }) as unknown as Found;
const books = found('codebook', { codebooks: [sel, prix] });

const parts = [
  { title: 'Le fournil', answers: [{ place: 0, id: 'sel', response: 'a' }] },
  { title: 'La vente', answers: [{ place: 0, id: 'prix', response: 'b' }] },
];
const row = (name: string, more: object = {}) => ({ file: 'a.csv', name, email: '', number: 1, started: '', last: '', parts, ...more });
const attempts = (...list: object[]): Found => found('attempts', { attempts: list });
const sessionsOf = (...all: Found[]) =>
  join(
    all,
    () => {},
    () => {},
  ).sessions;

test('each session has its own questions, answers, packages and grades', () => {
  const packaged = (id: string, title: string): Found =>
    found('package', {
      facts: { content: id, sessions: [{ id, title, minutes: 0, competencies: [], pages: [] }] },
    });
  const grades = found('grades', {
    at: 1,
    grades: [
      { name: 'Ines', email: '', title: 'Le fournil', grade: 40 },
      { name: 'Ines', email: '', title: 'La vente', grade: 60 },
    ],
  });
  const sessions = sessionsOf(books, packaged('fournil', 'Le fournil'), packaged('vente', 'La vente'), attempts(row('Ines')), grades);
  expect(
    sessions.map(({ id, questions, packages, participations: [one] }) => [
      id,
      questions.map((asked) => asked.id),
      packages.map(({ content }) => content),
      [...(one?.attempt?.answers.keys() ?? [])],
      one?.grade,
    ]),
  ).toEqual([
    ['fournil', ['sel'], ['fournil'], ['sel'], 40],
    ['vente', ['prix'], ['vente'], ['prix'], 60],
  ]);
});

test('two versions of a codebook are one session', () => {
  const again = found('codebook', { codebooks: [codebook([question('sel'), question('eau')])] });
  const one = attempts(row('Ines', { parts: parts.slice(0, 1) }));
  expect(sessionsOf(found('codebook', { codebooks: [sel] }), again, one).map(({ id, questions }) => [id, questions.length])).toEqual([
    ['fournil', 2],
  ]);
});

test('homonyms without addresses stay apart, and a row without a name is nobody', () => {
  const one = { parts: parts.slice(0, 1) };
  const [session] = sessionsOf(
    found('codebook', { codebooks: [sel] }),
    attempts(row('', one), row('Ines', one), row('Ines', one), row('Marc', one)),
  );
  expect(session?.participations.map(({ person: { name, isHomonym } }) => [name, isHomonym])).toEqual([
    ['Ines (1)', true],
    ['Ines (2)', true],
    ['Marc', false],
  ]);
});

test('grades alone show whom the course tracks', () => {
  const one = { parts: parts.slice(0, 1) };
  const grades = found('grades', { at: 1, grades: [{ name: 'Noor', email: '', title: 'Le fournil', grade: 40 }] });
  const [session] = sessionsOf(
    found('codebook', { codebooks: [sel] }),
    attempts(row('Ines', one), row('Marc', { number: 0, parts: [] })),
    grades,
  );
  expect([session?.participations.map(({ person }) => person.name), session?.outside, session?.hasCompletion]).toEqual([
    ['Ines', 'Noor'],
    ['Marc'],
    false,
  ]);
});
