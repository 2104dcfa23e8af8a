import type { Token } from 'markdown-it';
import type { Environment } from './environment.ts';
import { isMarked, locate } from './environment.ts';

/** Markers of a heading or an item without the space after them. `-5 °C` and `*ici*` are text. */
const GLUED = /^[ \t]*(?:(#{1,6})(?=\p{L})|([-*+])(?=\[[ xX]?\])|(-)(?=\p{L}))(.*)/u;

/**
 * Markers of items from word processors: always a bullet, a dash only before a box. `• • •` separates texts, and `• = oui` is a
 * legend.
 */
const PASTED = /^[ \t]*(?:[•▪◦‣][ \t\u00a0]*(?=[^\s•▪◦‣=:])|[–—][ \t\u00a0]*(?=\[[ xX]?\]))/;

/** A dash may begin a paragraph or direct speech. Two such lines in a paragraph, also below a colon, would be joined. */
const DASHED = /^[ \t]*[–—][ \t\u00a0]+(?=\S)/;

const COLON = /:[*_]* *$/;

/** Lines that are not joined with the next. */
const BROKEN = /(?: {2}|\\)$/;

/** Letters and characters that mark list items in word processors, before a tab. */
const LETTERED = /^[ \t]*([o§\uf0a7\uf0b7–—]|[a-z\d]{1,3}[.)°]) *\t/;

/** Two lines with a tab between words: cells copied from a word processor or a spreadsheet. */
const TABBED = /^[^\t\n]*\S *\t+ *\S.*\n[^\t\n]*\S *\t+ *\S/;

/** Cheap test for the start of these lines: few paragraphs have one. */
const SIGN = /^[ \t]*[#*+|•▪◦‣–—-]/m;

/** Longest quotation of a line. */
const WIDEST = 30;

/** The address of a link or picture that the parser leaves as text, because a space ends an address. */
const IN_BRACKETS = /\]\(([^()<>\n]*)\)/g;
const BLANK = /\S[ \t]+\S/;

/** A link or picture with a space between its two parts. `[1] (https://…)` and `[sic] (https://…)` are citations. */
const APART =
  /!?\[(?!sic\])(?=[^[\]]*\p{L}{2})[^[\]\n]+\][ \t\u00a0]+\((?=https?:|mailto:|www\.|#[a-z]|[^()\s]+\.(?:png|jpe?g|gif|webp|avif|svg|mp[34]|m4[av]|webm|wav|ogg|pdf|md|txt|csv|zip|(?:doc|xls|ppt)x?|od[pst])\))[^()\s]*\)/giu;

/**
 * Stars that make nothing bold: a space is where they should touch a word, or none is after them. More than three are a line of stars,
 * three alone are those of a hotel, and stars after a single letter hide a name: `Mme D***`.
 */
const STARS = /(?<![*\d/])(?<!(?<!\p{L})\p{L})(?:\*{2}|\*{3}(?=\p{L}))(?![*\d/])/u;
/** A cell of only stars is a mark. */
const MARK = /^\*{2,3}$/;

/** A file or an address, not words in brackets. */
const ADDRESS = /^(?:https?:|mailto:)|\.[a-z0-9]{2,5}$/i;

/** Two rows of cells. */
const ROWS = /^[ \t]*\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*(?:\n|$)/;

/** Finds the first of several lines with dashes that would be joined, -1 if there is none. Lines of a poem have hard breaks. */
function firstDashed(lines: readonly string[]): number {
  const first = lines.findIndex((line, index) => DASHED.test(line) && (index === 0 || COLON.test(lines[index - 1] ?? '')));
  const runsOn = lines.some((line, index) => index > first && DASHED.test(line) && !BROKEN.test(lines[index - 1] ?? ''));
  return runsOn ? first : -1;
}

/** Reports the first list item from a word processor, or cells without a table. */
function checkPasted(lines: readonly string[], from: number, env: Environment): void {
  const tabbed = lines.findIndex((line, index) => !BROKEN.test(line) && TABBED.test(`${line}\n${lines[index + 1] ?? ''}`));
  const lettered = LETTERED.exec(lines[tabbed] ?? '')?.[1];
  const dashed = lettered === undefined ? firstDashed(lines) : tabbed;
  const index = dashed < 0 ? lines.findIndex((line) => PASTED.test(line)) : dashed;
  const marker = lettered ?? lines[index]?.trim()[0];
  if (marker) env.report('pasted-bullet', locate(env, marker, from + index, from + index + 1), { sign: marker });
  else if (tabbed >= 0) {
    const cells = lines[tabbed]?.split('\t').map((cell) => cell.trim()) ?? [];
    env.report('pasted-table', locate(env, '', from + tabbed, from + tabbed + 1), { fit: `| ${cells.join(' | ')} |` });
  }
}

/** Reports lines of a paragraph that were intended as a heading, an item or a table. `from` is a 0-based line. */
export function checkLineStarts(text: string, from: number, env: Environment): void {
  if (!SIGN.test(text) && !text.includes('\t')) return;
  if (ROWS.test(text)) env.report('table-without-line', locate(env, '|', from, from + 1));
  const lines = text.split('\n');
  checkPasted(lines, from, env);
  for (const [index, line] of lines.entries()) {
    const found = GLUED.exec(line);
    if (!found) continue;
    const marker = found[1] ?? found[2] ?? found[3] ?? '';
    const text = found[4]?.trimEnd() ?? '';
    const quoted = text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
    env.report('no-space-after-sign', locate(env, marker, from + index, from + index + 1), { sign: marker, text: quoted });
  }
}

/** Reports links and pictures that the parser left as text because of a space in them. `from` and `to` are 0-based lines. */
export function checkBrokenLinks(text: string, from: number, to: number, env: Environment): void {
  if (!text.includes(']')) return;
  for (const [, address = ''] of text.matchAll(IN_BRACKETS)) {
    if (BLANK.test(address) && ADDRESS.test(address.trim()))
      env.report('blank-in-address', locate(env, address, from, to), { address: address.trim() });
  }
  for (const [link] of text.matchAll(APART)) {
    const at = locate(env, link, from, to);
    // If it isn't found, it was written differently.
    if (env.lines[at.line - 1]?.startsWith(link, at.column - 1) && !isMarked(env, at))
      env.report('blank-before-address', at, { fit: link.replace(/\][ \t\u00a0]+\(/, '](') });
  }
}

/** Reports stars that the parser left as text; an author who wants them writes a backslash before. `from` and `to` are 0-based lines. */
export function checkStars(children: readonly Token[], from: number, to: number, env: Environment): void {
  if (!children.some(({ type, content }) => type === 'text' && content.includes('**'))) return;
  if (children.length === 1 && MARK.test(children[0]?.content.trim() ?? '')) return;
  if (env.lines.slice(from, to).some((line) => line.includes('\\*'))) return;
  let line = from;
  for (const { type, content } of children) {
    if (type === 'softbreak' || type === 'hardbreak') line++;
    const found = type === 'text' ? STARS.exec(content) : null;
    if (!found) continue;
    const before = content.slice(Math.max(0, found.index - WIDEST), found.index);
    const after = content.slice(found.index, found.index + WIDEST);
    // Characters that the author wrote differently, such as `&amp;`, may be next to it.
    const near = [before + after, after, found[0]].find((piece) => env.lines[line]?.includes(piece)) ?? before + after;
    const at = locate(env, near, line, to);
    const isLong = near === before + after && env.lines[at.line - 1]?.startsWith(near, at.column - 1);
    const ahead = isLong ? before.length : 0;
    env.report('loose-stars', { ...at, column: at.column + ahead }, { text: (before.slice(-1) + after).trim() });
  }
}
