import type { Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Start of a line that Markdown would take for a block. */
const BLOCK_START = /^(?=#{1,6}(?:\s|$)|[>|]|[-+*](?:\s|$)|:{2}|`{3}|~{3})/;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/;
const BRACES_AT_END = /(^|\s)(\{[^{}]*\})$/;

/** Returns the text of one line, with its line breaks as spaces and without the signs that only Markdown needs. */
export function shownLine(raw: string): string {
  return raw
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^\\(?=[#>|\-+*:`~])/, '')
    .replace(/^(\d{1,9})\\(?=[.)])/, '$1')
    .replace(/(^|\s)\\(\{[^{}]*\})$/, '$1$2');
}

/** Returns what stands for a value on one line: it stays words, whatever it begins or ends with. */
export function writtenLine(value: string): string {
  return value
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(BLOCK_START, '\\')
    .replace(NUMBER_START, '$1\\$2')
    .replace(BRACES_AT_END, '$1\\$2');
}

/** Kind of text of several lines: within sections, a heading of level 2 would begin another one. */
export type TextKind = 'free' | 'in-sections';

/** Starts of lines that would begin a directive, a page or a section. */
const STARTS: Readonly<Record<TextKind, string>> = { free: ':{2}|#(?:\\s|$)', 'in-sections': ':{2}|#{1,2}(?:\\s|$)' };
const FENCE = /^ {0,3}(?:`{3}|~{3})/;

/** Returns the text of several lines, without the signs that only Markdown needs. */
export function shownText(raw: string, kind: TextKind): string {
  const quote = kind === 'in-sections' ? '|>' : '';
  return raw.replace(new RegExp(`^\\\\(?=${STARTS[kind]}|\`{3}|~{3}${quote})`, 'gm'), '');
}

/** Returns what stands for a text of several lines: none of them begins a page, a section or a directive, and code is closed. */
export function writtenText(value: string, kind: TextKind): string {
  const lines = value
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .split('\n');
  const start = new RegExp(`^(?=${STARTS[kind]})`);
  const fences = lines.flatMap((line, index) => (FENCE.test(line) ? [index] : []));
  const open = fences.length % 2 === 1 ? fences.at(-1) : undefined;
  const isInCode = (index: number): boolean => fences.filter((one) => one !== open && one < index).length % 2 === 1;
  return lines
    .map((line, index) => (index === open ? `\\${line.trimStart()}` : isInCode(index) ? line : line.replace(start, '\\')))
    .join('\n');
}

/** Returns the words of lines that begin with `>`. */
export function shownQuote(raw: string): string {
  return shownText(raw.replace(/^[ \t]*> ?/gm, ''), 'in-sections');
}

/** Returns lines that begin with `>`. */
export function writtenQuote(value: string, indent: string): string {
  const text = writtenText(value, 'in-sections').trim();
  return text
    .split('\n')
    .map((line) => `${indent}> ${line}`.trimEnd())
    .join('\n');
}

/** Replaces a range; nothing if it has these words already. */
export function replaced(text: string, { from, to }: Range, insert: string): Replacement[] {
  return text.slice(from, to) === insert ? [] : [{ from, to, insert }];
}

/** Exchanges two ranges of which the first ends before the second begins; what is between them stays. */
export function exchanged(text: string, first: Range, second: Range): Replacement[] {
  const [one, other] = [text.slice(first.from, first.to), text.slice(second.from, second.to)];
  return [
    { ...first, insert: other },
    { ...second, insert: one },
  ].map(({ from, to, insert }) => ({ from, to, insert }));
}

/** Widens a range of whole lines to what has to go with them: one line break, after it or else before it. */
export function wholeLines(text: string, { from, to }: Range): Range {
  if (text[to] === '\n') return { from, to: to + 1 };
  return { from: text[from - 1] === '\n' ? from - 1 : from, to };
}
