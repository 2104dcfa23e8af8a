/** Maps our names for hair and headwear to the drawings of Open Peeps. */
export const hair = {
  bald: 'noHair1',
  thin: 'noHair2',
  'bald-sides': 'noHair3',
  shaved: 'short1',
  short: 'short2',
  crop: 'short5',
  tousled: 'short4',
  parting: 'grayShort',
  quiff: 'pomp',
  'flat-top': 'flatTop',
  twists: 'twists',
  knots: 'bantuKnots',
  afro: 'afro',
  curls: 'longCurly',
  dreadlocks: 'dreads1',
  'short-dreadlocks': 'dreads2',
  braids: 'cornrows2',
  bob: 'medium1',
  'straight-bob': 'bangs2',
  medium: 'medium3',
  wavy: 'mediumBangs',
  long: 'long',
  fringe: 'bangs',
  bun: 'grayBun',
  'low-bun': 'grayMedium',
  'high-bun': 'bun2',
  'bun-scarf': 'bun',
  ponytail: 'mediumBangs2',
  headscarf: 'hijab',
  turban: 'turban',
  beanie: 'hatBeanie',
  hat: 'hatHip',
} as const;

/** Only friendly or neutral faces: at small sizes the others look hostile. */
export const expressions = {
  calm: 'calm',
  smile: 'smile',
  happy: 'smileBig',
  pleased: 'cute',
  talking: 'explaining',
  tired: 'tired',
} as const;

export const glasses = {
  none: '',
  round: 'glasses2',
  large: 'glasses',
  bold: 'glasses5',
  browline: 'glasses3',
  dark: 'sunglasses',
} as const;

export const beards = {
  none: '',
  chin: 'chin',
  short: 'full',
  full: 'full2',
  long: 'full3',
  goatee: 'goatee2',
  moustache: 'moustache6',
} as const;

export const skinTones = {
  fair: '#f7d9bf',
  light: '#f0c8a0',
  beige: '#e0ac7a',
  tan: '#d09a68',
  brown: '#a9714a',
  dark: '#8d5a3b',
} as const;

export const hairColours = {
  black: '#262120',
  brown: '#5a3a28',
  chestnut: '#8a5a35',
  red: '#b5552b',
  blond: '#d9b36c',
  grey: '#9b9690',
  white: '#e6e1da',
} as const;

export const clothesColours = {
  blue: '#3b55a8',
  teal: '#3f8f96',
  green: '#6b8f71',
  yellow: '#ecc25a',
  orange: '#e9a04b',
  red: '#c9553f',
  purple: '#7d5fa5',
  grey: '#8a8f98',
} as const;

/** Features of a portrait, by our names. */
export interface Face {
  readonly hair: keyof typeof hair;
  readonly expression: Expression;
  readonly glasses: keyof typeof glasses;
  readonly beard: keyof typeof beards;
  readonly skin: keyof typeof skinTones;
  readonly 'hair-colour': keyof typeof hairColours;
  readonly clothes: keyof typeof clothesColours;
}

export type Expression = keyof typeof expressions;

/** Lists our names for a feature, for a schema. */
export function wordsOf<Word extends string>(feature: Readonly<Record<Word, string>>): [Word, ...Word[]] {
  return Object.keys(feature) as [Word, ...Word[]];
}
