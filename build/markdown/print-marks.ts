const WHOLE = '<span class="c-whole">';
const WHOLE_END = '</span>';

/** « dort-il » may part behind the hyphen; the « -t- » of « viendra-t-il » belongs to both of its sides. */
const INVERTED = /(?<![\p{L}\p{Co}’-])[\p{L}’]+-t-(?:ils?|elles?|on)(?![\p{L}\d\p{Co}-])/gu;
/** « 18-25 », « 2002-2 »: browsers part a line behind the hyphen. Not in an address, in an id, in the name of a variable. */
const RANGE = /(?<![\p{L}\d\p{Co}#/._–-])\d{1,4}(?:[-–]\d{1,4}){1,2}(?![\p{L}\d\p{Co}/_–-]|\.\d)/gu;
const ORDINAL = '(?:[1I](?:er|re)s?|(?:[IVX]+|\\d{1,3})es?)';
/** « XIXe », « Ier », « 1re », « 21es », alone or from one to another. Numerals as far as centuries go: « Ce » and « Le » are words. */
const ORDINALS = new RegExp(`(?<![\\p{L}\\d\\p{Co}#/._–-])${ORDINAL}(?:[-–]${ORDINAL})?(?![\\p{L}\\d\\p{Co}/_–-]|\\.\\d)`, 'gu');
const ENDING = /([\dIVX])([ers]+)/g;
/** A quick look, since most texts hold nothing of this. */
const ANY = /-t-|\d[-–]\d|[\dIVX](?:e|re)/;

function ordinal(found: string): string {
  const raised = found.replace(ENDING, '$1<sup>$2</sup>');
  return /[-–]/.test(found) ? WHOLE + raised + WHOLE_END : raised;
}

/**
 * Marks what print sets apart in French: « viendra-t-il » and « 18-25 » stay on one line, the ending of « XIXe » is raised. In
 * markup: signs of their own would be in what is searched for, read aloud and reported.
 * @param html a text of the language, escaped, without tags
 */
export function setPrintMarks(html: string, lang: unknown): string {
  if (!ANY.test(html) || !String(lang).startsWith('fr')) return html;
  return html.replace(INVERTED, `${WHOLE}$&${WHOLE_END}`).replace(RANGE, `${WHOLE}$&${WHOLE_END}`).replace(ORDINALS, ordinal);
}

/** The same HTML without these marks, for those who cut a text at its tags. */
export function dropPrintMarks(html: string): string {
  return html.replace(/<\/?sup>/g, '').replace(/<span class="c-whole">([^<]*)<\/span>/g, '$1');
}
