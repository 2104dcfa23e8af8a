const NBSP = '\u00a0';
const THIN = '\u202f';

// The pattern begins with the apostrophe, so that the letters before it are checked only if there is one.
const APOSTROPHE = /'(?<=[\p{L}\d]')(?=[\p{L}«]|$)/gu;
const APOSTROPHE_IN_WORD = /'(?<=\p{L}')(?=\p{L})/gu;
const NUMBER = /\d /;
/** Abbreviations before a name or a number. */
const SHORTENED = ['M. ', 'p. ', 'art. ', 'L. ', 'Mme ', 'Mmes ', 'Mlle ', 'n° ', 'Dr '];

/** Numbers with a unit or a month: « 3 000 euros », « 22 juillet ». */
const COUNTED =
  /(\d) (?=(?:%|€|euros?|min|h|km|ans?|mois|jours?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?![\p{L}\d]))/gu;

/** Sets no-break spaces between a number and the word that belongs to it. */
function withNumbers(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d))/g, `$1${THIN}`).replace(COUNTED, `$1${NBSP}`);
}

/**
 * Sets the no-break spaces of French print, only where the author wrote a space: « Consigne: » and 14:30 stay unchanged. Most texts
 * have few of these characters: a search for one costs less than a pattern.
 */
function frenchSpaces(text: string): string {
  let set = text;
  if (set.includes('« ')) set = set.replace(/« (?=\S|$)/g, `«${NBSP}`);
  if (set.includes(' »')) set = set.replace(/(^|\S) (?=»)/g, `$1${NBSP}`);
  if (set.includes(' :')) set = set.replace(/(\S) (?=:(?:\s|$))/g, `$1${NBSP}`);
  if (/ [;!?]/.test(set)) set = set.replace(/(\S) (?=[;!?])/g, `$1${THIN}`);
  if (NUMBER.test(set)) set = withNumbers(set);
  if (set.includes(' siècle')) set = set.replace(/([\dIVX](?:er|es?)) (?=siècles?(?!\p{L}))/gu, `$1${NBSP}`);
  if (SHORTENED.some((end) => set.includes(end)))
    set = set.replace(/(?<![\p{L}\d])(Mme|Mlle|Mmes|MM?\.|Dr|n°|p\.|art\.|L\.) (?=[\p{Lu}\d])/gu, `$1${NBSP}`);
  return set;
}

/** Sets spaces, apostrophes and dots as French does. It is idempotent. */
function french(text: string): string {
  let set = text;
  if (set.includes("'")) set = set.replace(APOSTROPHE, '’');
  if (set.includes('...')) set = set.replace(/\.\.\./g, '…');
  return frenchSpaces(set);
}

/**
 * Sets the spaces of a line that consists of pieces (bold words, a link, text after it). A punctuation mark and its word may be
 * in two of them. The text keeps its length.
 */
export function spacing(line: string, lang: string): string {
  return lang.startsWith('fr') ? frenchSpaces(line) : line;
}

/** Sets the typography of a language in a text for learners. Never use it for keys, code or addresses. */
export function typography(text: string, lang: string): string {
  if (lang.startsWith('fr')) return french(text);
  return text.includes("'") ? text.replace(APOSTROPHE_IN_WORD, '’') : text;
}
