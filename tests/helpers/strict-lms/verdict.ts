/** Verdict on a value: an error code (0 = accepted) and the stored value. */
export interface Verdict {
  error: number;
  keep: string;
  /** Accepted, but beyond the standard's guaranteed limit (SPM): another LMS may cut or refuse it. */
  overlong: boolean;
}

/** Checks a value. @param value as passed to SetValue */
export type Format = (value: string) => Verdict;

/** Accepts the value unchanged; `overlong` if it exceeds a limit without being cut. */
export function accept(value: string, overlong = false): Verdict {
  return { error: 0, keep: value, overlong };
}

/** Accepts the value but silently keeps only `limit` characters of it, as ADL does with any SPM. */
export function acceptCut(value: string, limit: number): Verdict {
  return { error: 0, keep: value.slice(0, limit), overlong: value.length > limit };
}

export function refuse(error: number): Verdict {
  return { error, keep: '', overlong: false };
}

/** Makes a format for exactly one of the words. */
export function oneOf(words: string, error: number): Format {
  const known = words.split('|');
  return (value) => (known.includes(value) ? accept(value) : refuse(error));
}

/** Makes a format for a full match of the pattern. */
export function matching(pattern: RegExp, error: number): Format {
  return (value) => (pattern.test(value) ? accept(value) : refuse(error));
}
