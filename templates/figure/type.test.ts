import { expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
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
  expect(attributeKinds(definition)).toEqual({
    src: ['asset'],
    alt: ['sentence'],
    caption: ['sentence'],
    credit: ['sentence'],
    decorative: [],
    wide: [],
  });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{ src: 'a.svg' }, { src: 'a.svg', decorative: false, wide: false }],
  [
    { src: 'a.svg', wide: true },
    { src: 'a.svg', decorative: false, wide: true },
  ],
  [
    { src: 'a.svg', alt: 'A', caption: 'B', credit: 'C' },
    { src: 'a.svg', alt: 'A', caption: 'B', credit: 'C', decorative: false, wide: false },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'])('a picture is a file of %s', (kind) => {
  expect(read({ src: `a.${kind}` })).toMatchObject({ src: `a.${kind}` });
});

test.each<[object]>([[{}], [{ src: 'a.pdf' }]])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ src: 'four.svg', alt: 'Le four', decorative: false }, []],
  [{ src: 'four.svg', decorative: true }, []],
  [{ src: 'four.svg', decorative: false }, [['error missing-alt', { file: 'four.svg' }]]],
  [{ src: assetMarker('le four.svg'), decorative: false }, [['error missing-alt', { file: 'le four.svg' }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
