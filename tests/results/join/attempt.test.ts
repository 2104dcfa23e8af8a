import { expect, test } from 'vitest';
import { attemptOf, decodeById, decodeByPosition } from '../../../build/results/join/attempt.ts';
import type { RawAttempt } from '../../../build/results/model.ts';
import { codebook, question } from './questions.ts';

const pain = question('pain', { kind: 'text' });
const four = question('four', { kind: 'choice', near: { a: 'Chaud', b: 'Froid' }, right: ['a'] });
const book = codebook([pain, four]);

const answer = (id: string, response: string, place = 0, result?: string) => ({
  place,
  id,
  response,
  ...(result !== undefined && { result }),
});

test('the pieces of a text are joined by their ids, wherever they stand', () => {
  const raw = [answer('pain.3', 'et le sel'), answer('pain', 'La farine,'), answer('four', 'b', 2, 'wrong'), answer('pain.2', ' l’eau ')];
  const { answers, old } = decodeById(raw, book, []);
  expect(answers.get('pain')?.words).toBe('La farine, l’eau et le sel');
  expect(answers.get('four')).toMatchObject({ question: four, words: 'Froid', verdict: 'wrong' });
  expect(old).toEqual([]);
});

test('a space that got lost between two pieces is set, but never inside a single long word', () => {
  expect(decodeById([answer('pain', 'La farine,'), answer('pain.2', 'l’eau')], book, []).answers.get('pain')?.raw).toBe('La farine, l’eau');
  const joined = (...pieces: string[]): string | undefined =>
    decodeById(
      pieces.map((text, at) => answer(`pain.${at + 1}`, text)),
      book,
      [],
    ).answers.get('pain')?.raw;
  expect(joined('La farine', 'l’eau', 'le sel')).toBe('La farine l’eau le sel');
  expect([joined('La farine ', 'l’eau'), joined('La farine', ' l’eau')]).toEqual(['La farine l’eau', 'La farine l’eau']);
  expect(joined('l’eau')).toBe('l’eau');
  expect(decodeById([answer('pain', 'aaaa'), answer('pain.2', 'bbbb')], book, []).answers.get('pain')?.raw).toBe('aaaabbbb');
});

test('a question that only an older version has is explained by its codebook; others stay as they are', () => {
  const older = codebook([question('levain', { kind: 'choice', near: { a: 'Oui' }, right: ['a'] })]);
  const { answers, old } = decodeById([answer('levain', 'a'), answer('beurre', 'x'), answer('sucre.2', 'y')], book, [older]);
  expect(answers.get('levain')?.words).toBe('Oui');
  expect(old).toEqual([
    { id: 'beurre', raw: 'x' },
    { id: 'sucre.2', raw: 'y' },
  ]);
});

test('line ends are those that were written', () => {
  expect(decodeById([answer('pain', 'Un ¶ deux ¶ ¶ trois')], book, []).answers.get('pain')?.words).toBe('Un\ndeux\n\ntrois');
});

test('without ids a long text that has pieces is marked as cut, never joined with another’s', () => {
  const long = 'mot '.repeat(60);
  const raw = [long, 'a', 'suite'].map((response, place) => ({ place, response }));
  const { answers } = decodeByPosition(raw, book);
  expect(answers.get('pain')).toMatchObject({ raw: long, isCut: true });
  expect(answers.get('four')).toMatchObject({ words: 'Chaud', verdict: 'right', isCut: false });
  expect(answers.size).toBe(2);
});

test('without ids a text is cut from 180 characters on, and only if there are pieces', () => {
  const isCut = (length: number, piece: string, id = 'pain'): boolean | undefined => {
    const long = 'x'.repeat(length);
    const raw = [id === 'pain' ? long : 'a', id === 'pain' ? 'a' : long, piece];
    return decodeByPosition(
      raw.map((response, place) => ({ place, response })),
      book,
    ).answers.get(id)?.isCut;
  };
  expect([isCut(179, 'suite'), isCut(180, 'suite'), isCut(180, ' ')]).toEqual([false, true, false]);
  expect(isCut(180, 'suite', 'four')).toBe(false);
});

test('answers without words are none', () => {
  const blank = decodeById([answer('pain', ' '), answer('beurre', '')], book, []);
  expect([blank.answers.size, blank.old]).toEqual([0, []]);
  expect(decodeByPosition([{ place: 0, response: ' ' }], book).answers.size).toBe(0);
  const later = decodeById([answer('pain', ''), answer('four', 'a'), answer('beurre', 'x')], book, []);
  expect([[...later.answers.keys()], later.old]).toEqual([['four'], [{ id: 'beurre', raw: 'x' }]]);
});

test('an attempt keeps the facts of its row, and a score of 0', () => {
  const row = { file: 'a.csv', number: 2, started: '9 h', last: '10 h', answers: [] };
  const decoded = { answers: new Map(), old: [] };
  const { answers: _, ...facts } = row;
  expect(attemptOf({ ...row, score: 0 } as unknown as RawAttempt, decoded)).toEqual({ ...facts, score: 0, ...decoded });
  expect(attemptOf(row as unknown as RawAttempt, decoded)).not.toHaveProperty('score');
});

test('the tenth piece of a text is behind the ninth', () => {
  const raw = [answer('pain.10', 'dix'), answer('pain.9', 'neuf'), answer('pain', 'La farine'), answer('pain.1000', 'mille')];
  const { answers, old } = decodeById(raw, book, []);
  expect([answers.get('pain')?.raw, old]).toEqual(['La farine neuf dix', [{ id: 'pain.1000', raw: 'mille' }]]);
});

test('the first of the other codebooks that has a question explains it', () => {
  const other = (word: string) => codebook([question('levain', { near: { a: word } })]);
  const { answers } = decodeById([answer('levain', 'a')], book, [codebook([four]), other('Oui'), other('Non')]);
  expect(answers.get('levain')?.words).toBe('Oui');
  const cold = codebook([question('four', { near: { a: 'Glacé' } })]);
  expect(decodeById([answer('four', 'a')], book, [cold]).answers.get('four')?.words).toBe('Chaud');
});

test('without ids, too, the LMS’s result decides', () => {
  const raw = ['x', 'a'].map((response, place) => ({ place, response, result: 'wrong' }));
  expect(decodeByPosition(raw, book).answers.get('four')?.verdict).toBe('wrong');
  expect(decodeById([answer('four', 'b', 0, 'correct')], book, []).answers.get('four')?.verdict).toBe('right');
});

test('the pieces of a part’s text belong to that part', () => {
  const field = question('pain.b', { kind: 'text' });
  const { answers, old } = decodeById([answer('pain.b', 'La farine'), answer('pain.b.2', 'l’eau')], codebook([pain, field]), []);
  expect([[...answers].map(([id, { raw }]) => [id, raw]), old]).toEqual([[['pain.b', 'La farine l’eau']], []]);
});
