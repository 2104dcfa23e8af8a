import { expect, test } from 'vitest';
import { speeches } from '../../build/stages/check/forms/speeches.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', speeches, []]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('a scene is cool unless it is warm, and may have a place', () => {
  expect([read({}), read({ place: 'Le fournil', tone: 'warm' }), read({ tone: 'hot' }), read({ tone: 'cool', place: ' ' })]).toEqual([
    { tone: 'cool' },
    { place: 'Le fournil', tone: 'warm' },
    undefined,
    undefined,
  ]);
  expect(hasMeta(definition.attributes.shape.place, 'sentence')).toBe(true);
});
