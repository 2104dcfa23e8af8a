import { expect, test } from 'vitest';
import { table } from '../../build/stages/check/forms/table.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', table, []]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('a table has a caption, which is a sentence', () => {
  expect([read({ caption: ' Les rames ' }), read({}), read({ caption: ' ' })]).toEqual([{ caption: 'Les rames' }, undefined, undefined]);
  expect(hasMeta(definition.attributes.shape.caption, 'sentence')).toBe(true);
});
