import { expect, test } from 'vitest';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', prose, []]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('a definition has a term, which is a sentence', () => {
  expect([read({ term: 'Levain' }), read({})]).toEqual([{ term: 'Levain' }, undefined]);
  expect(hasMeta(definition.attributes.shape.term, 'sentence')).toBe(true);
});
