/**
 * Start of a cell that a spreadsheet would run as a formula: after blanks and invisible characters, full-width forms included.
 * Texts of a course come from several authors and banks, and trainers trust a codebook.
 */
const FORMULA = /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]/u;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/g;
/** Start of a formula in a spreadsheet that uses the other separator. */
const INNER = /([,;])(?=["']?[=+\-@＝＋－＠])/g;
/** Start of most cells: cheaper to test than the patterns above. */
const HARMLESS = /^[a-zA-Z0-9\u00c0-\u024f\u00ab]/;
/** A cell that needs no change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it must be without
const PLAIN = /^[a-zA-Z0-9\u00c0-\u024f\u00ab](?:[^\0-\x1f\x7f-\x9f\u2028\u2029;,"]*[^\s\0-\x1f\x7f-\x9f;,"])?$/;

/**
 * Formats a value as one cell (RFC 4180): on one line, quoted if needed. A formula gets an apostrophe in front, because a
 * spreadsheet would run it; a number stays a number.
 */
function cell(value: string): string {
  if (value === '' || PLAIN.test(value)) return value;
  const line = value.replace(CONTROL, ' ').trim();
  const safe = HARMLESS.test(line) || NUMBER.test(line) || !FORMULA.test(line) ? line : `'${line}`;
  const parted = safe.includes(';') || safe.includes(',') ? safe.replace(INNER, '$1 ') : safe;
  if (parted.includes('"')) return `"${parted.replaceAll('"', '""')}"`;
  return /[;,]/.test(parted) ? `"${parted}"` : parted;
}

/** Returns the separator that spreadsheets of a language expect: a semicolon if the comma is the decimal sign. */
export function separatorOf(lang: string): ',' | ';' {
  return lang === 'en' ? ',' : ';';
}

/** Makes one line of a CSV file, its end included. */
export function csvLine(values: readonly string[], separator: ',' | ';'): string {
  return `${values.map(cell).join(separator)}\r\n`;
}

/** Marks a file as UTF-8 for spreadsheets. */
export const BOM = '\ufeff';
