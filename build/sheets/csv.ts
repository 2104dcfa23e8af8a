/** What begins a formula in a spreadsheet, after blanks and signs that nobody sees; full-width forms count as well. */
const FORMULA = /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]/u;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/g;
/** The same where a spreadsheet that parts cells by another sign would begin one. */
const INNER = /([,;])(?=["']?[=+\-@＝＋－＠])/g;
/** How most cells begin: a look at it costs less than the patterns above. */
const HARMLESS = /^[a-zA-Z0-9\u00c0-\u024f\u00ab]/;
/** A cell that needs nothing of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it must be without
const PLAIN = /^[a-zA-Z0-9\u00c0-\u024f\u00ab](?:[^\0-\x1f\x7f-\x9f\u2028\u2029;,"]*[^\s\0-\x1f\x7f-\x9f;,"])?$/;

/**
 * A value as one cell (RFC 4180): on one line, quoted where it must be. What a spreadsheet would run as a formula gets an
 * apostrophe in front; a number stays a number.
 */
function cell(value: string): string {
  if (value === '' || PLAIN.test(value)) return value;
  const line = value.replace(CONTROL, ' ').trim();
  const safe = HARMLESS.test(line) || NUMBER.test(line) || !FORMULA.test(line) ? line : `'${line}`;
  const parted = safe.includes(';') || safe.includes(',') ? safe.replace(INNER, '$1 ') : safe;
  if (parted.includes('"')) return `"${parted.replaceAll('"', '""')}"`;
  return /[;,]/.test(parted) ? `"${parted}"` : parted;
}

/** The separator that spreadsheets of a language expect: where the comma stands in numbers, cells are parted by semicolons. */
export function separatorOf(lang: string): ',' | ';' {
  return lang === 'en' ? ',' : ';';
}

/** One line of a CSV file, its end included. */
export function csvLine(values: readonly string[], separator: ',' | ';'): string {
  return `${values.map(cell).join(separator)}\r\n`;
}

/** Tells spreadsheets that a file is UTF-8. */
export const BOM = '\ufeff';
