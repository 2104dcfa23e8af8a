import type { Diagnostics } from '../../diagnostics/diagnostics.ts';

/** A byte order mark and empty lines may precede it. */
const FRONT = /^\ufeff?((?:[ \t]*\r?\n)*)---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** A line that may have been `---`: word processors merge two hyphens into a dash. */
const RULE = /^[ \t]*(?:[-_*=]{2,}|-*[–—][-–—]*)[ \t]*$/;
const RIGHT_RULE = /^---[ \t]*$/;
const KEY = /^[ \t]*[\p{L}\d_-]+[ \u00a0\u202f]*:/u;

/** Other lines of front matter: empty lines, comments, lists, continuations. */
const INNER = /^(?:[ \t]*$|#|[ \t]+\S|-(?: |$))/;
/** A page or an activity can't be in front matter: the closing line was missed. */
const BODY = /^(?:#{1,6} .*\{#[^{}\n]*\}[ \t]*$|::)/m;

/** Front matter, the lines before it, and the body on its original lines. */
export interface SplitText {
  /** Null if there is none. */
  readonly front: string | null;
  readonly skip: number;
  readonly body: string;
}

/** Finds the line that closes front matter opened at `open`, or the first line of the body. */
function endOf(lines: readonly string[], open: number): number {
  const isInner = (line: string): boolean => !RULE.test(line) && !BODY.test(line) && (INNER.test(line) || KEY.test(line));
  const stop = lines.findIndex((line, index) => index > open && !isInner(line));
  if (RULE.test(lines[stop] ?? '')) return stop;
  // It contains a line that isn't YAML, or it isn't closed.
  const end = lines.findIndex((line, index) => index > open && (RULE.test(line) || /^(?:#|::|[ \t]*$)/.test(line)));
  return end < 0 ? lines.length : end;
}

/** Finds front matter with wrong delimiters, which are reported; null if there is none at all. */
function splitLoose(text: string, file: string, diagnostics: Diagnostics): SplitText | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const open = lines.findIndex((line) => line.trim() !== '');
  if (!RULE.test(lines[open] ?? '') || !KEY.test(lines[open + 1] ?? '')) return null;
  const close = endOf(lines, open);
  const isClosed = RULE.test(lines[close] ?? '');
  for (const index of isClosed ? [open, close] : [open]) {
    const line = lines[index] ?? '';
    if (!RIGHT_RULE.test(line)) diagnostics.error('front-matter-line', { file, line: index + 1, column: 1 }, { line: line.trim() });
  }
  if (!isClosed) diagnostics.error('front-matter-unclosed', { file, line: close, column: 1 });
  const after = isClosed ? close + 1 : close;
  return { front: lines.slice(open + 1, close).join('\n'), skip: open + 1, body: '\n'.repeat(after) + lines.slice(after).join('\n') };
}

/** Separates front matter and body. */
export function splitFront(text: string, file: string, diagnostics: Diagnostics): SplitText {
  const found = FRONT.exec(text);
  const loose = !found || BODY.test(found[2] ?? '') ? splitLoose(text, file, diagnostics) : null;
  if (!found || loose) return loose ?? { front: null, skip: 1, body: text };
  const linesOf = (part: string): number => part.split('\n').length - 1;
  const [whole, before = '', front = ''] = found;
  return { front, skip: linesOf(before) + 1, body: '\n'.repeat(linesOf(whole)) + text.slice(whole.length) };
}

/** Finds the id in a text's front matter. */
export function idIn(text: string): string | undefined {
  return /^id:\s*["']?([a-z][a-z0-9-]*)/m.exec(FRONT.exec(text)?.[2] ?? '')?.[1];
}
