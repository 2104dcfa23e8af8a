const WHOLE = '<span class="c-whole">';
const WHOLE_END = '</span>';

/** « dort-il » may break after the hyphen; « viendra-t-il » must not break. */
const INVERTED = /(?<![\p{L}\p{Co}’-])[\p{L}’]+-t-(?:ils?|elles?|on)(?![\p{L}\d\p{Co}-])/gu;
/** « 18-25 », « 2002-2 »: browsers break a line after the hyphen. Not in an address, an id, or the name of a variable. */
const RANGE = /(?<![\p{L}\d\p{Co}#/._–-])\d{1,4}(?:[-–]\d{1,4}){1,2}(?![\p{L}\d\p{Co}/_–-]|\.\d)/gu;
const ORDINAL = '(?:[1I](?:er|re)s?|(?:[IVX]+|\\d{1,3})es?)';
/** « XIXe », « Ier », « 1re », « 21es », alone or as a range. Only numerals used for centuries: « Ce » and « Le » are words. */
const ORDINALS = new RegExp(`(?<![\\p{L}\\d\\p{Co}#/._–-])${ORDINAL}(?:[-–]${ORDINAL})?(?![\\p{L}\\d\\p{Co}/_–-]|\\.\\d)`, 'gu');
const ENDING = /([\dIVX])([ers]+)/g;
/** Quick test, since most texts have none of these. */
const ANY = /-t-|\d[-–]\d|[\dIVX](?:e|re)/;

function ordinal(found: string): string {
  const raised = found.replace(ENDING, '$1<sup>$2</sup>');
  return /[-–]/.test(found) ? WHOLE + raised + WHOLE_END : raised;
}

/**
 * Adds French print marks: « viendra-t-il » and « 18-25 » stay on one line, the ending of « XIXe » is raised. This is markup,
 * because special characters would also be searched for, read aloud and reported.
 * @param html a text of the language, escaped, without tags
 */
export function setPrintMarks(html: string, lang: unknown): string {
  if (!ANY.test(html) || !String(lang).startsWith('fr')) return html;
  return html.replace(INVERTED, `${WHOLE}$&${WHOLE_END}`).replace(RANGE, `${WHOLE}$&${WHOLE_END}`).replace(ORDINALS, ordinal);
}

/** Removes these marks from HTML, for code that cuts a text at its tags. */
export function dropPrintMarks(html: string): string {
  return html.replace(/<\/?sup>/g, '').replace(/<span class="c-whole">([^<]*)<\/span>/g, '$1');
}
