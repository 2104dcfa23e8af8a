import { normalise, normaliseAnswer, sameAnswer } from './typed-answer.ts';

/** Line of accepted answers or expected mistakes. */
export interface AcceptedLine {
  readonly text: string;
  /** True if it is accepted. */
  readonly right: boolean;
  /** Percent that an accepted answer is worth; absent: 100. */
  readonly weight?: number;
}

/** Returns the share of the points, 0..1, that a line is worth. */
export function worthOf({ right, weight = 100 }: AcceptedLine): number {
  return right ? weight / 100 : 0;
}

/** Stands for any characters in a normalised text. Nobody types it: it is for private use. */
const ANY = '\ue000';

/** Tests whether a text consists of some pieces in their order, with anything between them. */
function consistsOf(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  return pieces.every((piece, index) => {
    const last = text.length - piece.length;
    const found = index === pieces.length - 1 ? last : index === 0 ? 0 : text.indexOf(piece, at);
    if (found < at || !text.startsWith(piece, found)) return false;
    at = found + piece.length;
    return true;
  });
}

/** Compares a typed text with an answer in which `*` stands for any characters, and `\*` for a star. An empty text fits nothing. */
export function fits(typed: string, pattern: string, strict = false): boolean {
  const marked = pattern.replace(/\\?\*/g, (found) => (found === '*' ? ANY : '*'));
  if (!marked.includes(ANY)) return sameAnswer(typed, marked, strict);
  if (normaliseAnswer(typed) === '') return false;
  return [' ', ''].some((hyphen) => consistsOf(normalise(typed, strict, hyphen), normalise(marked, strict, hyphen).split(ANY)));
}

/** Replaces the signs for any characters by a text, and `\*` by a star. */
export function withoutStars(pattern: string, by: string): string {
  return pattern.replace(/\\?\*/g, (found) => (found === '*' ? by : '*'));
}
