import { expect, test } from 'vitest';
import { hair, wordsOf } from '../../../build/kit/features.ts';
import { engine } from '../../helpers/engine.ts';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const look = (people: string) =>
  lookAtPage('Une rame.', {
    'course.yaml': `id: depot\ntitle: Dépôt\nmodules: [rames]\npeople:\n${people}\n`,
    'nadia.png': 'x',
    'nadia.PNG': 'x',
    'nadia.pdf': 'x',
    nadiapng: 'x',
  });
const found = (people: string): readonly string[] => look(people).found;
/** Each report with the column of its place, and its values. */
const reports = (people: string): unknown[] =>
  look(people).list.map(({ severity, code, at, values }) => [severity, code, at.column, values]);

test('two people have two ids', () => {
  expect(found('  - { id: nadia, name: Nadia }\n  - { id: marc, name: Marc }')).toEqual([]);
  expect(found('  - { id: nadia, name: Nadia }\n  - { id: nadia, name: Marc }')).toEqual(['duplicate-id 6']);
  const three = ['Nadia', 'Marc', 'Paul'].map((name) => `  - { id: nadia, name: ${name} }`).join('\n');
  const where = { id: 'nadia', where: 'course.yaml:5' };
  expect([found(three), reports(three)]).toEqual([
    ['duplicate-id 6', 'duplicate-id 7'],
    [
      ['error', 'duplicate-id', 11, where],
      ['error', 'duplicate-id', 11, where],
    ],
  ]);
});

test('a person has a face or a picture, which exists and which browsers show', () => {
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.png }')).toEqual([]);
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.png, face: {} }')).toEqual(['face-and-picture 5']);
  expect(found('  - { id: nadia, name: Nadia, picture: nadja.png }')).toEqual(['missing-asset 5']);
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.pdf }')).toEqual(['not-that-picture 5']);
  expect(found('  - { id: nadia, name: Nadia, picture: nadia.PNG }')).toEqual([]);
  expect(found('  - { id: nadia, name: Nadia, picture: nadiapng }')).toEqual(['not-that-picture 5']);
  expect(found('  - { id: nadia, name: Nadia }\n  - { id: marc, name: Marc, picture: marc.pdf }')).toEqual([
    'missing-asset 6',
    'not-that-picture 6',
  ]);
  expect(reports('  - { id: nadia, name: Nadia, face: {}, picture: nadia.pdf }')).toEqual([
    ['error', 'face-and-picture', 50, { id: 'nadia' }],
    ['error', 'not-that-picture', 50, { file: 'nadia.pdf' }],
  ]);
});

test('hair that is drawn in the black of the lines can’t have another colour', () => {
  const coloured = engine.kit.colouredHair[0] ?? '';
  const black = wordsOf(hair).find((style) => !engine.kit.hasHairColour(style)) ?? '';
  const of = (style: string, colour: string): readonly string[] =>
    found(`  - { id: nadia, name: Nadia, face: { hair: ${style}, hair-colour: ${colour} } }`);
  expect([of(coloured, 'blond'), of(black, 'black'), of(black, 'blond')]).toEqual([[], [], ['hair-stays-black 5']]);
  const line = `  - { id: nadia, name: Nadia, face: { hair: ${black}, hair-colour: blond } }`;
  const looked = look(`  - { id: marc, name: Marc }\n${line}`);
  const [{ severity, at } = { severity: '', at: { column: 0 } }] = looked.list;
  expect([severity, line.slice(at.column - 1)]).toEqual(['warning', 'blond } }']);
  expect([looked.found, valuesOf(looked, 'hair-stays-black')]).toEqual([
    ['hair-stays-black 6'],
    { hair: black, others: engine.kit.colouredHair.join(', ') },
  ]);
});
