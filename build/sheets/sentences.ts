/**
 * Between two sentences: behind their last sign and a closing quotation mark, before a capital, a number or an opening one. French
 * has a space before `?` and `!`.
 */
const BETWEEN = /(?<=(?:(?:[^\s.]{2}|[»”)])[.!?…]|\S\s[!?])(?:\s?[»”])?)\s+(?=[\p{Lu}\d«“(])/u;

/** Splits a text into its sentences. An initial (`L. 312-7`) ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(BETWEEN).filter((sentence) => sentence !== '');
}

/** Closes a quotation whose end was cut off. */
function closed(text: string): string {
  const opened = text.lastIndexOf('«') > text.lastIndexOf('»');
  const isCurly = text.lastIndexOf('“') > text.lastIndexOf('”');
  return text + (opened ? '\u00a0»' : '') + (isCurly ? '”' : '');
}

/** Cuts a text behind a word, and marks the cut with `…`. @param limit in characters, without the mark */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit + 1);
  const clause = Math.max(...[' ; ', '\u00a0; ', '\u00a0: ', ': ', ', '].map((mark) => start.lastIndexOf(mark)));
  const word = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\u00a0'));
  const end = clause > limit * 0.6 ? clause : word > limit / 2 ? word : limit;
  return closed(`${start.slice(0, end).replace(/[\s\u00a0\u202f,;:.(«“–]+$/u, '')}…`);
}

/** Keeps the first sentences that fit. @param limit in characters; the first sentence is cut if it alone is longer */
export function firstSentences(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const [first = '', ...others] = sentencesOf(text);
  if (first.length > limit) return clipped(first, limit);
  let kept = first;
  for (const sentence of others) {
    if (kept.length + sentence.length + 1 > limit) break;
    kept += ` ${sentence}`;
  }
  return closed(`${kept}\u00a0…`);
}
