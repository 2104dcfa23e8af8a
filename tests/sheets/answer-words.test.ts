import { expect, test } from 'vitest';
import { longestText, possibleAnswers, rightAnswers, rightWords } from '../../build/sheets/answer-words.ts';
import { partNames } from '../../build/sheets/part-names.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { Pattern, Slot } from '../../src/model/record/interaction.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { activity } from '../helpers/bakery.ts';
import { keyWords } from './key-words.ts';

const OPTIONS = {
  choices: [
    { token: 'a', text: 'Rame' },
    { token: 'b', text: 'Bus' },
  ],
  targets: [
    { token: 'p', text: 'Quai' },
    { token: 'q', text: 'Voie' },
  ],
};

function named(options: object = OPTIONS, slots: readonly Slot[] = []) {
  return { activity: activity(0, 'frein', 'pick', { options, slots }), names: partNames(options, 'fr') };
}
const slot = (type: Slot['type'], ...right: Pattern[]): Slot => ({ type, right, text: '' });
const possible = (type: Slot['type'], options?: object) => possibleAnswers(named(options), slot(type), formats12, keyWords);

test('possible answers, as the LMS shows them', () => {
  expect(possible('true-false')).toBe('t = true | f = false');
  expect(possible('choice')).toBe('a = Rame | b = Bus');
  expect(possible('likert')).toBe('a = Rame | b = Bus');
  expect(possible('matching')).toBe('answers.matching near=a = Rame | b = Bus far=p = Quai | q = Voie');
  expect([possible('numeric'), possible('numeric', { unit: 'km' })]).toEqual(['answers.number unit=', 'answers.number.unit unit=km']);
  expect([possible('fill-in'), possible('fill-in', { words: ['un', 'deux'] }), possible('fill-in', { words: [] })]).toEqual([
    'answers.typed',
    'answers.offered list=un | deux',
    'answers.offered list=',
  ]);
  expect(possible('long-fill-in', { fields: [{ maxCharacters: 200 }, {}, { maxCharacters: 900 }] })).toBe('answers.text n=900');
});

test('a text without a limit', () => {
  expect([
    longestText(activity(0, 'a', 'note', { options: {} })),
    longestText(activity(0, 'a', 'note', { options: { fields: [{}] } })),
  ]).toEqual([0, 0]);
});

test.each<[string, Pattern[], string, object?]>([
  ['nothing', [], ''],
  ['a truth', [{ type: 'true-false', value: false }], 'false'],
  ['the other', [{ type: 'true-false', value: true }], 'true'],
  ['choices', [{ type: 'choice', tokens: ['b', 'z'] }], 'b = Bus | z = z'],
  ['an order', [{ type: 'sequencing', tokens: ['b', 'a'] }], 'Bus → Rame'],
  [
    'pairs',
    [
      {
        type: 'matching',
        pairs: [
          ['a', 'q'],
          ['b', 'x'],
        ],
      },
    ],
    'Rame → Voie | Bus → x',
  ],
  [
    'steps',
    [
      {
        type: 'performance',
        steps: [
          ['a', 'partir'],
          ['b', 'rester'],
        ],
      },
    ],
    'Rame → partir | Bus → rester',
  ],
  ['a level', [{ type: 'likert', token: 'a' }], 'Rame'],
  ['a number', [{ type: 'numeric', min: 2.5, max: 2.5 }], '2,5'],
  ['a number with a unit', [{ type: 'numeric', min: 2, max: 2 }], '2\u00a0km', { unit: 'km' }],
  ['a range with a unit', [{ type: 'numeric', min: 2, max: 3 }], 'answers.range min=2 max=3\u00a0km', { unit: 'km' }],
  [
    'texts',
    [
      { type: 'fill-in', text: 'sable' },
      { type: 'fill-in', text: 'le sable' },
    ],
    'sable / le sable',
  ],
])('right: %s', (_, right, text, options) => {
  const one = named(options ?? OPTIONS);
  expect(rightAnswers(one, slot('choice', ...right), keyWords)).toBe(text);
  expect(rightWords(one, slot('choice', ...right), keyWords)).toHaveLength(right.length);
});

const chosen: Slot = { type: 'choice', right: [{ type: 'choice', tokens: ['a'] }], text: '' };

test('the choices of a question have their weights in the codebook, where it has any', () => {
  const listed = (weights: readonly (number | undefined)[], lang: string): string => {
    const choices = ['Levain', 'Levure'].map((text, index) => {
      const weight = weights[index];
      return { token: 'ab'[index], text, right: index === 0, ...(weight !== undefined && { weight }) };
    });
    const asked = activity(0, 'pain', 'choice', { options: { choices }, slots: [chosen] });
    return possibleAnswers({ activity: asked, names: partNames(asked.options as object, lang) }, chosen, formats12, sheetStrings(lang));
  };
  expect(listed([], 'fr')).toBe('a = Levain | b = Levure');
  expect(listed([100, 33.3], 'fr')).toBe('a = Levain (100\u00a0%) | b = Levure (33,3\u00a0%)');
  expect(listed([100, -50], 'en')).toBe('a = Levain (100%) | b = Levure (-50%)');
  expect(listed([100], 'en')).toBe('a = Levain (100%) | b = Levure (0%)');
});

test('so have the accepted answers of a question to type, if they are worth less than everything', () => {
  const choices = [
    { token: 'a', text: 'levain', right: true },
    { token: 'b', text: 'lev*', right: true, weight: 50 },
  ];
  const typed: Slot = { type: 'fill-in', right: [{ type: 'fill-in', text: 'levain' }], text: '' };
  const asked = activity(0, 'pain', 'short-text', { options: { choices }, slots: [typed] });
  const listed = possibleAnswers(
    { activity: asked, names: partNames(asked.options as object, 'fr') },
    typed,
    formats12,
    sheetStrings('fr'),
  );
  expect(listed).toMatch(/ \| lev\* \(50\u00a0%\)$/);
  const kilometres = { unit: 'km', choices: [{ token: 'b', text: '12', right: true, weight: 50 }] };
  expect(possible('numeric', kilometres)).toBe('answers.number.unit unit=km | 12 (weight n=50)');
  expect(possible('performance')).toBe('a = Rame | b = Bus');
});
