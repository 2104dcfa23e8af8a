import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  beards,
  clothesColours,
  expressions,
  type Face,
  glasses,
  hair,
  hairColours,
  skinTones,
  wordsOf,
} from '../../build/kit/features.ts';
import { Kit } from '../../build/kit/kit.ts';
import { pictogramPath, portraitPath } from '../../build/kit/kit-path.ts';
import { Lines } from '../../build/kit/lines.ts';
import { engine } from '../helpers/engine.ts';

const { kit } = engine;
const text = (path: string): string => new TextDecoder().decode(kit.draw(path).data);

const PLAIN: Face = {
  hair: 'short',
  expression: 'smile',
  glasses: 'none',
  beard: 'none',
  skin: 'light',
  'hair-colour': 'black',
  clothes: 'blue',
};

/** A face for each word of each feature. */
const faces: readonly Face[] = [
  ...wordsOf(hair).map((word) => ({ ...PLAIN, hair: word })),
  ...wordsOf(expressions).map((word) => ({ ...PLAIN, expression: word })),
  ...wordsOf(glasses).map((word) => ({ ...PLAIN, glasses: word })),
  ...wordsOf(beards).map((word) => ({ ...PLAIN, beard: word })),
  ...wordsOf(skinTones).map((word) => ({ ...PLAIN, skin: word })),
  ...wordsOf(hairColours).map((word) => ({ ...PLAIN, hair: 'fringe' as const, 'hair-colour': word })),
  ...wordsOf(clothesColours).map((word) => ({ ...PLAIN, clothes: word })),
];

/** Contents that a picture may not have: code, links, remains of its making, and duplicate ids. */
function faultsIn(svg: string): string[] {
  const ids = [...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  const active = svg.match(/<script|<metadata|<style|\son\w+=|href="(?!#)|url\((?!#)|\{/g) ?? [];
  return [...active, ...ids.filter((id, index) => ids.indexOf(id) !== index)];
}

test('each word of a face is another drawing, small and clean', () => {
  const drawn = faces.map((face) => text(portraitPath('nadia', face)));
  expect(drawn.flatMap(faultsIn)).toEqual([]);
  expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThan(16_000);
  // Six features have the plain face among their words, and the plain colour is drawn with a fringe, which is a word as well.
  expect(new Set(drawn).size).toBe(drawn.length - 6);
});

test("the authors' guides name every word of a face, and the hair that can have a colour", () => {
  const features: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    hair,
    expression: expressions,
    glasses,
    beard: beards,
    skin: skinTones,
    'hair-colour': hairColours,
    clothes: clothesColours,
  };
  for (const guide of ['docs/ecrire-une-seance.md', 'docs/writing-a-session.md']) {
    const text = readFileSync(guide, 'utf8');
    const wordsIn = (name: string): string[] =>
      [...(new RegExp(`^\\| \`${name}\` \\| (\`.*?) \\|`, 'm').exec(text)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word);
    for (const [name, words] of Object.entries(features))
      expect(wordsIn(name), `${guide}: ${name}`).toEqual([...wordsOf(words), ...(name === 'hair-colour' ? kit.colouredHair : [])]);
  }
});

test('a portrait has the colours that its words name', () => {
  const svg = text(portraitPath('nadia', { ...PLAIN, hair: 'fringe', 'hair-colour': 'red', skin: 'brown', clothes: 'teal' }));
  for (const colour of [hairColours.red, skinTones.brown, clothesColours.teal]) expect(svg).toContain(`fill="${colour}"`);
  expect(kit.hasHairColour('fringe')).toBe(true);
  expect(kit.hasHairColour('afro')).toBe(false);
});

test('pictograms are found by their names: no flags, no people, no variants, none too large', () => {
  const names = kit.pictograms;
  expect(names.length).toBeGreaterThan(1000);
  expect(names).toEqual(expect.arrayContaining(['scroll', 'handshake', 'light-bulb', 'balance-scale']));
  expect(
    names.filter((name) => /^(?:rainbow|pirate|black|white)-flag$|^(?:teacher|raised-hand|person|judge)|-(?:dark|light)$/.test(name)),
  ).toEqual([]);
  expect(names.filter((name) => text(pictogramPath(name)).length > 6200)).toEqual([]);
  expect(names.flatMap((name) => faultsIn(text(pictogramPath(name))))).toEqual([]);
  expect(kit.hasPictogram('scrol')).toBe(false);
  expect(() => kit.draw(pictogramPath('scrol'))).toThrow('scrol');
});

test('a file of the kit is a pictogram or a portrait: no name could be both', () => {
  const ends = wordsOf(expressions).map((word) => `-${word}`);
  expect(kit.pictograms.filter((name) => ends.some((end) => name.endsWith(end)))).toEqual([]);
  expect(kit.draw(pictogramPath('scroll')).name).toBe('kit/scroll.svg');
  expect(kit.draw(portraitPath('nadia', PLAIN)).name).toBe('kit/nadia-smile.svg');
});

test('the same path gives the same bytes, whatever was drawn before', () => {
  const other = new Kit((piece) => new Lines(engine.pieces.file(piece)));
  for (const path of [...faces.map((face) => portraitPath('nadia', face)), pictogramPath('scroll')].reverse())
    expect(other.draw(path)).toEqual(kit.draw(path));
});

test('nothing is read before a picture is asked for', () => {
  const read: string[] = [];
  const lazy = new Kit((piece) => {
    read.push(piece);
    return new Lines(engine.pieces.file(piece));
  });
  expect(read).toEqual([]);
  lazy.draw(portraitPath('nadia', PLAIN));
  lazy.draw(portraitPath('marc', PLAIN));
  expect(read).toEqual(['portraits.txt']);
});
