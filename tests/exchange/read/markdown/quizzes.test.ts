import { expect, test } from 'vitest';
import { aloneBody, type BoxItem, boxBody, boxLineOf, clozeBody } from '../../../../build/exchange/read/markdown/quizzes.ts';
import { Reading } from '../../../../build/exchange/read/reading.ts';

const context = new Reading('fr', 'assets/x').context(1, true);

test.each<[string, unknown]>([
  ['[(x)] un', { kind: 'one', isTicked: true, text: 'un' }],
  ['  - [( )] un', { kind: 'one', isTicked: false, text: 'un' }],
  ['[()]un', { kind: 'one', isTicked: false, text: 'un' }],
  ['* [(X)]', { kind: 'one', isTicked: true, text: '' }],
  ['[[x]] un', { kind: 'many', isTicked: true, text: 'un' }],
  ['+ [[ ]] un', { kind: 'many', isTicked: false, text: 'un' }],
  ['[[]] un', { kind: 'many', isTicked: false, text: 'un' }],
  ['- [x] un', { kind: 'task', isTicked: true, text: 'un' }],
  ['* [ ] un', { kind: 'task', isTicked: false, text: 'un' }],
  [' 1. [X] un', { kind: 'task', isTicked: true, text: 'un' }],
  ['12) [ ] un', { kind: 'task', isTicked: false, text: 'un' }],
  ['[[x]]', undefined],
  ['[[x]]un', undefined],
  ['[[ ]]  ', undefined],
  ['[x] un', undefined],
  ['-[x] un', undefined],
  ['- [] un', undefined],
  ['- [x]un', undefined],
  ['- un', undefined],
  ['a [(x)] un', undefined],
])('“%s”', (line, box) => {
  expect(boxLineOf(line)).toEqual(box);
});

const items = (kind: BoxItem['kind'], ...ticks: readonly boolean[]): BoxItem[] =>
  ticks.map((isTicked, at) => ({ kind, isTicked, text: `*${'abc'.charAt(at)}*`, feedback: at === 0 ? ['Oui', '', 'Voir'] : [' '] }));

const weights = (kind: BoxItem['kind'], ...ticks: readonly boolean[]): unknown => {
  const body = boxBody(items(kind, ...ticks), context);
  return [body.kind, ...('choices' in body ? body.choices.map(({ weight }) => weight) : [])];
};

test('choices with feedback', () => {
  expect(boxBody(items('one', true, false), context)).toEqual({
    kind: 'single',
    shuffle: false,
    choices: [
      { text: '*a*', weight: 100, feedback: 'Oui\n\nVoir' },
      { text: '*b*', weight: 0 },
    ],
  });
});

test('round boxes are a choice of one, square ones of several; tasks depend on how many are ticked', () => {
  expect(weights('one', true, true)).toEqual(['single', 100, 100]);
  expect(weights('many', true, false)).toEqual(['multiple', 100, -100]);
  expect(weights('many', true, true, false)).toEqual(['multiple', 50, 50, -50]);
  expect(weights('many', false, false)).toEqual(['multiple', -100, -100]);
  expect(weights('task', false, true)).toEqual(['single', 0, 100]);
  expect(weights('task', false, false)).toEqual(['single', 0, 0]);
  expect(weights('task', true, false, true)).toEqual(['multiple', 50, -50, 50]);
});

test('the first box decides for a list of several kinds', () => {
  const kind = (...kinds: readonly BoxItem['kind'][]): string =>
    boxBody(
      kinds.map((one) => ({ kind: one, isTicked: false, text: 'a', feedback: [] })),
      context,
    ).kind;
  expect([kind('one', 'many'), kind('many', 'one'), kind('task', 'many'), kind('many', 'task')]).toEqual([
    'single',
    'multiple',
    'single',
    'multiple',
  ]);
});

const choice = (text: string, weight: number) => ({ text, weight });

test.each<[string, unknown]>([
  ['[[___]]', { kind: 'essay' }],
  ['  [[ _ _ ]]  ', { kind: 'essay' }],
  ['[[ l* p*n ]]', { kind: 'short', answers: [{ text: 'l\\* p\\*n', weight: 100 }] }],
  [
    '[[un | (*deux*) | trois | ]]',
    { kind: 'single', shuffle: true, choices: [choice('*deux*', 100), choice('un', 0), choice('trois', 0)] },
  ],
  ['[[(a)|( b )|c]]', { kind: 'single', shuffle: true, choices: [choice('a', 100), choice('b', 100), choice('c', 0)] }],
  ['[[a|b)|(c]]', { kind: 'single', shuffle: true, choices: [choice('a', 0), choice('b)', 0), choice('(c', 0)] }],
  ['[[!]]', undefined],
  ['[[?]]', undefined],
  ['[[x]]', undefined],
  ['[[ ]]', undefined],
  ['[[]]', undefined],
  ['un [[a]]', undefined],
  ['[[a]] un', undefined],
])('a line “%s”', (line, body) => {
  expect(aloneBody(line, context)).toEqual(body);
});

test.each<[string, unknown]>([
  ['Le [[ pain ]] *chaud*', { text: 'Le [[pain]] *chaud*', isList: false, distractors: [] }],
  ['Le [[a|(b)|c]] et [[(d)|(e)|f]]', { text: 'Le [[b]] et [[d]]', isList: true, distractors: ['a', 'c', 'f'] }],
  ['Le [[a|(b)]] et [[c]]', { text: 'Le [[b]] et [[c]]', isList: false, distractors: [] }],
  ['Le [[c]] et [[a|(b)]]', { text: 'Le [[c]] et [[b]]', isList: false, distractors: [] }],
])('a paragraph “%s”', (text, body) => {
  expect(clozeBody(text, context)).toEqual({ kind: 'cloze', ...(body as object) });
});

test.each(['Le pain', 'Le [[!]] [[?]] [[x]] [[ ]]', 'Le [[a|b]]', 'Le [[a{b}]]', 'Le [[a\nb]]'])('“%s” has no blank', (text) => {
  expect(clozeBody(text, context)).toBeUndefined();
});

test('what can’t be a blank stays text', () => {
  expect(clozeBody('Le [[a{b}]] et [[c]]', context)).toMatchObject({ text: 'Le \\[\\[a\\{b}\\]\\] et [[c]]' });
});
