import { expect, test } from 'vitest';
import { fields } from '../../build/stages/check/forms/fields.ts';
import { wanted } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: fields, scored: false, gives: 'words' });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('it recalls a text or a choice', () => {
  expect(wanted(definition.attributes.shape.recall)).toBe('answer');
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { 'seen-by': 'trainer' }],
  [{ recall: 'ligne-2/arrets' }, { recall: 'ligne-2/arrets', 'seen-by': 'trainer' }],
  [
    { 'min-words': '1', 'max-words': '4000', 'max-characters': '20' },
    { 'min-words': 1, 'max-words': 4000, 'max-characters': 20, 'seen-by': 'trainer' },
  ],
  [
    { 'min-words': '2000', 'max-words': '1', 'max-characters': '32000', 'seen-by': 'me' },
    { 'min-words': 2000, 'max-words': 1, 'max-characters': 32_000, 'seen-by': 'me' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([
  [{ 'min-words': '0' }],
  [{ 'min-words': '2001' }],
  [{ 'max-words': '0' }],
  [{ 'max-words': '4001' }],
  [{ 'max-characters': '19' }],
  [{ 'max-characters': '32001' }],
  [{ 'seen-by': 'all' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ fields: [{ title: 'Pain', minWords: 5, maxWords: 5 }, { title: 'Mie' }] }, []],
  [
    {
      fields: [
        { title: 'Pain', minWords: 5 },
        { title: 'Mie', maxWords: 1 },
      ],
    },
    [],
  ],
  [{ fields: [{ title: 'Pain' }, {}] }, [['error no-card', { name: 'writing' }]]],
  [{ fields: [{ title: '' }] }, [['error card-without-title', { name: 'writing' }]]],
  [{ fields: [{ title: 'Pain' }, { title: '' }] }, [['error card-without-title', { name: 'writing' }]]],
  [{ fields: [{ title: 'Pain' }, { title: 'Mie', minWords: 6, maxWords: 5 }] }, [['error more-than-allowed', { min: 6, max: 5 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
