import { expect, test } from 'vitest';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({ kind: 'block' });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
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
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
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
