const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const MARKS = /\p{M}/gu;
const APOSTROPHES = /\s*[’‘ʼ‛′`´']\s*/g;
/** Ligatures such as « ﬁ »: word processors insert them, nobody types them. */
const LIGATURES = /[\ufb00-\ufb06]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
/** Matches hyphens, and captures a minus before a number, which is kept. No lookbehind: Safari below 16.4 can't parse it. */
const HYPHEN = /(^|[\s'])-(?=\d)|-/g;

/** Normalises a typed answer as `normaliseAnswer`. @param hyphen replaces each hyphen */
export function normalise(text: string, strict: boolean, hyphen: string): string {
  const letters = text
    .replace(INVISIBLE, '')
    .replace(LIGATURES, (sign) => sign.normalize('NFKD'))
    .normalize('NFD')
    .toLowerCase();
  const folded = (strict ? letters : letters.replace(MARKS, ''))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(/(\d),(?=\d)/g, '$1.')
    .trim();
  const plain = folded.replace(HYPHEN, (found, before?: string) => (before === undefined ? hyphen : found)).replace(APOSTROPHES, "'");
  // A text of nothing but points and hyphens is compared unchanged.
  return (plain.replace(/[\s.]+$/, '') || folded).replace(/\s+/g, ' ').trim().normalize('NFC');
}

/**
 * Normalises a typed answer for comparison. Ignores case, surrounding and no-break spaces, ’ or ', œ or oe, æ or ae, hyphens,
 * a final point and a decimal comma; accents too, unless `strict`. Idempotent.
 */
export function normaliseAnswer(text: string, strict = false): string {
  return normalise(text, strict, ' ');
}

/** Compares two answers. A hyphen may also be left out (« porte-monnaie », « portemonnaie »). An empty text equals nothing. */
export function sameAnswer(typed: string, expected: string, strict = false): boolean {
  const spaced = normaliseAnswer(typed, strict);
  if (spaced === '') return false;
  return spaced === normaliseAnswer(expected, strict) || normalise(typed, strict, '') === normalise(expected, strict, '');
}

/** Returns true if a typed text equals one of the accepted answers. */
export function isAccepted(typed: string, accepted: readonly string[], strict = false): boolean {
  return accepted.some((expected) => sameAnswer(typed, expected, strict));
}

/** Splits `a / b` into answers at each slash between spaces; `et/ou` stays one answer. */
export function splitAnswers(text: string): string[] {
  return text
    .split(/\s\/(?=\s)/)
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '');
}

const NUMBER = /^([+-]?) ?(\d+|\d{1,3}(?: \d{3})+)?(?:[.,](\d+))?[.,]?$/;

/** Parses a number; null if there is none. Accepts comma or point, grouped thousands, and an optional unit. */
export function readNumber(text: string, unit = ''): number | null {
  const spaced = (value: string): string => value.replace(/\s+/g, ' ').trim().toLowerCase();
  const whole = spaced(text).replace(DASHES, '-');
  const end = spaced(unit);
  const digits = end !== '' && whole.endsWith(end) ? whole.slice(0, -end.length).trim() : whole;
  const [, sign = '', integer, fraction] = NUMBER.exec(digits) ?? [];
  if (integer === undefined && fraction === undefined) return null;
  const value = Number(`${sign}${(integer ?? '0').replace(/ /g, '')}.${fraction ?? '0'}`);
  return Number.isFinite(value) ? value || 0 : null;
}

/** Counts words: runs between spaces that contain a letter or a digit (« l'accueil » is one, « ! » is none). */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Returns the maximum length of a short answer: twice the longest right one, and at least a phrase. */
export function answerLimit(accepted: readonly string[]): number {
  return Math.max(60, 2 * Math.max(0, ...accepted.map((answer) => answer.length)));
}

/** Makes a text of the given length that costs the most room in saved state: three bytes a character, pseudorandom. */
export function costliestText(length: number, seed: string): string {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2147483647, 1);
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (state % 20000));
  }).join('');
}
