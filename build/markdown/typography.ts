const NBSP = '\u00a0';
const THIN = '\u202f';

/** Signs that a rule needs, the pattern, what it becomes. Most texts hold few of the signs, and a pattern costs more than a look. */
type Rule = readonly [signs: readonly string[], pattern: RegExp, by: string];

const FRENCH: readonly Rule[] = [
  // It begins with the apostrophe, so that the letters before it are looked at only where there is one.
  [["'"], /'(?<=[\p{L}\d]')(?=[\p{L}«]|$)/gu, '’'],
  [['...'], /\.\.\./g, '…'],
  [['« '], /« (?=\S|$)/g, `«${NBSP}`],
  [[' »'], /(^|\S) (?=»)/g, `$1${NBSP}`],
  [[' :'], /(\S) (?=:(?:\s|$))/g, `$1${NBSP}`],
  [[' ;', ' !', ' ?'], /(\S) (?=[;!?])/g, `$1${THIN}`],
];

const NUMBER = /\d /;
const FRENCH_NUMBERS: readonly Rule[] = [
  [[' '], /(\d) (?=\d{3}(?!\d))/g, `$1${THIN}`],
  [[' '], /(\d) (?=(?:%|€|min|h|km|ans?|mois|jours?)(?![\p{L}\d]))/gu, `$1${NBSP}`],
];

const SHORTENED: Rule = [
  ['Mme ', 'Mlle ', 'Mmes ', 'M. ', 'MM. ', 'Dr ', 'n° ', 'p. ', 'art. ', 'L. '],
  /(?<![\p{L}\d])(Mme|Mlle|Mmes|MM?\.|Dr|n°|p\.|art\.|L\.) (?=[\p{Lu}\d])/gu,
  `$1${NBSP}`,
];

function apply(text: string, [signs, pattern, by]: Rule): string {
  return signs.some((sign) => text.includes(sign)) ? text.replace(pattern, by) : text;
}

/**
 * No-break spaces and apostrophes of French print, set only where the author wrote a space:
 * « Consigne: » and 14:30 stay as they are. Doing it twice changes nothing.
 */
function french(text: string): string {
  const set = FRENCH.reduce(apply, text);
  return apply(NUMBER.test(set) ? FRENCH_NUMBERS.reduce(apply, set) : set, SHORTENED);
}

const ENGLISH: Rule = [["'"], /'(?<=\p{L}')(?=\p{L})/gu, '’'];

/** Sets the typography of a language in a text that a learner reads. Never for keys, code, addresses. */
export function typography(text: string, lang: string): string {
  if (lang.startsWith('fr')) return french(text);
  return apply(text, ENGLISH);
}
