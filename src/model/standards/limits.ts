import type { Target } from '../course/course.ts';

/** SCORM 1.2 limits: `state` for an LMS no stricter than Moodle, `strict` by the standard (RTE 3.4.4), `text` for a response. */
export const limits12 = { state: 64_000, strict: 4096, text: 255 } as const;

/** SCORM 2004 limits: `strict` is the 2nd Edition's. `text` is 4000, less one character to put before a leading brace. */
export const limits2004 = { state: 64_000, strict: 4000, text: 3999 } as const;

/** Maximum number of choices or pairs in one SCORM 2004 answer (RTE 4.2.9.1). */
export const mostInAnswer = 36;

/**
 * Returns the maximum length of a module's saved state. In the profile `moodle` it is far below what Moodle can store:
 * a closing page can send only 64 KiB in all.
 */
export function stateLimit(profile: 'moodle' | 'strict', target: Target): number {
  if (profile === 'moodle') return 10_000;
  return target === 'scorm12' ? limits12.strict : limits2004.state;
}

/** Line ends; each is written as three characters (` ¶ `) in a response. */
const lineEnd = /[\n\r\u2028\u2029]/;

/** Returns the length of the longest prefix that fits, cut after a word if possible. */
function fitting(text: string, limit: number): number {
  let end = 0;
  let word = 0;
  let cost = 0;
  for (const sign of text) {
    const blank = /[ \t\n]/.test(sign);
    cost += lineEnd.test(sign) ? 3 : sign.length;
    if (cost > limit && end > 0) return (!blank && word) || end;
    end += sign.length;
    if (blank) word = end;
  }
  return end;
}

/**
 * Splits a free text into pieces that fit a response of `limit` characters once the formats have put them on one line.
 * Joined, the pieces give back the text. Never splits a surrogate pair, nor a word shorter than the limit.
 * An empty text is one empty piece.
 */
export function pieces(text: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text;
  do {
    const end = fitting(rest, limit);
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  } while (rest !== '');
  return found;
}
