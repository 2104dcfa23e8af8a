import { expect, test } from 'vitest';
import type { Face } from '../../build/kit/features.ts';
import { Kit } from '../../build/kit/kit.ts';
import { pictogramPath, portraitPath } from '../../build/kit/kit-path.ts';
import { Lines } from '../../build/kit/lines.ts';

const PIECES = {
  'pictograms.txt': 'four\t<path d="1"/>\npain\t<path d="2"/>\n',
  'portraits.txt': [
    ['body', '<b s="{skin}" c="{clothes}" t="{skin}"/>'],
    ['hair.bob', '<h c="{hair}"/>'],
    ['hair.afro', '<h c="black"/>'],
    ['expression.calm', '<e/>'],
    ['beard.chin', '<c/>'],
    ['glasses.round', '<g o="{other}"/>'],
  ]
    .map(([name, body]) => `${name}\t${body}`)
    .join('\n'),
};

const FACE: Face = {
  hair: 'bob',
  expression: 'calm',
  glasses: 'round',
  beard: 'chin',
  skin: 'tan',
  'hair-colour': 'red',
  clothes: 'teal',
};

/** A kit with few drawings, and the pieces that it has read. */
function open() {
  const read: string[] = [];
  const kit = new Kit((piece) => {
    read.push(piece);
    return new Lines(new TextEncoder().encode(PIECES[piece]));
  });
  const draw = (path: string) => {
    const { data, ...picture } = kit.draw(path);
    return { ...picture, text: new TextDecoder().decode(data) };
  };
  return { kit, read, draw };
}

const svg = (box: string, body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none">${body}</svg>\n`;

test('a pictogram is drawn from its piece, which is read once and only when it is needed', () => {
  const { kit, read, draw } = open();
  expect(read).toEqual([]);
  expect(draw(pictogramPath('pain'))).toEqual({ name: 'kit/pain.svg', piece: 'pictograms.txt', text: svg('0 0 32 32', '<path d="2"/>') });
  expect([kit.pictograms, kit.hasPictogram('four'), kit.hasPictogram('fou'), read]).toEqual([
    ['four', 'pain'],
    true,
    false,
    ['pictograms.txt'],
  ]);
});

test('a portrait is drawn from its parts, one over the other, in its colours', () => {
  const { read, draw } = open();
  expect(draw(portraitPath('nadia', FACE))).toEqual({
    name: 'kit/nadia-calm.svg',
    piece: 'portraits.txt',
    text: svg('-24 -48 752 752', '<b s="#d09a68" c="#3f8f96" t="#d09a68"/><h c="#b5552b"/><e/><c/><g o="{other}"/>'),
  });
  expect(read).toEqual(['portraits.txt']);
});

test('hair has a colour only if its drawing does', () => {
  const { kit } = open();
  expect([kit.hasHairColour('bob'), kit.hasHairColour('afro')]).toEqual([true, false]);
});

test('a drawing that the kit lacks is an error that names it', () => {
  const { draw } = open();
  expect(() => draw(pictogramPath('scie'))).toThrow('The kit has no pictogram "scie".');
  expect(() => draw(portraitPath('nadia', { ...FACE, hair: 'long' }))).toThrow('The kit has no drawing "hair.long".');
});
