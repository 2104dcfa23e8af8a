import { expect, test } from 'vitest';
import { endingOf, freePath, kindOf, pictureBlock, playedBlock } from '../../../build/studio/media/media-file.ts';

test.each([
  ['Photo.JPG', 'jpg', 'picture'],
  ['plan.svg', 'svg', 'picture'],
  ['voix.m4a', 'm4a', 'audio'],
  ['film.webm', 'webm', 'video'],
  ['texte.docx', 'docx', undefined],
  ['four.v2.PNG', 'png', 'picture'],
  ['four.', '', undefined],
  ['sans', '', undefined],
])('%s', (name, ending, kind) => {
  expect(endingOf(name)).toBe(ending);
  expect(kindOf(name)).toBe(kind);
});

test('pictures, sounds and films have the endings that a course takes', () => {
  const kinds = (names: string): unknown[] => names.split(' ').map((name) => kindOf(`four.${name}`));
  expect(kinds('png jpg jpeg gif webp svg')).toEqual(Array(6).fill('picture'));
  expect(kinds('mp3 m4a ogg wav')).toEqual(Array(4).fill('audio'));
  expect(kinds('mp4 webm')).toEqual(Array(2).fill('video'));
  expect(kinds('pdf md html avif')).toEqual(Array(4).fill(undefined));
});

test('a path is made from the name and is never taken', () => {
  const taken = new Set(['assets/photo-d-ete.webp', 'assets/photo-d-ete-2.webp']);
  expect(freePath("Photo d'été.png", 'webp', (path) => taken.has(path))).toBe('assets/photo-d-ete-3.webp');
  expect(freePath('four.v2.png', 'webp', () => false)).toBe('assets/four-v2.webp');
  expect(freePath('1234.png', 'png', () => false)).toBe('assets/image.png');
});

test('blocks with quotes, line breaks and nothing to describe', () => {
  const words = { alt: 'Un plan "ancien"\nà gauche', caption: '', credit: 'Ville \\' };
  expect(pictureBlock('assets/a.webp', words)).toBe('::figure{src=assets/a.webp alt="Un plan \\"ancien\\" à gauche" credit="Ville"}');
  expect(pictureBlock('assets/a.webp', { alt: ' ', caption: 'Là', credit: ' ' })).toBe(
    '::figure{src=assets/a.webp decorative caption="Là"}',
  );
  expect(pictureBlock('assets/a.webp', { alt: 'A', caption: 'B', credit: 'C' })).toBe(
    '::figure{src=assets/a.webp alt="A" caption="B" credit="C"}',
  );
  expect(playedBlock('audio', 'assets/v.mp3', 'Une voix', 'assets/v.md')).toBe(
    '::audio{src=assets/v.mp3 title="Une voix" transcript=assets/v.md}',
  );
  expect(playedBlock('video', 'assets/v.mp4', 'Un film', '')).toBe('::video{src=assets/v.mp4 title="Un film"}');
});
