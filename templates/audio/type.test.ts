import { expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
import { none } from '../../build/stages/check/forms/none.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  const { attributes, check: _, ...rest } = definition;
  expect(rest).toEqual({ kind: 'block', form: none });
  expect(Object.keys(attributes.shape)).toEqual(['src', 'title', 'transcript']);
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({ src: ['asset'], title: ['sentence'], transcript: ['asset'] });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { src: 'a.mp3', title: ' Entretien ', transcript: 'a.txt' },
    { src: 'a.mp3', title: 'Entretien', transcript: 'a.txt' },
  ],
  [
    { src: 'a.mp3', transcript: 'a.md' },
    { src: 'a.mp3', transcript: 'a.md' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each(['mp3', 'm4a', 'aac', 'wav', 'ogg', 'opus', 'webm'])('a sound is a file of %s', (kind) => {
  expect(read({ src: `a.${kind}` })).toEqual({ src: `a.${kind}` });
});

test.each<[object]>([[{}], [{ src: 'a.mp4' }], [{ src: 'a.mp3', transcript: 'a.pdf' }], [{ src: 'a.mp3', title: ' ' }]])(
  'attributes %j are refused',
  (given) => {
    expect(read(given)).toBeUndefined();
  },
);

test.each<[object, unknown[]]>([
  [{ src: 'assets/son.mp3', transcript: 'Le pain lève.' }, []],
  [{ src: 'assets/son.mp3' }, [['warning missing-transcript', { file: 'assets/son.mp3' }]]],
  [{ src: assetMarker('assets/mon son.mp3') }, [['warning missing-transcript', { file: 'assets/mon son.mp3' }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
