import { expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
import { prose } from '../../build/stages/check/forms/prose.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  const { attributes, check: _, ...rest } = definition;
  expect(rest).toEqual({ kind: 'block', form: prose });
  expect(Object.keys(attributes.shape)).toEqual(['src', 'alt', 'decorative', 'side', 'credit']);
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ src: ['asset'], alt: ['sentence'], decorative: [], side: [], credit: ['sentence'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{ src: 'a.svg' }, { src: 'a.svg', side: 'left', decorative: false }],
  [
    { src: 'a.svg', side: 'left' },
    { src: 'a.svg', side: 'left', decorative: false },
  ],
  [
    { src: 'a.svg', alt: 'Un four', side: 'right', decorative: true, credit: 'Atelier' },
    { src: 'a.svg', alt: 'Un four', side: 'right', decorative: true, credit: 'Atelier' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'])('a picture is a file of %s', (kind) => {
  expect(read({ src: `a.${kind}` })).toEqual({ src: `a.${kind}`, side: 'left', decorative: false });
});

test.each<[object]>([
  [{}],
  [{ src: 'a.svg', side: 'top' }],
  [{ src: 'a.mp4' }],
  [{ src: 'a.svg', alt: '' }],
  [{ src: 'a.svg', credit: ' ' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ src: 'four.svg', alt: 'Le four', decorative: false }, []],
  [{ src: 'four.svg', decorative: true }, []],
  [{ src: 'four.svg', alt: 'Le four', decorative: true }, []],
  [{ src: 'four.svg', decorative: false }, [['error missing-alt', { file: 'four.svg' }]]],
  [{ src: assetMarker('le four.svg'), decorative: false }, [['error missing-alt', { file: 'le four.svg' }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
