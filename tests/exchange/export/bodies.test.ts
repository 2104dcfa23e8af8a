import { expect, test } from 'vitest';
import { bodiesOf } from '../../../build/exchange/export/bodies.ts';
import { converterOf } from '../../../build/exchange/export/converter.ts';
import { END, VARIABLE_IN_TEXT } from '../../../build/model/markers.ts';
import type { ValidActivity } from '../../../build/model/source.ts';

const TWO = '<p>un</p><p>deux</p>';
const WATER = `${VARIABLE_IN_TEXT}eau${END}`;

function bodies(type: string, options: object): { readonly made: unknown; readonly remarks: readonly unknown[] } {
  const remarks: unknown[] = [];
  const converter = converterOf({ lang: 'fr', variables: { eau: 'Seine', cuisson: '7..8' } }, () => undefined);
  const activity = { id: 'four', type, options } as unknown as ValidActivity;
  const made = bodiesOf(activity, converter, (level, key, values) => void remarks.push([level, key, values]));
  return { made, remarks };
}

const line = (html: string, right: boolean, more: object = {}) => ({ html, text: html, right, ...more });

test('a choice of one has 100 for what is right, unless a line has its own share', () => {
  const choices = [
    line(TWO, true),
    line('non', false, { feedback: TWO }),
    line('peut-être', false, { weight: 50 }),
    line('oui', true, { weight: 0, feedback: '' }),
  ];
  expect(bodies('choice', { choices, multiple: false, shuffle: true }).made).toEqual([
    {
      kind: 'single',
      shuffle: true,
      choices: [
        { text: 'un deux', weight: 100 },
        { text: 'non', weight: 0, feedback: 'un\n\ndeux' },
        { text: 'peut-être', weight: 50 },
        { text: 'oui', weight: 0 },
      ],
    },
  ]);
});

test('a choice of several shares the points; a wrong one takes a share away', () => {
  const choices = [line('a', true), line('b', true), line('c', false)];
  expect(bodies('choice', { choices, multiple: true, shuffle: false }).made).toEqual([
    {
      kind: 'multiple',
      shuffle: false,
      choices: [
        ['a', 50],
        ['b', 50],
        ['c', -50],
      ].map(([text, weight]) => ({ text, weight })),
    },
  ]);
  expect(bodies('choice', { choices: [line('c', false)], multiple: true, shuffle: false }).made).toMatchObject([
    { choices: [{ weight: -100 }] },
  ]);
});

test('each statement is a question of its own, under the text before them', () => {
  const choices = [line('Il fait chaud', true), line(TWO, false, { feedback: 'Non.' })];
  expect(bodies('true-false', { choices, prompt: '<p>Au four</p>' }).made).toEqual([
    { kind: 'true-false', isTrue: true, text: 'Au four\n\nIl fait chaud', name: 'four-1', idNumber: 'four-1' },
    {
      kind: 'true-false',
      isTrue: false,
      text: 'Au four\n\nun deux',
      name: 'four-2',
      idNumber: 'four-2',
      results: { right: 'Non.', wrong: 'Non.' },
    },
  ]);
  expect(bodies('true-false', { choices: choices.slice(0, 1), prompt: '' }).made).toEqual([
    { kind: 'true-false', isTrue: true, text: 'Il fait chaud', name: 'four', idNumber: 'four' },
  ]);
});

test('pairs, and lures without a left side; feedback is lost, with its first 200 characters', () => {
  const pairs = [
    { left: TWO, right: '<p>b</p><p><b>e</b></p>' },
    { right: TWO, feedback: 'x'.repeat(300) },
    { left: 'c', right: 'd', feedback: '' },
  ];
  const { made, remarks } = bodies('matching', { pairs });
  expect(made).toEqual([
    {
      kind: 'matching',
      pairs: [
        ['un deux', 'b **e**'],
        ['c', 'd'],
      ],
      lures: ['un deux'],
    },
  ]);
  expect(remarks).toEqual([['lost', 'export.feedback', { text: 'x'.repeat(200) }]]);
});

test('an essay has the limits of its first field', () => {
  expect(bodies('open-question', { fields: [{ minWords: 10, maxWords: 90 }, { minWords: 1 }] }).made).toEqual([
    { kind: 'essay', minWords: 10, maxWords: 90 },
  ]);
  expect(bodies('open-question', { fields: [{ maxWords: 90 }] }).made).toEqual([{ kind: 'essay', maxWords: 90 }]);
  expect(bodies('open-question', { fields: [{ minWords: 10 }] }).made).toEqual([{ kind: 'essay', minWords: 10 }]);
  expect(bodies('open-question', { fields: [{}] }).made).toEqual([{ kind: 'essay' }]);
  expect(bodies('open-question', { fields: [] }).made).toEqual([{ kind: 'essay' }]);
});

test('blanks keep their places', () => {
  const blanks = [
    { html: '<p>Le ', lead: '(', trail: ')', accepted: ['levain', 'chef'] },
    { html: ' et le ', lead: '', trail: '', accepted: ['sel'] },
  ];
  const options = { prompt: '<p>Complétez</p>', html: ' lèvent.</p>', blanks, mode: 'list', distractors: ['eau'] };
  expect(bodies('cloze', options).made).toEqual([
    { kind: 'cloze', text: 'Complétez\n\nLe ([[levain / chef]]) et le [[sel]] lèvent.', isList: true, distractors: ['eau'] },
  ]);
  expect(bodies('cloze', { ...options, mode: 'text', distractors: undefined }).made).toMatchObject([{ isList: false, distractors: [] }]);
});

test('steps in their order; their feedback is lost', () => {
  const steps = [{ html: TWO, feedback: 'y'.repeat(300) }, { html: 'trois' }, { html: 'quatre', feedback: '<b>z</b>' }];
  const { made, remarks } = bodies('order', { steps });
  expect(made).toEqual([{ kind: 'order', steps: ['un deux', 'trois', 'quatre'] }]);
  expect(remarks).toEqual([
    ['lost', 'export.feedback', { text: 'y'.repeat(200) }],
    ['lost', 'export.feedback', { text: '**z**' }],
  ]);
});

test('typed answers: those of the attribute first; a mistake has no points', () => {
  const choices = [line('miche', true), line('sel', true, { weight: 50 }), line(WATER, false, { weight: 30, feedback: TWO })];
  expect(bodies('short-text', { answer: [WATER, 'pain'], choices }).made).toEqual([
    {
      kind: 'short',
      answers: [
        { text: 'Seine', weight: 100 },
        { text: 'pain', weight: 100 },
        { text: 'miche', weight: 100 },
        { text: 'sel', weight: 50 },
        { text: 'Seine', weight: 0, feedback: 'un\n\ndeux' },
      ],
    },
  ]);
  expect(bodies('short-text', { choices: [line('pain', true, { weight: 0 })] }).made).toMatchObject([{ answers: [{ weight: 0 }] }]);
  expect(bodies('short-text', { choices: [] }).made).toEqual([{ kind: 'short', answers: [] }]);
});

test('numbers: the expected one with its tolerance, then the lines that are numbers', () => {
  const choices = [
    line('3..4', true, { weight: 50 }),
    line('douze', true),
    line('5', false, { weight: 30, feedback: 'Non.' }),
    line('6', true),
  ];
  expect(bodies('numeric', { answer: 2, tolerance: 0.5, unit: WATER, choices }).made).toEqual([
    {
      kind: 'numeric',
      unit: 'Seine',
      answers: [
        { low: 1.5, high: 2.5, weight: 100 },
        { low: 3, high: 4, weight: 50 },
        { low: 5, high: 5, weight: 0, feedback: 'Non.' },
        { low: 6, high: 6, weight: 100 },
      ],
    },
  ]);
  expect(bodies('numeric', { answer: 0, tolerance: 0, choices: [line('0', true, { weight: 0 })] }).made).toEqual([
    {
      kind: 'numeric',
      answers: [
        { low: 0, high: 0, weight: 100 },
        { low: 0, high: 0, weight: 0 },
      ],
    },
  ]);
  const written = [line('12 g', true), line(`${VARIABLE_IN_TEXT}cuisson${END}`, false), line('13 kg', true)];
  expect(bodies('numeric', { tolerance: 0, unit: 'g', choices: written }).made).toMatchObject([
    {
      unit: 'g',
      answers: [
        { low: 12, high: 12, weight: 100 },
        { low: 7, high: 8, weight: 0 },
      ],
    },
  ]);
  expect(bodies('numeric', { tolerance: 0, choices: [] }).made).toEqual([{ kind: 'numeric', answers: [] }]);
});

test.each(['mind-map', 'constructor', 'toString'])('%s has no counterpart', (type) => {
  expect(bodies(type, {}).made).toBeUndefined();
});
