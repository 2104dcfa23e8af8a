import { expect, test } from 'vitest';
import { hair, wordsOf } from '../../../build/kit/features.ts';
import { engine } from '../../helpers/engine.ts';
import { lookAtPage } from '../../helpers/look-at.ts';

const found = (people: string): readonly string[] =>
  lookAtPage('Une rame.', {
    'course.yaml': `id: depot\ntitle: Dépôt\nmodules: [rames]\npeople:\n${people}\n`,
    'nadia.png': 'x',
    'nadia.pdf': 'x',
  }).found;

test('two people have two ids', () => {
  expect(found('  - { id: nadia, name: Nadia }\n  - { id: marc, name: Marc }')).toEqual([]);
  expect(found('  - { id: nadia, name: Nadia }\n  - { id: nadia, name: Marc }')).toEqual(['duplicate-id 6']);
});

test('a person has a face or a picture, which exists and which browsers show', () => {
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.png }')).toEqual([]);
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.png, face: {} }')).toEqual(['face-and-picture 5']);
  expect(found('  - { id: nadia, name: Nadia, picture: nadja.png }')).toEqual(['missing-asset 5']);
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.pdf }')).toEqual(['not-that-picture 5']);
});

test('hair that is drawn in the black of the lines can’t have another colour', () => {
  const coloured = engine.kit.colouredHair[0] ?? '';
  const black = wordsOf(hair).find((style) => !engine.kit.hasHairColour(style)) ?? '';
  const of = (style: string, colour: string): readonly string[] =>
    found(`  - { id: nadia, name: Nadia, face: { hair: ${style}, hair-colour: ${colour} } }`);
  expect([of(coloured, 'blond'), of(black, 'black'), of(black, 'blond')]).toEqual([[], [], ['hair-stays-black 5']]);
});
