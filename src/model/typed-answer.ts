const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const MARKS = /\p{M}/gu;
const APOSTROPHES = /\s*[’‘ʼ‛′`´']\s*/g;
/** « ﬁ » and its like: what a word processor makes of two letters, and nobody types. */
const LIGATURES = /[\ufb00-\ufb06]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
/** A minus before a number is kept; it is told from a hyphen without lookbehind, which Safari below 16.4 can't read. */
const HYPHEN = /(^|[\s'])-(?=\d)|-/g;

function normalise(text: string, strict: boolean, hyphen: string): string {
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
  // What is nothing but points and hyphens is compared as it is.
  return (plain.replace(/[\s.]+$/, '') || folded).replace(/\s+/g, ' ').trim().normalize('NFC');
}

/**
 * A typed answer as it is compared: case, surrounding and no-break spaces, ’ and ', œ and oe, æ and ae, hyphens, a final
 * point and a decimal comma make no difference; nor do accents unless `strict`. Doing it twice changes nothing.
 */
export function normaliseAnswer(text: string, strict = false): string {
  return normalise(text, strict, ' ');
}

/** True where two texts say the same; a hyphen may also be left out (« porte-monnaie », « portemonnaie »). Nothing equals an empty text. */
export function sameAnswer(typed: string, expected: string, strict = false): boolean {
  const spaced = normaliseAnswer(typed, strict);
  if (spaced === '') return false;
  return spaced === normaliseAnswer(expected, strict) || normalise(typed, strict, '') === normalise(expected, strict, '');
}

/** True where a typed text is one of the accepted ones. */
export function isAccepted(typed: string, accepted: readonly string[], strict = false): boolean {
  return accepted.some((expected) => sameAnswer(typed, expected, strict));
}

/** The answers of `a / b`: a bar between spaces parts them, `et/ou` is one. */
export function splitAnswers(text: string): string[] {
  return text
    .split(/\s\/(?=\s)/)
    .map((answer) => answer.trim())
    .filter((answer) => answer !== '');
}

const NUMBER = /^([+-]?) ?(\d+|\d{1,3}(?: \d{3})+)?(?:[.,](\d+))?[.,]?$/;

/** The number that a text says, null where it says none: comma or point, groups of thousands, its unit or not. */
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

/** Words of a text: what stands between spaces and holds a letter or a digit (« l'accueil » is one, « ! » is none). */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Characters that a field for a short answer takes: twice the longest right one, and room for a phrase. */
export function answerLimit(accepted: readonly string[]): number {
  return Math.max(60, 2 * Math.max(0, ...accepted.map((answer) => answer.length)));
}

/** A text of so many characters that no saved state holds in less room: each takes three bytes, and none can be foretold. */
export function costliestText(length: number, seed: string): string {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2147483647, 1);
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (state % 20000));
  }).join('');
}
