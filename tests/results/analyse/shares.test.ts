import { expect, test } from 'vitest';
import { sharesOf } from '../../../build/results/analyse/shares.ts';
import { answerWords, verdictOf } from '../../../build/results/join/decode-answer.ts';
import type { Question } from '../../../build/results/model.ts';
import { question } from '../join/questions.ts';

function given(asked: Question, ...raws: readonly string[]) {
  return raws.map((raw, person) => ({
    person,
    answer: { question: asked, raw, words: answerWords(asked, raw), verdict: verdictOf(asked, raw, undefined), isCut: false },
  }));
}

test('every choice has its share in words; the most frequent wrong one is marked', () => {
  const asked = question('four', { near: { a: 'Chaud', b: 'Froid', c: 'Tiède' }, right: ['a'] });
  expect(sharesOf(asked, given(asked, 'b', 'a', 'b'))).toEqual([
    { words: 'Froid', n: 2, verdict: 'wrong', tempting: true, people: [0, 2] },
    { words: 'Chaud', n: 1, verdict: 'right', tempting: false, people: [1] },
    { words: 'Tiède', n: 0, verdict: 'wrong', tempting: false, people: [] },
  ]);
  expect(sharesOf(asked, given(asked, 'a')).map(({ tempting }) => tempting)).toEqual([false, false, false]);
});

test('a wrong answer is tempting only if somebody gave it, and if at most three are given as often', () => {
  const near = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((token) => [token, token.toUpperCase()]));
  const asked = question('four', { near, right: ['a'] });
  const tempting = (...raws: string[]): string[] =>
    sharesOf(asked, given(asked, ...raws)).flatMap((share) => (share.tempting ? [share.words] : []));
  expect([tempting('a'), tempting('b', 'b', 'c'), tempting('b', 'c', 'd'), tempting('b', 'c', 'd', 'e')]).toEqual([
    [],
    ['B'],
    ['B', 'C', 'D'],
    [],
  ]);
});

test('a part that was removed is shown if it was chosen; of several choices each counts', () => {
  const asked = question('pain', { near: { a: 'Sel', b: 'Eau', c: 'Sucre' }, right: ['a,b'] });
  expect(sharesOf(asked, given(asked, 'a,c', 'b[,]c', 'z')).map(({ words, n }) => [words, n])).toEqual([
    ['Sucre', 2],
    ['Sel', 1],
    ['Eau', 1],
    ['z', 1],
  ]);
});

test('pairs are counted one by one, and only wrong ones that were made are listed', () => {
  const asked = question('ranger', {
    kind: 'matching',
    near: { a: 'Pelle', b: 'Lame' },
    far: { x: 'Four', y: 'Pâte' },
    right: ['a.x,b.y'],
  });
  expect(sharesOf(asked, given(asked, 'a.x,b.x', 'a.x,b.y')).map(({ words, n, verdict }) => [words, n, verdict])).toEqual([
    ['Pelle → Four', 2, 'right'],
    ['Lame → Pâte', 1, 'right'],
    ['Lame → Four', 1, 'wrong'],
  ]);
});

test('what was right in an older version stays right, in its words', () => {
  const old = question('ranger', { kind: 'matching', near: { a: 'Pelle' }, far: { x: 'Fournil' }, right: ['a.x'] });
  const now = question('ranger', { kind: 'matching', near: { b: 'Lame' }, far: { y: 'Pâte' }, right: ['b.y'] });
  expect(sharesOf(now, given(old, 'a.x', 'a.x,b.z')).map(({ words, n, verdict }) => [words, n, verdict])).toEqual([
    ['Pelle → Fournil', 2, 'right'],
    ['b → z', 1, 'wrong'],
    ['Lame → Pâte', 0, 'right'],
  ]);
});

test('typed words are grouped whatever their case; the right one is there even if nobody has it', () => {
  const asked = question('mot', { kind: 'typed', right: ['levain'], rightWords: 'levain' });
  expect(sharesOf(asked, given(asked, 'Levure', 'levure'))).toEqual([
    { words: 'Levure', n: 2, verdict: 'wrong', tempting: true, people: [0, 1] },
    { words: 'levain', n: 0, verdict: 'right', tempting: false, people: [] },
  ]);
});

test('the same words count apart where an older version judged them otherwise', () => {
  const old = question('mot', { kind: 'typed', right: ['levure'], rightWords: 'levure' });
  const now = question('mot', { kind: 'typed', right: ['levain'], rightWords: 'levain' });
  const shares = sharesOf(now, [...given(old, 'levure'), ...given(now, 'levure', 'Levure')]);
  expect(shares.map(({ words, n, verdict }) => [words, n, verdict])).toEqual([
    ['levure', 2, 'wrong'],
    ['levure', 1, 'right'],
  ]);
});

test('a choice that is repeated counts once for a person, and words that nobody judges have no right one', () => {
  const asked = question('pain', { near: { a: 'Sel', b: 'Eau' }, right: ['a,b'] });
  expect(sharesOf(asked, given(asked, 'a,a', 'b')).map(({ words, people }) => [words, people])).toEqual([
    ['Sel', [0]],
    ['Eau', [1]],
  ]);
  const free = question('mot', { kind: 'typed' });
  expect(sharesOf(free, given(free, 'sel'))).toEqual([{ words: 'sel', n: 1, verdict: 'none', tempting: false, people: [0] }]);
});

test('typed words stand by frequency, the right one is there once', () => {
  const asked = question('mot', { kind: 'typed', right: ['levain'], rightWords: 'levain' });
  expect(sharesOf(asked, given(asked, 'sel', 'levure', ' levain', 'Levure', 'levain'))).toEqual([
    { words: 'levain', n: 2, verdict: 'right', tempting: false, people: [2, 4] },
    { words: 'levure', n: 2, verdict: 'wrong', tempting: true, people: [1, 3] },
    { words: 'sel', n: 1, verdict: 'wrong', tempting: false, people: [0] },
  ]);
});

test('levels stay in their order, and none is wrong; texts have no shares', () => {
  const scale = question('marche', { kind: 'likert', near: { a: 'dire', b: 'faire' } });
  expect(sharesOf(scale, given(scale, 'b', 'b')).map(({ words, n, verdict }) => [words, n, verdict])).toEqual([
    ['dire', 0, 'none'],
    ['faire', 2, 'none'],
  ]);
  const text = question('texte', { kind: 'text' });
  expect(sharesOf(text, given(text, 'Bonjour'))).toEqual([]);
});

test('if many wrong answers are equally frequent, none is the most tempting', () => {
  const asked = question('four', { near: { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' }, right: ['a'] });
  expect(sharesOf(asked, given(asked, 'b', 'c', 'd', 'e')).filter(({ tempting }) => tempting)).toEqual([]);
});

test('up to three equally frequent wrong answers are tempting', () => {
  const asked = question('four', { near: { a: 'A', b: 'B', c: 'C', d: 'D' }, right: ['a'] });
  const tempting = sharesOf(asked, given(asked, 'b', 'c', 'd')).filter((share) => share.tempting);
  expect(tempting.map(({ words }) => words)).toEqual(['B', 'C', 'D']);
});

test('answers of both standards are counted together', () => {
  const count = (asked: Question, ...raws: readonly string[]) =>
    sharesOf(asked, given(asked, ...raws)).map(({ n, verdict }) => [n, verdict]);
  const isHot = question('four', { kind: 'true-false', near: { t: 'Vrai', f: 'Faux' }, right: ['true'] });
  expect(count(isHot, 't', 'true', 'f', 'false', 'false')).toEqual([
    [3, 'wrong'],
    [2, 'right'],
  ]);
  const long = question('ranger', { kind: 'matching', near: { abc: 'Pelle' }, far: { x: 'Four' }, right: ['abc[.]x'] });
  expect(count(long, 'abc.x', 'abc[.]x')).toEqual([[2, 'right']]);
  const pairs = question('ranger', { kind: 'matching', near: { a: 'Pelle', b: 'Lame' }, far: { x: 'Four' }, right: ['a[.]x'] });
  expect(count(pairs, 'a.x', 'a[.]x', 'b[.]x', 'b.x')).toEqual([
    [2, 'right'],
    [2, 'wrong'],
  ]);
});

test('of steps only those that are right or were taken are listed', () => {
  const asked = question('cuire', { kind: 'performance', near: { a: 'Four', b: 'Pelle', c: 'Lame' }, right: ['a.chaud'] });
  expect(sharesOf(asked, given(asked, 'a.chaud,b.longue', 'b.longue')).map(({ words, n, verdict }) => [words, n, verdict])).toEqual([
    ['Pelle → longue', 2, 'wrong'],
    ['Four → chaud', 1, 'right'],
  ]);
});

test('an order is told in the words of the version that was answered', () => {
  const old = question('ordre', { kind: 'sequencing', near: { a: 'Pétrir', b: 'Cuir' }, right: ['a,b'] });
  const now = question('ordre', { kind: 'sequencing', near: { a: 'Pétrir', b: 'Cuire' }, right: ['a,b'] });
  expect(sharesOf(now, given(old, 'b,a')).map(({ words }) => words)).toEqual(['Cuir → Pétrir']);
});
