import { expect, test } from 'vitest';
import { codebookById, codebookByShape, looksLikeKey } from '../../../build/results/join/match-codebook.ts';
import { codebook, question } from './questions.ts';

const a = question('a', { near: { a: 'Un', b: 'Deux' }, right: ['a'] });
const b = question('b', { kind: 'true-false', right: ['t'] });
const c = question('c', { kind: 'text' });
const first = codebook([a, b], 'v1.csv');
const second = codebook([a, b, c], 'v2.csv');
const third = codebook([b, a, c], 'v3.csv');

const ids = (...names: string[]) => names.map((id, place) => ({ place, id, response: '' }));
const row = (...responses: string[]) => responses.map((response, place) => ({ place, response }));

test('after an update each attempt gets the codebook of what it has', () => {
  expect(codebookById(ids('a', 'b'), [first, second])).toBe(first);
  expect(codebookById(ids('a', 'b', 'c'), [first, second])).toBe(second);
  expect(codebookById(ids('a', 'b', 'c', 'c.2'), [second, first])).toBe(second);
});

test('of two codebooks that know as much the last counts; without any there is none', () => {
  const again = codebook([a, b], 'v1b.csv');
  expect([codebookById(ids('a', 'b'), [first, again]), codebookById(ids('a', 'b'), [again, first])]).toEqual([again, first]);
  expect(codebookById(ids('a', 'b'), [first, again])).toBe(again);
  expect(codebookById(ids('a'), [])).toBeUndefined();
  // Half of the ids are enough.
  expect([codebookById(ids('a', 'x'), [first]), codebookById(ids('a', 'x', 'y'), [first])]).toEqual([first, undefined]);
});

test('answers behind the last question are pieces of a text of more than 100 characters', () => {
  const shaped = (length: number, piece: string) => codebookByShape([row('a', 't', 'x'.repeat(length), piece)], [second]);
  expect([shaped(101, 'suite'), shaped(100, 'suite'), shaped(100, ' ')]).toEqual([second, undefined, second]);
  const whole = row('a', 't', 'x'.repeat(101), 'suite');
  expect([codebookByShape([whole], [second]), codebookByShape([whole, row('a', 't', 'court', 'suite')], [second])]).toEqual([
    second,
    undefined,
  ]);
  expect(codebookByShape([row('x'.repeat(101), 'suite')], [codebook([question('d', { kind: 'typed' })])])).toBeUndefined();
});

test('an attempt at another session has none', () => {
  expect(codebookById(ids('x', 'y', 'a'), [first, second])).toBeUndefined();
});

test('without ids the shape of all answers decides', () => {
  expect(codebookByShape([row('a', 't', 'Du pain'), row('b', '', '')], [second])).toBe(second);
  expect(codebookByShape([row('a', 't', 'Du pain'), row('b', 'b', '')], [second])).toBeUndefined();
  expect(codebookByShape([row('a')], [second])).toBeUndefined();
  expect(codebookByShape([row('a', 't', 'Du pain')], [second, third])).toBe(second);
  const again = codebook([a, b, c], 'v2b.csv');
  expect([codebookByShape([row('a', 't', '')], [second, again]), codebookByShape([row('a', 't', '')], [again, second])]).toEqual([
    again,
    second,
  ]);
  // Nothing shows which order it is.
  expect(codebookByShape([row('', '', 'Du pain')], [second, third])).toBeUndefined();
});

test('a column of right answers is not taken for the learners’', () => {
  expect(looksLikeKey([row('a', 't', ''), row('a', 't', '')], second)).toBe(true);
  expect(looksLikeKey([row('a', 't', 'Du pain')], second)).toBe(false);
  expect(looksLikeKey([row('a', 'f', ''), row('a', 't', '')], second)).toBe(false);
});

test('a key has three answers at least, one right answer each or all of them', () => {
  const many = codebook([question('d', { right: ['a', 'b'] }), a, b]);
  const key = (...responses: string[]): boolean => looksLikeKey([row(...responses)], many);
  // The last question was not reached.
  expect(looksLikeKey([row(' a ', 'a', 't')], codebook([question('d', { right: ['a'] }), a, b, c]))).toBe(true);
  expect([key('a', 'a', 't'), key('b', 'a', 't'), key('a | b', 'a', 't'), key('a', 'a', ''), key('b | a', 'a', 't')]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('the piece of a text whose question is a part belongs to that part', () => {
  const book = codebook([question('sel.1'), question('eau')]);
  expect(codebookById([{ place: 0, id: 'sel.1.2', response: 'x' }], [book])).toBe(book);
  expect([codebookById(ids('sel.1'), [book]), codebookById(ids('sel'), [book])]).toEqual([book, undefined]);
  expect([codebookById(ids('c.10', 'c.100'), [second]), codebookById(ids('c.1000'), [second])]).toEqual([second, undefined]);
});
