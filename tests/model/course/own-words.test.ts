import { expect, test } from 'vitest';
import { ownWords } from '../../../src/model/course/own-words.ts';

const items = [
  { token: 'a', text: 'Pétrir' },
  { token: 'b', text: 'Cuire', fact: 'd' },
  { token: 'c', text: 'Vendre' },
];

test('a scale is reported with the level of each line, and its comment', () => {
  const levels = [
    { token: 'e', text: "pas d'aide d'ici" },
    { token: 'f', text: 'souvent' },
  ];
  const answer = { levels: { a: 'f', b: 'e', c: 'gone' }, comment: ' De nuit. ' };
  expect(ownWords(answer, { items, levels })).toEqual([
    { name: 'Pétrir', text: 'souvent' },
    { name: 'Cuire', text: 'pas d’aide d’ici' },
    { name: '', text: 'De nuit.' },
  ]);
});

test('sliders are reported with the value of each line, and its fact', () => {
  const answer = { values: { a: 0, b: 7 }, facts: { d: 'Le four de nuit.', a: 'Rien' } };
  expect(ownWords(answer, { items, max: 10 })).toEqual([
    { name: 'Pétrir', text: '0 / 10' },
    { name: 'Cuire', text: '7 / 10\nLe four de nuit.' },
  ]);
});

test('lines that are gone, and a scale without its options, are not reported', () => {
  expect(ownWords({ values: { z: 3 } }, { items, max: 10 })).toEqual([]);
  expect(ownWords({ levels: { a: 'f' } })).toEqual([]);
  expect([ownWords({ values: {}, comment: ' ' }), ownWords({ values: {}, comment: 3 } as never)]).toEqual([[], []]);
});

const fields = {
  fields: [
    { token: 'a', text: 'Le matin' },
    { token: 'b', text: 'Le soir' },
  ],
  max: 3,
  none: null,
};

test('names each part of an answer that has words', () => {
  expect(ownWords({ b: ' Tard ', a: '', zz: 'Ailleurs' }, fields)).toEqual([
    { name: 'Le soir', text: 'Tard' },
    { name: '', text: 'Ailleurs' },
  ]);
});

test('joins lists, with the sign of the language inside a part', () => {
  expect(ownWords(['un', '', 'deux'])).toEqual([{ name: '', text: 'un, deux' }]);
  expect(ownWords({ a: ['un', 'deux'] }, fields, ' ; ')).toEqual([{ name: 'Le matin', text: 'un ; deux' }]);
  expect(ownWords({ a: ['un', 'deux'] })).toEqual([{ name: '', text: 'un; deux' }]);
  expect(ownWords({ a: { x: 'un', y: 'deux' } }, fields, ' ; ')).toEqual([{ name: 'Le matin', text: 'un\ndeux' }]);
  expect(ownWords({ a: { x: ['un', 'deux'] } }, fields, ' ; ')).toEqual([{ name: 'Le matin', text: 'un ; deux' }]);
  expect(ownWords('Un mot')).toEqual([{ name: '', text: 'Un mot' }]);
});

test('has nothing without an answer', () => {
  expect([ownWords(undefined), ownWords(null), ownWords('  '), ownWords(3 as never)]).toEqual([[], [], [], []]);
});

test('finds names in all lists of the options', () => {
  const options = { first: [{ token: 'a', text: 'Le matin' }], max: 3, second: [{ token: 'b', text: 'Le soir' }, { token: 'c' }] };
  expect(ownWords({ a: 'Tôt', b: 'Tard', c: 'Jamais' }, options)).toEqual([
    { name: 'Le matin', text: 'Tôt' },
    { name: 'Le soir', text: 'Tard' },
    { name: '', text: 'Jamais' },
  ]);
});
