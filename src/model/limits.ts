import type { Target } from './course.ts';

/** SCORM 1.2: `state` where the LMS is no stricter than Moodle, `strict` by the standard (RTE 3.4.4), `text` a response. */
export const limits12 = { state: 64_000, strict: 4096, text: 255 } as const;

/** SCORM 2004: `strict` is the 2nd Edition's; one of a response's 4000 characters stands before a leading brace. */
export const limits2004 = { state: 64_000, strict: 4000, text: 3999 } as const;

/** Choices or pairs that SCORM 2004 takes in one answer (RTE 4.2.9.1). */
export const mostInAnswer = 36;

/**
 * Characters of saved state that a module may need at most. In the profile `moodle` it is far below what Moodle
 * holds, since a leaving page may only carry 64 KiB in all.
 */
export function stateLimit(profile: 'moodle' | 'strict', target: Target): number {
  if (profile === 'moodle') return 10_000;
  return target === 'scorm12' ? limits12.strict : limits2004.state;
}

/** What ends a line; each is written as three characters (` ¶ `) in a response. */
const lineEnd = /[\n\r\u2028\u2029]/;

/** Length of the longest beginning of a text that fits, cut after a word where there is one. */
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
 * Splits a free text into parts that fit a response of `limit` characters once the formats have put it on one line.
 * Joined, they give the text back. No part cuts a surrogate pair; none cuts a word that is shorter than the limit.
 * An empty text is one empty part.
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
