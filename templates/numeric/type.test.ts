import { expect, test } from 'vitest';
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
  [{}, { tolerance: 0 }],
  [
    { answer: '12,5', tolerance: '0', unit: 'km' },
    { answer: 12.5, tolerance: 0, unit: 'km' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{ tolerance: '-1' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test('an answer is right or wrong as a whole, unless a line is worth a part', () => {
  const whole = (...choices: object[]) => definition.whole?.({ choices });
  expect([whole(), whole({}), whole({ weight: 100 }), whole({}, { weight: 50 })]).toEqual([true, true, true, false]);
  expect([definition.asks, definition.scored]).toEqual([true, true]);
});

test.each<[object, unknown[]]>([
  [{ answer: 12, tolerance: 0, choices: [] }, []],
  [{ answer: 0, tolerance: 0, choices: [] }, []],
  [{ answer: 12, tolerance: 0, unit: 'km', choices: [{ text: '13 km', right: false, token: 'b' }] }, []],
  [
    { answer: 12, tolerance: 0, unit: 'km', choices: [{ text: '13 m', right: false, token: 'b' }] },
    [['error not-a-number', { text: '13 m' }, 'b']],
  ],
  [{ choices: [{ text: '12', right: true, token: 'a' }] }, []],
  [{ choices: [{ text: 'douze', right: true, token: 'a' }] }, [['error not-a-number', { text: 'douze' }, 'a']]],
  [{ answer: 12, tolerance: 0, choices: [{ text: '12', right: false, token: 'b' }] }, [['error mistake-is-right', { text: '12' }, 'b']]],
  [{ answer: 12, tolerance: 0, choices: [{ text: '13', right: false, token: 'b' }] }, []],
  [
    { answer: 12, tolerance: 1, choices: [{ text: '11..13', right: false, token: 'b' }] },
    [['error mistake-is-right', { text: '11..13' }, 'b']],
  ],
  [{ answer: 12, tolerance: 1, choices: ['10,9..12', '12..13,1'].map((text) => ({ text, right: false, token: text })) }, []],
  [
    { answer: 12, tolerance: 0, choices: ['un', 'deux'].map((text) => ({ text, right: false, token: text })) },
    ['un', 'deux'].map((text) => ['error not-a-number', { text }, text]),
  ],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
