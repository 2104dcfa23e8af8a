import { expect, it } from 'vitest';
import { isOfKit, pictogramPath, portraitPath, readKitPath } from '../../build/kit/kit-path.ts';
import { plainFace } from '../../build/model/course-file.ts';

it('names a pictogram and a portrait, and reads both back', () => {
  expect(readKitPath(pictogramPath('scroll'))).toEqual({ name: 'scroll' });
  const { name, face } = readKitPath(portraitPath('nadia', plainFace));
  expect([name, face]).toEqual([`nadia-${plainFace.expression}`, plainFace]);
});

it('writes all words of a portrait in its path, which addresses contain', () => {
  const face = { ...plainFace, hair: 'bob', expression: 'happy', glasses: 'round', beard: 'chin', skin: 'tan', clothes: 'teal' } as const;
  expect([pictogramPath('scroll'), portraitPath('nadia', { ...face, 'hair-colour': 'red' })]).toEqual([
    'kit:scroll',
    'kit:nadia-happy?bob.happy.round.chin.tan.red.teal',
  ]);
});

it('distinguishes drawings of the kit from files of a course', () => {
  expect(['kit:scroll', 'assets/kit.svg', 'assets/kit:scroll'].map(isOfKit)).toEqual([true, false, false]);
});
