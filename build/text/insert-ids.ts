const EOL = /(\r\n|\r|\n)/;
const DIRECTIVE = /^[\s\u00a0\u202f]*:{2,}[\s\u00a0\u202f]*[A-Za-z][A-Za-z0-9-]*[\s\u00a0\u202f]*/;
const HEADING = /^\ufeff? {0,3}#{1,6}(?=[\s\u00a0\u202f]|$)/;
const CLOSING_HASHES = /\s+#+\s*$/;
/** `{…}` at the end of a heading; `{{…}}` is a variable. */
const SUFFIX = /(?:^|[^{])\{[^{}]*\}\s*$/;

/** An id to write into a text; the line of its directive or heading counts from 1. */
export interface NewId {
  readonly line: number;
  readonly id: string;
}

/** Inserts `#id` directly after a brace, or `{#id}` at the end of `head`. */
function withId(head: string, rest: string, id: string, gap: string): string {
  if (!rest.startsWith('{')) return `${head.trimEnd()}${gap}{#${id}}${head.slice(head.trimEnd().length)}${rest}`;
  const inside = rest.slice(1);
  return `${head}{#${id}${inside.startsWith('}') ? '' : ' '}${inside}`;
}

function inDirective(line: string, id: string): string | null {
  const [opening] = DIRECTIVE.exec(line) ?? [];
  return opening === undefined ? null : withId(opening, line.slice(opening.length), id, '');
}

function inHeading(line: string, id: string): string | null {
  if (!HEADING.test(line)) return null;
  const closing = CLOSING_HASHES.exec(line)?.[0] ?? '';
  const text = line.slice(0, line.length - closing.length);
  const brace = SUFFIX.test(text) ? text.lastIndexOf('{') : text.length;
  return withId(text.slice(0, brace), text.slice(brace), id, ' ') + closing;
}

/**
 * Writes ids into a text: `#id` after the brace of a directive or heading, or `{#id}` if there is none. Everything else
 * stays unchanged, line ends included.
 * @returns the text, and the ids without a directive or heading on their line
 */
export function insertIds(text: string, ids: readonly NewId[]): { readonly text: string; readonly lost: readonly NewId[] } {
  const pieces = text.split(EOL);
  const lost: NewId[] = [];
  for (const one of ids) {
    const at = (one.line - 1) * 2;
    const line = pieces[at] ?? '';
    const changed = inDirective(line, one.id) ?? inHeading(line, one.id);
    if (changed === null) lost.push(one);
    else pieces[at] = changed;
  }
  return { text: pieces.join(''), lost };
}
