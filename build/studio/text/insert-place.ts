import type { Outline, PageText, Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Lines that belong to what is above them, also after a blank line. */
const BELOW = /^(?: {2,}|\t)\S/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Finds the directive of the outermost level that an offset is in. */
function outermostAt({ directives, pages }: Outline, offset: number): Range | undefined {
  const all = [...directives, ...pages.flatMap((page) => page.directives)];
  return all.find(({ from, to }) => from <= offset && offset <= to);
}

/** Finds the end of the code that an offset is in; the offset itself outside code. */
function afterCode(text: string, offset: number): number {
  let mark = '';
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    const [, found = ''] = FENCE.exec(line) ?? [];
    const wasOpen = mark !== '';
    if (!wasOpen) mark = found;
    else if (found.startsWith(mark) && line.trim() === found) mark = '';
    if (wasOpen && mark === '' && from <= offset && offset <= to) return to;
    if (from > offset && (!wasOpen || mark === '')) return wasOpen ? to : offset;
    from = to + 1;
  }
  return mark === '' ? offset : text.length;
}

/** Finds the end of the paragraph, list or table that an offset is in. */
function blockEnd(text: string, offset: number): number {
  let end = lineEnd(text, offset);
  if (text.slice(text.lastIndexOf('\n', offset - 1) + 1, end).trim() === '') end = Math.max(offset, 0);
  let isBlank = text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim() === '';
  let last = end;
  while (end < text.length) {
    const next = end + 1;
    const line = text.slice(next, lineEnd(text, next));
    if (/^#{1,2}(?:\s|$)/.test(line) || /^ {0,3}::/.test(line)) break;
    if (isBlank && line.trim() !== '' && !BELOW.test(line)) break;
    isBlank = line.trim() === '';
    end = lineEnd(text, next);
    if (!isBlank) last = end;
  }
  return last;
}

function endOfPage(text: string, page: PageText | undefined): number {
  const end = page ? page.to : text.length;
  return text.slice(0, end).trimEnd().length;
}

/**
 * Finds where new lines may go near a line: never in front matter, a directive, code, or the middle of a paragraph.
 * @param line counts from 1; null: at the end of the last page
 * @returns an offset at the end of a line
 */
export function insertPlace(text: string, outline: Outline, line: number | null): number {
  if (line === null) return endOfPage(text, outline.pages.at(-1));
  const starts = text.split('\n').slice(0, line - 1);
  const offset = Math.min(
    text.length,
    starts.reduce((sum, one) => sum + one.length + 1, 0),
  );
  const [first] = outline.pages;
  if (first && offset < first.from) return endOfPage(text, first);
  if (outline.front && offset <= outline.front.to) return endOfPage(text, undefined);
  const directive = outermostAt(outline, offset);
  if (directive) return directive.to;
  const code = afterCode(text, offset);
  return code === offset ? blockEnd(text, offset) : code;
}

/** Inserts lines at a place, with a blank line on either side. */
export function insertLines(text: string, at: number, lines: string): Replacement & { readonly first: number } {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const above = before.trim() === '' ? 2 : (/\n*$/.exec(before)?.[0].length ?? 0);
  const below = after.trim() === '' ? (after.startsWith('\n') ? 2 : 1) : (/^\n*/.exec(after)?.[0].length ?? 0);
  const lead = '\n'.repeat(Math.max(0, 2 - above));
  const insert = `${lead}${lines.trim()}${'\n'.repeat(Math.max(0, 2 - below))}`;
  return { from: at, to: at, insert, first: at + lead.length };
}
