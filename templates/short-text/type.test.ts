import { expect, test } from 'vitest';
import { END, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', asks: true, scored: true });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { answer: 'tram / rame', accents: 'strict' },
    { answer: ['tram', 'rame'], accents: 'strict' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ accents: 'no' }], [{ answer: ' ' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test('an answer is right or wrong as a whole, unless a line is worth a part', () => {
  const whole = (...choices: object[]) => definition.whole?.({ choices });
  expect([whole(), whole({}), whole({ weight: 100 }), whole({}, { weight: 50 })]).toEqual([true, true, true, false]);
  expect([definition.asks, definition.scored]).toEqual([true, true]);
});

test.each<[object, unknown[]]>([
  [{ answer: ['levain'], choices: [] }, []],
  [{ answer: ['levain'], choices: [{ text: 'levain', right: false, token: 'a' }] }, [['error mistake-is-right', { text: 'levain' }, 'a']]],
  [{ answer: ['levain'], choices: [{ text: 'levure', right: false, token: 'a' }] }, []],
  [{ choices: [{ text: 'levain', right: true, token: 'a' }] }, []],
  [
    { answer: ['levain; levure'], choices: [] },
    [['warning one-long-answer', { answer: 'levain; levure', fit: 'answer="levain / levure"' }]],
  ],
  [
    {
      answer: [`du ${VARIABLE_IN_TEXT}pain${END} bis`],
      choices: [
        { text: `${VARIABLE_IN_TEXT}sel${END}`, right: true, token: 'a' },
        { text: `${VARIABLE_IN_TEXT}eau${END}`, right: false, token: 'b' },
      ],
    },
    [
      ['error answer-in-variable', { name: 'pain' }, ''],
      ['error answer-in-variable', { name: 'sel' }, 'a'],
    ],
  ],
  [
    { choices: [] },
    [
      [
        'error missing-attribute',
        {
          name: 'short-text',
          key: 'answer',
          example: 'answer="égalité / principe d\'égalité"',
          english: 'answer="equality / principle of equality"',
        },
      ],
    ],
  ],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
