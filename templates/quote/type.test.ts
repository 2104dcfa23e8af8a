import { expect, test } from 'vitest';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { definition } from './type.ts';

test('each example can be copied, in both languages', () => {
  expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', prose, []]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ style: [], author: ['sentence'], source: ['sentence'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test('attributes are read or refused', () => {
  expect(read({})).toEqual({ style: 'plain' });
  expect(read({ style: 'pull', author: 'A', source: 'B' })).toEqual({ style: 'pull', author: 'A', source: 'B' });
  expect(read({ style: 'plain' })).toEqual({ style: 'plain' });
  expect([{ style: 'big' }, { author: ' ' }, { source: '' }].map(read)).toEqual([undefined, undefined, undefined]);
});
