import type { Code } from '../messages/codes.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';

/** What is said of a text that was meant as something else. It says already why the activity around it lacks that. */
export const NEAR_MISSES: ReadonlySet<Code> = new Set(['no-space-after-sign', 'blank-in-address', 'table-without-line']);

/** Signs that begin a heading or an item, if only a space came after them. `-5 °C` and `*ici*` are texts. */
const GLUED = /^[ \t]*(?:(#{1,6})(?=\p{L})|([-*+])(?=\[[ xX]?\])|(-)(?=\p{L}))(.*)/u;

/** What any of these lines begins with: hardly a paragraph has one. */
const SIGN = /^[ \t]*[#*+|-]/m;

/** Longest piece of a line that is quoted. */
const WIDEST = 30;

/** The address of a link or picture that the parser leaves as text: a blank ends an address. */
const IN_BRACKETS = /\]\(([^()<>\n]*)\)/g;
const BLANK = /\S[ \t]+\S/;

/** A file or an address, and no words in brackets. */
const ADDRESS = /^(?:https?:|mailto:)|\.[a-z0-9]{2,5}$/i;

/** Two rows of cells. */
const ROWS = /^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*(?:\n|$)/;

/** Reports lines of a paragraph that were meant as a heading, an item or a table. `from` is a 0-based line. */
export function checkLineStarts(text: string, from: number, env: Environment): void {
  if (!SIGN.test(text)) return;
  if (ROWS.test(text)) env.report('table-without-line', locate(env, '|', from, from + 1));
  for (const [index, line] of text.split('\n').entries()) {
    const found = GLUED.exec(line);
    if (!found) continue;
    const sign = found[1] ?? found[2] ?? found[3] ?? '';
    const text = found[4]?.trimEnd() ?? '';
    const quoted = text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
    env.report('no-space-after-sign', locate(env, sign, from + index, from + index + 1), { sign, text: quoted });
  }
}

/** Reports links and pictures in a text whose address has a blank. `from` and `to` are 0-based lines. */
export function checkBrokenLinks(text: string, from: number, to: number, env: Environment): void {
  if (!text.includes('](')) return;
  for (const [, address = ''] of text.matchAll(IN_BRACKETS)) {
    if (BLANK.test(address) && ADDRESS.test(address.trim()))
      env.report('blank-in-address', locate(env, address, from, to), { address: address.trim() });
  }
}
