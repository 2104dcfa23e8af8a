import { expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
import { none } from '../../build/stages/check/forms/none.ts';
import { hasMeta } from '../../build/types/attribute-types.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { attributeKinds } from '../../tests/helpers/attribute-kinds.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect([definition.kind, definition.form]).toEqual(['block', none]);
  const { title, src } = definition.attributes.shape;
  expect([hasMeta(title.unwrap(), 'sentence'), hasMeta(src, 'sentence')]).toEqual([true, false]);
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

test('files and sentences are read as such', () => {
  expect(attributeKinds(definition)).toEqual({
    src: ['asset'],
    title: ['sentence'],
    captions: ['asset'],
    transcript: ['asset'],
    poster: ['asset'],
  });
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [
    { src: 'a.mp4', captions: 'a.vtt', transcript: 'a.txt' },
    { src: 'a.mp4', captions: 'a.vtt', transcript: 'a.txt' },
  ],
  [
    { src: 'a.mp4', transcript: 'a.md', poster: 'a.jpg' },
    { src: 'a.mp4', transcript: 'a.md', poster: 'a.jpg' },
  ],
  [
    { src: 'a.webm', title: 'Le four' },
    { src: 'a.webm', title: 'Le four' },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each(['mp4', 'm4v', 'webm'])('a film is a file of %s', (kind) => {
  expect(read({ src: `a.${kind}` })).toEqual({ src: `a.${kind}` });
});

test.each<[object]>([
  [{}],
  [{ src: 'a.mp3' }],
  [{ src: 'a.mp4', captions: 'a.srt' }],
  [{ src: 'a.mp4', transcript: 'a.pdf' }],
  [{ src: 'a.mp4', poster: 'a.mp4' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

test.each<[object, unknown[]]>([
  [{ src: 'assets/four.webm', captions: 'assets/four.vtt' }, []],
  [{ src: 'assets/four.webm' }, [['warning missing-captions', { file: 'assets/four.webm' }]]],
  [{ src: assetMarker('assets/le four.webm') }, [['warning missing-captions', { file: 'assets/le four.webm' }]]],
])('options %j: %j', (options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
