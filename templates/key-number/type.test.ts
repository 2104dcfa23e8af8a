import { describe, expect, it } from 'vitest';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

const reads = (attributes: object): unknown => definition.attributes.safeParse(attributes).success;

describe('a key number', () => {
  it('is a block of prose with a value; its source and pictogram may be missing', () => {
    expect([definition.kind, definition.form, uselessExamples(definition)]).toEqual(['block', prose, []]);
    const { source, icon } = definition.attributes.shape;
    expect([hasMeta(source, 'sentence'), hasMeta(icon, 'pictogram')]).toEqual([true, true]);
    expect([reads({ value: '1 sur 5' }), reads({ value: '1 sur 5', source: 'Cahier du four', icon: 'bread' })]).toEqual([true, true]);
    expect([reads({}), reads({ source: 'Cahier du four' }), reads({ value: '' })]).toEqual([false, false, false]);
  });
});
