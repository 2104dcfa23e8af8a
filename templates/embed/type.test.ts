import { expect, test } from 'vitest';
import { none } from '../../build/stages/check/forms/none.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'block', form: none });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ url: ['address'], title: ['sentence'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { url: 'https://a.example', title: 'A' },
    { url: 'https://a.example', title: 'A' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each<[object]>([[{}], [{ url: 'https://a.example' }], [{ title: 'A' }], [{ url: 'https://a.example', title: ' ' }]])(
  'attributes %j are refused',
  (given) => {
    expect(read(given)).toBeUndefined();
  },
);

test.each<[object, unknown[]]>([[{ url: 'https://exemple.fr' }, [['warning other-site', { address: 'https://exemple.fr' }]]]])(
  'options %j: %j',
  (options, found) => {
    expect(findingsOf(definition, options)).toEqual(found);
  },
);
