import type { Diagnostics } from './diagnostics.ts';
import { ANY_MARKER } from './markdown/markers.ts';

/** So many are told of one text: one that is no text may have thousands. */
const MOST = 100;

// Beside the controls of ASCII: those of a text read in a wrong code page (U+0092 was an apostrophe), and those that change the
// direction of a text, so that an author would see other words than learners.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what is refused.
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

const SIGN = new RegExp(`${INVISIBLE.source}|${ANY_MARKER.source}`);

/** What becomes such a sign only later, in HTML or in an address. */
const WRITTEN = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));|%ee%80%8([0-9])/i;

/** Either of them; the numbers of a written one are its groups. */
const ANY = new RegExp(`${SIGN.source}|${WRITTEN.source}`, 'gi');

function codeOf([sign, hex, decimal, marker]: readonly (string | undefined)[]): number {
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (decimal !== undefined) return Number(decimal);
  return marker === undefined ? (sign?.charCodeAt(0) ?? 0) : 0xe000 + Number(marker);
}

/** How a sign is called that can't be seen: `U+000B`. Null where every sign of the text may stand in one. */
export function forbiddenSign(text: string): string | null {
  const found = SIGN.exec(text)?.[0];
  return found === undefined ? null : nameOf(found.charCodeAt(0));
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * The text with a space for each sign that none may hold, written as a number of HTML or in an address too; each is reported.
 * Lines must end in `\n`.
 */
export function withoutForbiddenSigns(text: string, file: string, diagnostics: Diagnostics): string {
  if (!SIGN.test(text) && !((text.includes('&#') || text.includes('%')) && WRITTEN.test(text))) return text;
  let told = 0;
  const clean = (line: string, index: number): string =>
    line.replace(ANY, (...found) => {
      const sign = found[0] as string;
      const code = codeOf(found.slice(0, 4));
      if (code > 0xffff || !SIGN.test(String.fromCharCode(code))) return sign;
      told += 1;
      if (told <= MOST)
        diagnostics.error('forbidden-sign', { file, line: index + 1, column: (found[4] as number) + 1 }, { sign: nameOf(code) });
      return ' '.repeat(sign.length);
    });
  return text.split('\n').map(clean).join('\n');
}
