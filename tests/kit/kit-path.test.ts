import { expect, it } from 'vitest';
import { isOfKit, pictogramPath, portraitPath, readKitPath } from '../../build/kit/kit-path.ts';
import { plainFace } from '../../build/model/course-file.ts';

it('names a pictogram and a portrait, and reads both back', () => {
  expect(readKitPath(pictogramPath('scroll'))).toEqual({ name: 'scroll' });
  const { name, face } = readKitPath(portraitPath('nadia', plainFace));
  expect([name, face]).toEqual([`nadia-${plainFace.expression}`, plainFace]);
});

it('distinguishes drawings of the kit from files of a course', () => {
  expect([isOfKit(pictogramPath('scroll')), isOfKit('assets/kit.svg')]).toEqual([true, false]);
});
