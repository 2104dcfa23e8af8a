import type { Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Start of a line that Markdown would take for a block. */
const BLOCK = '#{1,6}(?:\\s|$)|[>|]|[-+*](?:\\s|$)|:{2}|`{3}|~{3}';
const BLOCK_START = new RegExp(`^(?=${BLOCK})`);
const WORDS_AS_START = new RegExp(`^\\\\(?=${BLOCK})`);
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/;
const BRACES_AT_END = /(^|\s)(\{[^{}]*\})$/;

/** Returns the text of one line, with its line breaks as spaces and without the signs that `writtenLine` adds. */
export function shownLine(raw: string): string {
  return raw
    .replace(/\s*\n\s*/g, ' ')
    .replace(WORDS_AS_START, '')
    .replace(/^(\d{1,9})\\(?=[.)](?:\s|$))/, '$1')
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

/** Starts of lines that would begin a directive, a page, a section or, in `unquoted`, feedback. */
const STARTS = { free: ':{2}|#(?:\\s|$)', 'in-sections': ':{2}|#{1,2}(?:\\s|$)', unquoted: ':{2}|#{1,2}(?:\\s|$)|>' } as const;
type Starts = keyof typeof STARTS;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Finds the lines that are code, with those around it. `open` is the line of code that nothing closes, else -1. */
function codeIn(lines: readonly string[]): { readonly isCode: readonly boolean[]; readonly open: number } {
  let fence = '';
  let open = -1;
  const isCode = lines.map((line, index) => {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence === '') {
      fence = mark;
      open = index;
      return mark !== '';
    }
    if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    return true;
  });
  return { isCode, open: fence === '' ? -1 : open };
}

function unescaped(raw: string, starts: Starts): string {
  const lines = raw.split('\n');
  const { isCode } = codeIn(lines);
  const start = new RegExp(`^( {0,3})\\\\(?=${STARTS[starts]}|\`{3}|~{3})`);
  return lines.map((line, index) => (isCode[index] ? line : line.replace(start, '$1'))).join('\n');
}

function escaped(value: string, starts: Starts): string {
  let lines = value
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .split('\n');
  for (let code = codeIn(lines); code.open >= 0; code = codeIn(lines)) {
    const { open } = code;
    lines = lines.map((line, index) => (index === open ? line.replace(/^ */, '$&\\') : line));
  }
  const { isCode } = codeIn(lines);
  const start = new RegExp(`^( {0,3})(?=${STARTS[starts]})`);
  return lines.map((line, index) => (isCode[index] ? line : line.replace(start, '$1\\'))).join('\n');
}

/** Below a question `>` would be feedback of nothing; where there is a quotation already, it is one. */
function startsIn(raw: string, kind: TextKind): Starts {
  const lines = raw.split('\n');
  const { isCode } = codeIn(lines);
  const hasQuote = lines.some((line, index) => !isCode[index] && /^[ \t]*>/.test(line));
  return kind === 'in-sections' && !hasQuote ? 'unquoted' : kind;
}

/** Returns the text of several lines, without the signs that only Markdown needs. */
export function shownText(raw: string, kind: TextKind): string {
  return unescaped(raw, startsIn(raw, kind));
}

/**
 * Returns what stands for a text of several lines: none of them begins a page, a section or a directive, and code is closed.
 * @param before what it replaces, as it was written
 */
export function writtenText(value: string, kind: TextKind, before: string): string {
  return escaped(value, startsIn(before, kind));
}

/** Returns the words of lines that begin with `>`. */
export function shownQuote(raw: string): string {
  return unescaped(raw.replace(/^[ \t]*> ?/gm, ''), 'in-sections');
}

/** Returns lines that begin with `>`. */
export function writtenQuote(value: string, indent: string): string {
  const text = escaped(value, 'in-sections').trim();
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
