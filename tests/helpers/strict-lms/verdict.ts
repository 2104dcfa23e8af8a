/** What a format says of a value: an error code (0 = accepted) and what is kept of it. */
export interface Verdict {
  error: number;
  keep: string;
  /** Accepted, but beyond what the standard makes every LMS keep (its SPM): elsewhere it may be cut or refused. */
  overlong: boolean;
}

/** @param value one value as SetValue got it */
export type Format = (value: string) => Verdict;

/** Accepts the value as it is; `overlong` where it goes beyond a limit without being cut. */
export function accept(value: string, overlong = false): Verdict {
  return { error: 0, keep: value, overlong };
}

/** Accepts the value but keeps only `limit` characters of it, silently, as ADL does with any SPM. */
export function acceptCut(value: string, limit: number): Verdict {
  return { error: 0, keep: value.slice(0, limit), overlong: value.length > limit };
}

export function refuse(error: number): Verdict {
  return { error, keep: '', overlong: false };
}

/** One of the words, exactly. */
export function oneOf(words: string, error: number): Format {
  const known = words.split('|');
  return (value) => (known.includes(value) ? accept(value) : refuse(error));
}

/** A whole match of the pattern. */
export function matching(pattern: RegExp, error: number): Format {
  return (value) => (pattern.test(value) ? accept(value) : refuse(error));
}
