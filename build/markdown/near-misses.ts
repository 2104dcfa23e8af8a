import type { Code } from '../messages/codes.ts';
import type { Environment } from './environment.ts';
import { locate } from './environment.ts';

/** What is said of a text that was meant as something else. It says already why the activity around it lacks that. */
export const NEAR_MISSES: ReadonlySet<Code> = new Set([
  'no-space-after-sign',
  'blank-in-address',
  'blank-before-address',
  'table-without-line',
  'pasted-bullet',
  'pasted-table',
]);

/** Signs that begin a heading or an item, if only a space came after them. `-5 °C` and `*ici*` are texts. */
const GLUED = /^[ \t]*(?:(#{1,6})(?=\p{L})|([-*+])(?=\[[ xX]?\])|(-)(?=\p{L}))(.*)/u;

/** What word processors begin an item with: a point always, a dash before a box. */
const PASTED = /^[ \t]*(?:[•▪◦‣][ \t\u00a0]*(?=\S)|[–—][ \t\u00a0]*(?=\[[ xX]?\]))/;

/** A dash may begin a paragraph, or what somebody says: two lines of them would run on into each other. */
const DASHED = /^[ \t]*[–—][ \t\u00a0]+(?=\S)/;

/** Two lines with a tab between words, as cells come out of a word processor or a spreadsheet. */
const TABBED = /^[^\t\n]*\S *\t+ *\S.*\n[^\t\n]*\S *\t+ *\S/;

/** What any of these lines begins with: hardly a paragraph has one. */
const SIGN = /^[ \t]*[#*+|•▪◦‣–—-]/m;

/** Longest piece of a line that is quoted. */
const WIDEST = 30;

/** The address of a link or picture that the parser leaves as text: a blank ends an address. */
const IN_BRACKETS = /\]\(([^()<>\n]*)\)/g;
const BLANK = /\S[ \t]+\S/;

/** A link or picture whose two parts stand apart. */
const APART = /!?\[[^[\]\n]+\][ \t]+\((?=(?:https?:|mailto:|#)|[^()\s]+\.[a-z0-9]{2,5}\))[^()\s]*\)/gi;

/** Stars that make nothing bold: a space stands where they should touch a word, or none behind them. More than three are a line of stars. */
const STARS = /(?<![*\d/])\*{2,3}(?![*\d/])/;

/** A file or an address, and no words in brackets. */
const ADDRESS = /^(?:https?:|mailto:)|\.[a-z0-9]{2,5}$/i;

/** Two rows of cells. */
const ROWS = /^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*(?:\n|$)/;

/** Reports the first line that a word processor made an item, or cells that lost their table. */
function checkPasted(lines: readonly string[], from: number, env: Environment): void {
  const dashed = lines.filter((line) => DASHED.test(line)).length > 1 && DASHED.test(lines[0] ?? '');
  const index = dashed ? 0 : lines.findIndex((line) => PASTED.test(line));
  const sign = lines[index]?.trim()[0];
  if (sign) env.report('pasted-bullet', locate(env, sign, from + index, from + index + 1), { sign });
  else if (TABBED.test(lines.slice(0, 2).join('\n'))) {
    const fit = `| ${(lines[0] ?? '')
      .trim()
      .split(/[ \t]*\t[ \t]*/)
      .join(' | ')} |`;
    env.report('pasted-table', locate(env, '', from, from + 1), { fit });
  }
}

/** Reports lines of a paragraph that were meant as a heading, an item or a table. `from` is a 0-based line. */
export function checkLineStarts(text: string, from: number, env: Environment): void {
  if (!SIGN.test(text) && !text.includes('\t')) return;
  if (ROWS.test(text)) env.report('table-without-line', locate(env, '|', from, from + 1));
  const lines = text.split('\n');
  checkPasted(lines, from, env);
  for (const [index, line] of lines.entries()) {
    const found = GLUED.exec(line);
    if (!found) continue;
    const sign = found[1] ?? found[2] ?? found[3] ?? '';
    const text = found[4]?.trimEnd() ?? '';
    const quoted = text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
    env.report('no-space-after-sign', locate(env, sign, from + index, from + index + 1), { sign, text: quoted });
  }
}

/** Reports links and pictures that the parser left as text, for a blank in them. `from` and `to` are 0-based lines. */
export function checkBrokenLinks(text: string, from: number, to: number, env: Environment): void {
  if (!text.includes(']')) return;
  for (const [, address = ''] of text.matchAll(IN_BRACKETS)) {
    if (BLANK.test(address) && ADDRESS.test(address.trim()))
      env.report('blank-in-address', locate(env, address, from, to), { address: address.trim() });
  }
  for (const [link] of text.matchAll(APART)) {
    env.report('blank-before-address', locate(env, link, from, to), { fit: link.replace(/\][ \t]+\(/, '](') });
  }
}

/** Reports stars that the parser left as text; an author who wants them writes a mark before. `from` and `to` are 0-based lines. */
export function checkStars(text: string, from: number, to: number, env: Environment): void {
  if (!text.includes('**')) return;
  const found = STARS.exec(text);
  if (!found) return;
  const near = text.slice(Math.max(0, found.index - 1), found.index + WIDEST).trim();
  const at = locate(env, near, from, to);
  if (!env.lines.slice(from, to).some((line) => line.includes('\\*'))) env.report('loose-stars', at, { text: near });
}
