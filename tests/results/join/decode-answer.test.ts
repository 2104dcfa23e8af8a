import { describe, expect, test } from 'vitest';
import {
  answerWords,
  fitsQuestion,
  halvesOf,
  itemsOf,
  itemWords,
  paragraphs,
  verdictOf,
} from '../../../build/results/join/decode-answer.ts';
import { question } from './questions.ts';

const near = { a: 'Farine', b: 'Eau' };
const far = { p: 'Bol', q: 'Four' };
const of = (
  kind: Parameters<typeof question>[1] extends infer More ? (More extends { kind?: infer K } ? K : never) : never,
  more: object = {},
) => question('q', { kind, near, far, ...more } as Parameters<typeof question>[1]);

test.each([
  ['choice', ' a,b ', ['a', 'b']],
  ['choice', 'a[,]b', ['a', 'b']],
  ['sequencing', 'b,a', ['b', 'a']],
  ['matching', 'a.p,b.q', ['a.p', 'b.q']],
  ['performance', 'a.du sel, un peu,b.eau', ['a.du sel, un peu', 'b.eau']],
  ['performance', 'a[.]du sel[,]b[.]eau', ['a[.]du sel', 'b[.]eau']],
  ['text', 'Oui, bien', ['Oui, bien']],
  ['typed', 'a,b', ['a,b']],
  ['choice', '  ', []],
] as const)('items of %s %j', (kind, response, items) => {
  expect(itemsOf(of(kind), response)).toEqual(items);
});

test('halves of a pair', () => {
  expect([halvesOf('a.p'), halvesOf('a[.]p.q'), halvesOf('a')]).toEqual([
    ['a', 'p'],
    ['a', 'p.q'],
    ['a', ''],
  ]);
});

test.each([
  ['true-false', 't', 'Vrai'],
  ['true-false', 'true', 'Vrai'],
  ['true-false', 'f', 'Faux'],
  ['true-false', 'x', 'Faux'],
  ['matching', 'a.q', 'Farine → Four'],
  ['matching', 'z.y', 'z → y'],
  ['performance', 'b.tiède', 'Eau → tiède'],
  ['performance', 'b.a', 'Eau → a'],
  ['choice', 'b', 'Eau'],
  ['choice', 'z', 'z'],
  ['likert', 'a', 'Farine'],
  ['numeric', 'a', 'a'],
] as const)('words of %s %s', (kind, item, words) => {
  const names = kind === 'true-false' ? { near: { t: 'Vrai', f: 'Faux' } } : {};
  expect(itemWords(of(kind, names), item)).toBe(words);
});

test('the two truths in a codebook of 2004, or in none', () => {
  const modern = of('true-false', { near: { true: 'Vrai', false: 'Faux' } });
  const bare = of('true-false', { near: {} });
  expect([itemWords(modern, 't'), itemWords(modern, 'false'), itemWords(bare, 'true'), itemWords(bare, 'f')]).toEqual([
    'Vrai',
    'Faux',
    'true',
    'f',
  ]);
});

test('a whole answer', () => {
  expect(answerWords(of('sequencing'), 'b,a')).toBe('Eau → Farine');
  expect(answerWords(of('choice'), 'b,a')).toBe('Eau | Farine');
  expect(answerWords(of('matching'), 'b.p,a.q')).toBe('Eau → Bol | Farine → Four');
  expect(answerWords(of('performance'), 'b.p,a.q')).toBe('Eau → p | Farine → q');
  expect(answerWords(of('text'), ' un ¶ deux¶trois ')).toBe('un\ndeux\ntrois');
  expect(paragraphs('un ¶ ¶ deux')).toBe('un\n\ndeux');
});

test.each([
  ['true-false', 't', true],
  ['true-false', 'false', true],
  ['true-false', 'f', true],
  ['true-false', 'true', true],
  ['true-false', 'vrai', false],
  ['choice', 'a,b', true],
  ['choice', 'a,z', false],
  ['sequencing', 'z', false],
  ['likert', 'a', true],
  ['likert', 'z', false],
  ['matching', 'a.p,b.q', true],
  ['matching', 'a.z', false],
  ['matching', 'z.p', false],
  ['numeric', '-2.5', true],
  ['numeric', '1e-3', true],
  ['numeric', '1E3', true],
  ['numeric', '3', true],
  ['numeric', '2,5', false],
  ['numeric', '2 kg', false],
  ['typed', '???', true],
  ['choice', '', true],
] as const)('possible: %s %j %s', (kind, response, fits) => {
  expect(fitsQuestion(of(kind), response)).toBe(fits);
});

describe('verdicts', () => {
  test.each([
    ['choice', ['a,b'], 'b,a', undefined, 'right'],
    ['choice', ['a,b'], 'a', undefined, 'wrong'],
    ['choice', ['a', 'b'], 'b', undefined, 'right'],
    ['matching', ['a.p,b.q'], 'b[.]q[,]a[.]p', undefined, 'right'],
    ['matching', ['a.p,b.q'], 'a.q,b.p', undefined, 'wrong'],
    ['sequencing', ['a,b'], 'b,a', undefined, 'wrong'],
    ['sequencing', ['a,b'], 'a[,]b', undefined, 'right'],
    ['typed', ['Le  Levain  sec'], 'le levain sec', undefined, 'right'],
    ['typed', ['sablière'], 'sabliere', undefined, 'wrong'],
    ['numeric', ['2:3'], '2', undefined, 'right'],
    ['numeric', ['2:3'], '3', undefined, 'right'],
    ['numeric', ['2:3'], '3.1', undefined, 'wrong'],
    ['numeric', ['2[:]3'], '1.9', undefined, 'wrong'],
    ['numeric', ['2[:]3'], '2.5', undefined, 'right'],
    ['numeric', ['1:2', '5:6'], '5', undefined, 'right'],
    ['numeric', ['2'], '2', undefined, 'right'],
    ['numeric', ['2'], '2.1', undefined, 'wrong'],
    ['numeric', [':3'], '-9', undefined, 'right'],
    ['numeric', ['2:'], '99', undefined, 'right'],
    ['numeric', ['2:'], '1', undefined, 'wrong'],
    ['choice', ['a'], 'b', 'correct', 'right'],
    ['choice', ['a'], 'a', 'wrong', 'wrong'],
    ['choice', ['a'], 'a', 'incorrect', 'wrong'],
    ['choice', ['a'], 'a', 'neutral', 'right'],
    ['text', [], 'x', 'correct', 'none'],
  ] as const)('%s %j: %s, %s', (kind, right, response, result, verdict) => {
    expect(verdictOf(of(kind, { right }), response, result)).toBe(verdict);
  });
});

test('a typed answer fits an accepted one with stars, if the LMS gives no result', () => {
  const accepted = of('typed', { right: ['fusible*', 'sablière'] });
  expect(['Fusibles', 'sablière', 'frein'].map((text) => verdictOf(accepted, text, undefined))).toEqual(['right', 'right', 'wrong']);
  // The result of the LMS counts first: the answer may be worth only a part.
  expect(verdictOf(accepted, 'fusibles', 'incorrect')).toBe('wrong');
});

test('a star has a meaning in typed answers alone', () => {
  const accepted = of('sequencing', { right: ['a*'] });
  expect([verdictOf(accepted, 'a*', undefined), verdictOf(accepted, 'ab', undefined)]).toEqual(['right', 'wrong']);
});
