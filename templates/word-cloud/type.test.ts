import { expect, test } from 'vitest';
import { fields } from '../../build/stages/check/forms/fields.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('it asks for words that are neither right nor wrong, and gives them', () => {
  expect(definition).toMatchObject({ kind: 'activity', form: fields, asks: true, scored: false, gives: 'words' });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object | undefined]>([
  [{}, { min: 3, max: 10, 'max-characters': 400, 'seen-by': 'trainer' }],
  [
    { min: '1', max: '30', 'max-characters': '40', 'seen-by': 'me', wall: 'https://exemple.fr/mur' },
    { min: 1, max: 30, 'max-characters': 40, 'seen-by': 'me', wall: 'https://exemple.fr/mur' },
  ],
  [
    { min: '10', max: '1', 'max-characters': '2000' },
    { min: 10, max: 1, 'max-characters': 2000, 'seen-by': 'trainer' },
  ],
  [{ min: '0' }, undefined],
  [{ min: '11' }, undefined],
  [{ max: '0' }, undefined],
  [{ max: '31' }, undefined],
  [{ 'max-characters': '39' }, undefined],
  [{ 'max-characters': '2001' }, undefined],
  [{ 'seen-by': 'all' }, undefined],
])('attributes %j are read as %j', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object, unknown[]]>([
  [{ fields: [{}], min: 1, max: 1 }, []],
  [{ fields: [], min: 1, max: 2 }, []],
  [{ fields: [{ title: 'Pain' }], min: 1, max: 1 }, [['error one-field']]],
  [{ fields: [{ title: '' }], min: 1, max: 1 }, [['error one-field']]],
  [{ fields: [{}, {}], min: 1, max: 1 }, [['error one-field']]],
  [{ fields: [{}], min: 2, max: 1 }, [['error min-over-max', { min: 2, max: 1 }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
