import { expect, test } from 'vitest';
import type { Body, Question } from '../../../build/exchange/model.ts';
import { NotWritable } from '../../../build/exchange/write/parts.ts';
import { writeQuestion } from '../../../build/exchange/write/question.ts';

/** The text of a question, or the reason why there is none, and its remarks. */
function write(body: Body, lang: 'fr' | 'en' = 'fr') {
  const remarks: unknown[] = [];
  const question = { name: '', text: 'Quoi ?', points: 1, category: [], tags: [], line: 1, ...body } as Question;
  const context = { lang, competencies: new Set(['c1']), isDraft: false, remark: (...remark: unknown[]) => void remarks.push(remark) };
  try {
    return [writeQuestion(question, 'q', context), ...remarks];
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    return [error.key, error.values, ...remarks];
  }
}

const open = (type: string, ...parts: readonly string[]): string => `:::${type}\n${parts.join('\n\n')}\n:::`;
const choices = (...weights: readonly number[]) => weights.map((weight, at) => ({ text: 'abc'.charAt(at), weight }));

test('pairs are a table with columns in the language; lures that are among them are left out', () => {
  const pairs: readonly [string, string][] = [
    ['a|b', 'x'],
    ['c', 'y'],
  ];
  const table = (head: string, ...lures: readonly string[]): string =>
    [`| ${head} |`, '| --- | --- |', '| a\\|b | x |', '| c | y |', ...lures].join('\n');
  const more = { results: { right: 'R' }, tags: ['t', 'c1', 'u'] };
  expect(write({ kind: 'matching', pairs, lures: ['x', 'z|'], ...more })).toEqual([
    open('matching{#q competency="c1"}', 'Quoi ?', table('Élément | Correspondance', '|  | z\\| |'), ':::after{when=right}\nR\n:::'),
    ['note', 'tags', { tags: 't, u' }],
  ]);
  expect(write({ kind: 'matching', pairs, lures: [] }, 'en')).toEqual([open('matching{#q}', 'Quoi ?', table('Item | Match'))]);
});

test('pairs with one target need a lure, and targets that differ', () => {
  const pairs: readonly [string, string][] = [
    ['a', 'pain'],
    ['b', 'pain'],
  ];
  const lured = (...lures: readonly string[]) => write({ kind: 'matching', pairs, lures })[0];
  expect([lured(), lured('pain'), lured('sel'), lured('Pains !')]).toEqual([
    'one-target',
    'one-target',
    expect.stringMatching(/^:::matching/),
    'alike-parts',
  ]);
  expect(write({ kind: 'matching', pairs: pairs.slice(1), lures: ['sel'] })).toEqual(['few-parts', { fewest: 2 }]);
});

test.each<[object, string]>([
  [{}, ''],
  [{ minWords: 10.4, maxWords: 20.6 }, ' min-words=10 max-words=21'],
  [{ minWords: 3000, maxWords: 9000 }, ' min-words=2000 max-words=4000'],
  [{ minWords: 50, maxWords: 20 }, ' min-words=50 max-words=50'],
  [{ minWords: 0, maxWords: 0 }, ''],
  [{ minWords: -5, maxWords: -1 }, ''],
  [{ minWords: 0.4, maxWords: 0.4 }, ' max-words=1'],
  [{ minWords: 10.5, maxWords: 3 }, ' min-words=11 max-words=11'],
  [{ maxWords: 30, points: 3 }, ' max-words=30'],
])('an open question with %j', (more, attributes) => {
  expect(write({ kind: 'essay', ...more })).toEqual([open(`open-question{#q${attributes}}`, 'Quoi ?')]);
});

test('a note for the trainer stands below its question', () => {
  expect(write({ kind: 'essay', note: 'N', after: 'A' })).toEqual([
    `${open('open-question{#q}', 'Quoi ?', ':::after\nA\n:::')}\n\n:::trainer\nN\n:::`,
  ]);
});

const blanks = 'Un [[a]] et [[b / c]].';

test.each<[string, boolean, readonly string[], string, string]>([
  ['typed', false, ['x'], blanks, ''],
  ['of one word', true, [], 'Un [[a]] et [[ A / c]].', ''],
  ['of one word and its capital', true, ['A'], 'Un [[a]].', ''],
  ['of two words', true, [], blanks, ' mode=list'],
  ['with another word', true, ['B'], 'Un [[a]].', ' mode=list distractors="B"'],
  ['with others', true, ['x', 'w'], blanks, ' mode=list distractors="x; w"'],
])('blanks %s', (_, isList, distractors, text, attributes) => {
  expect(write({ kind: 'cloze', isList, distractors, text })).toEqual([open(`cloze{#q${attributes}}`, text)]);
});

test('words that no attribute can have are lost, and brackets in a row are parted', () => {
  expect(write({ kind: 'cloze', isList: true, distractors: ['y;z', 'd', 'e"', '{f', 'g}'], text: '[[a]] \\[\\[d\\]\\]' })).toEqual([
    open('cloze{#q mode=list distractors="d"}', '[[a]] \\[ \\[d\\] \\]'),
    ...['y;z', 'e"', '{f', 'g}'].map((word) => ['lost', 'distractor', { word }]),
  ]);
  expect(write({ kind: 'cloze', isList: true, distractors: [], text: 'Un' })).toEqual(['no-blank', {}]);
});

test('steps are numbered, at least two, and differ', () => {
  const order = (...steps: readonly string[]) => write({ kind: 'order', steps });
  expect(order('a', 'b')).toEqual([open('order{#q}', 'Quoi ?', '1. a\n2. b')]);
  expect([order('a'), order('la brioche', 'la Brioches !')]).toEqual([
    ['few-parts', { fewest: 2 }],
    ['alike-parts', { one: 'la brioche', other: 'la Brioches !' }],
  ]);
});

test('a statement is the last paragraph; without one, true and false are choices in the language', () => {
  const truth = (isTrue: boolean, more: object, lang: 'fr' | 'en' = 'fr') => write({ kind: 'true-false', isTrue, ...more }, lang);
  expect(truth(false, { text: 'Un.\n\nDeux.', results: { right: 'R', wrong: 'R' }, after: 'A' })).toEqual([
    open('true-false{#q}', 'Un.', '- [ ] Deux.\n> R', ':::after\nA\n:::'),
  ]);
  expect(truth(true, { text: 'Un.', results: { right: 'R', wrong: 'W' } })).toEqual([
    open('true-false{#q}', '- [x] Un.', ':::after{when=right}\nR\n:::', ':::after{when=wrong}\nW\n:::'),
  ]);
  expect(truth(true, { text: '* a' }, 'en')).toEqual([open('choice{#q}', '* a', '- [x] True\n- [ ] False')]);
  expect(truth(false, { text: '* a' })).toEqual([open('choice{#q}', '* a', '- [ ] Vrai\n- [x] Faux')]);
});

test.each<[Body, string]>([
  [{ kind: 'single', shuffle: true, choices: choices(100, 0) }, open('choice{#q shuffle}', 'Quoi ?', '- [x] a\n- [ ] b')],
  [{ kind: 'multiple', shuffle: false, choices: choices(100, -100) }, open('choice{#q multiple}', 'Quoi ?', '- [x] a\n- [ ] b')],
  [{ kind: 'short', answers: choices(100) }, open('short-text{#q answer="a"}', 'Quoi ?')],
  [
    { kind: 'numeric', answers: [{ low: 1, high: 2, weight: 100 }], unit: 'kg' },
    open('numeric{#q answer=1.5 tolerance=0.5 unit="kg"}', 'Quoi ?'),
  ],
])('%j', (body, text) => {
  expect(write(body)).toEqual([text]);
});

test('the first share beyond all points is the reason of a refusal', () => {
  expect(write({ kind: 'multiple', shuffle: false, choices: choices(100, -101, 102) })).toEqual(['large-share', { share: -101 }]);
  expect(write({ kind: 'short', answers: choices(100, 101) })).toEqual(['large-share', { share: 101 }]);
});

test('a description is its text; its tags are not reported', () => {
  expect(write({ kind: 'description', tags: ['t'] })).toEqual(['Quoi ?']);
});
