import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { ANY_MARKER } from '../model/markers.ts';

/** Maximum number of reports for one text: a binary file may have thousands of these characters. */
const MOST = 100;

// ASCII controls; C1 controls, which come from a wrong code page (U+0092 was an apostrophe); and characters that change the text
// direction, because an author would see other words than learners.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to reject.
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

const FORBIDDEN = new RegExp(`${INVISIBLE.source}|${ANY_MARKER.source}`);

/** Matches escapes in HTML or in an address, which become such a character when they are decoded. */
const ESCAPE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));|%ee%80%8([0-9])/i;

/** Matches either of them; the numbers of an escape are its groups. */
const ANY = new RegExp(`${FORBIDDEN.source}|${ESCAPE.source}`, 'gi');

function codeOf([character, hex, decimal, marker]: readonly (string | undefined)[]): number {
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (decimal !== undefined) return Number(decimal);
  return marker === undefined ? (character?.charCodeAt(0) ?? 0) : 0xe000 + Number(marker);
}

/** Names the first forbidden character of a text: `U+000B`. Null if there is none. */
export function forbiddenCharacter(text: string): string | null {
  const found = FORBIDDEN.exec(text)?.[0];
  return found === undefined ? null : nameOf(found.charCodeAt(0));
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Replaces each forbidden character of a text by a space, escapes of HTML and addresses included, and reports it.
 * Lines must end in `\n`.
 */
export function withoutForbiddenCharacters(text: string, file: string, diagnostics: Diagnostics): string {
  if (!FORBIDDEN.test(text) && !((text.includes('&#') || text.includes('%')) && ESCAPE.test(text))) return text;
  let reported = 0;
  const clean = (line: string, index: number): string =>
    line.replace(ANY, (...found) => {
      const character = found[0] as string;
      const code = codeOf(found.slice(0, 4));
      if (code > 0xffff || !FORBIDDEN.test(String.fromCharCode(code))) return character;
      reported += 1;
      if (reported <= MOST)
        diagnostics.error('forbidden-sign', { file, line: index + 1, column: (found[4] as number) + 1 }, { sign: nameOf(code) });
      return ' '.repeat(character.length);
    });
  return text.split('\n').map(clean).join('\n');
}
