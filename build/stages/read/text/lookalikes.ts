/** Cyrillic and Greek letters, and dashes, by the character of an id that they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: '\u0430\u03b1\u0410\u0391',
  b: '\u0412\u0392',
  c: '\u0441\u0421',
  d: '\u0501',
  e: '\u0435\u0415\u0395',
  h: '\u04bb\u041d\u0397',
  i: '\u0456\u03b9\u0406\u0399',
  j: '\u0458\u0408',
  k: '\u03ba\u043a\u041a\u039a',
  l: '\u04cf',
  m: '\u041c\u039c',
  n: '\u039d',
  o: '\u043e\u03bf\u041e\u039f',
  p: '\u0440\u03c1\u0420\u03a1',
  q: '\u051b',
  s: '\u0455\u0405',
  t: '\u0422\u03a4',
  u: '\u03c5',
  v: '\u03bd\u0475',
  w: '\u051d',
  x: '\u0445\u03c7\u0425\u03a7',
  y: '\u0443\u0423\u03a5',
  z: '\u0396',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2212',
};

const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOKALIKES).flatMap(([like, characters]) => [...characters].map((character) => [character, like] as const)),
);

/** First character of an id that only looks valid. */
interface Lookalike {
  readonly sign: string;
  readonly like: string;
  /** Its code point: `U+0430`. */
  readonly code: string;
  /** The id with valid characters. */
  readonly fit: string;
}

/** Finds the first character of an id that only looks valid; null if there is none. */
export function lookalikeIn(id: string): Lookalike | null {
  const character = [...id].find((one) => MEANT.has(one));
  if (character === undefined) return null;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { sign: character, like: MEANT.get(character) ?? '', code, fit: [...id].map((one) => MEANT.get(one) ?? one).join('') };
}
