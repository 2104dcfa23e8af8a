import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { beards, expressions, glasses, hair } from '../kit/features.ts';

const PICTOGRAMS = '@iconify-json/fluent-emoji-flat';

/** Maximum length of a drawing's markup. Larger ones are not worth their download time. */
const LARGEST = 6000;

/** Groups that are left out: portraits show people, and flags may have unintended meanings. */
const LEFT_OUT = ['People & Body', 'Flags'];

/** Pictograms of these groups that are kept, because they show neither skin nor a person. */
const KEPT = ['brain', 'bust-in-silhouette', 'busts-in-silhouette', 'eyes', 'footprints', 'handshake', 'speaking-head'];

/** Pattern of names that a portrait's file could have: `person-expression`. */
const LIKE_PORTRAIT = new RegExp(`-(?:${Object.keys(expressions).join('|')})$`);

const SKIN_TONE = /-(?:dark|light|medium)$/;

/** Pattern of content that is forbidden in a drawing: code, styles, and links. */
const UNCLEAN = /<(?:script|style|foreignObject|image|a|iframe)\b|\son\w+=|href="(?!#)|[\t\n]/i;

/** Writes lines of the form `name` TAB `markup`, sorted by name. @throws if a drawing has forbidden content */
function linesOf(drawings: Readonly<Record<string, string>>): string {
  const names = Object.keys(drawings).sort();
  const unclean = names.find((name) => UNCLEAN.test(drawings[name] ?? ''));
  if (unclean !== undefined) throw new Error(`The drawing "${unclean}" holds more than lines and colours.`);
  return names.map((name) => `${name}\t${drawings[name]}\n`).join('');
}

/** Writes all pictograms that a course may use, one per line. */
export function pictogramLines(root: string): string {
  const require = createRequire(join(root, 'package.json'));
  const read = (file: string): unknown => JSON.parse(readFileSync(require.resolve(`${PICTOGRAMS}/${file}`), 'utf8'));
  const { icons } = read('icons.json') as { icons: Record<string, { body: string }> };
  const { categories } = read('metadata.json') as { categories: Record<string, string[]> };
  const out = new Set(LEFT_OUT.flatMap((name) => categories[name] ?? []).filter((name) => !KEPT.includes(name)));
  const isOut = (name: string): boolean => out.has(name) || SKIN_TONE.test(name) || LIKE_PORTRAIT.test(name);
  const kept = Object.entries(icons).filter(([name, { body }]) => !isOut(name) && body.length <= LARGEST);
  return linesOf(Object.fromEntries(kept.map(([name, { body }]) => [name, body])));
}

/** Pattern of the positions at which the layers of a portrait begin: head, face, beard, mask, glasses. */
const LAYERS = /(?=<g transform="(?:matrix\(\.99789 0 0 1 156 62\)|translate\((?:315 248|279 400|179 343|203 303)\))">)/;

type Options = openPeeps.Options;

/** Draws the layers of a portrait, with placeholders for its colours. */
function layersOf(options: Options): readonly [body: string, head: string, face: string, beard: string, mask: string, glasses: string] {
  const colours = { skinColor: ['{skin}'], clothingColor: ['{clothes}'], headContrastColor: ['{hair}'] };
  const drawn = createAvatar(openPeeps, { seed: '', clip: false, ...colours, maskProbability: 0, ...options }).toString();
  const inner = drawn.replace(/^<svg [^>]*>(?:<metadata[\s\S]*?<\/metadata>)?/, '').replace(/<\/svg>$/, '');
  const layers = inner.replaceAll('#{', '{').replace(/\s+/g, ' ').split(LAYERS);
  if (layers.length !== 6) throw new Error('Open Peeps are drawn in other layers than they were.');
  return layers as unknown as ReturnType<typeof layersOf>;
}

/** Draws the variants of a feature, by `feature.word`. */
function partsOf<Name extends string>(
  feature: string,
  words: Readonly<Record<string, Name>>,
  layer: number,
  options: (name: Exclude<Name, ''>) => Options,
): Record<string, string> {
  const drawn = (name: Name): string => (name === '' ? '' : (layersOf(options(name as Exclude<Name, ''>))[layer] ?? ''));
  return Object.fromEntries(Object.entries(words).map(([word, name]) => [`${feature}.${word}`, drawn(name)]));
}

/** Writes the parts of portraits by our names, one per line. */
export function portraitLines(): string {
  const bare: Options = { accessoriesProbability: 0, facialHairProbability: 0 };
  return linesOf({
    body: layersOf(bare)[0],
    ...partsOf('hair', hair, 1, (name) => ({ ...bare, head: [name] })),
    ...partsOf('expression', expressions, 2, (name) => ({ ...bare, face: [name] })),
    ...partsOf('beard', beards, 3, (name) => ({ ...bare, facialHair: [name], facialHairProbability: 100 })),
    ...partsOf('glasses', glasses, 5, (name) => ({ ...bare, accessories: [name], accessoriesProbability: 100 })),
  });
}

/** Folders of the packages from which the pieces of the kit are made, by piece. */
export const kitPackages: Readonly<Record<string, readonly string[]>> = {
  'pictograms.txt': [`node_modules/${PICTOGRAMS}`],
  'portraits.txt': ['node_modules/@dicebear/open-peeps'],
};
