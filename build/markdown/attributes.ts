import type { Position } from '../diagnostics.ts';
import type { Attribute, Attributes } from '../source.ts';
import type { Report } from './environment.ts';
import { markVariables, VARIABLE_IN_TEXT } from './markers.ts';

const KEY = /[A-Za-z][A-Za-z0-9-]*(?:[+-]\d+)?/y;
const ID = /#([^\s{}#]*)/y;
const BARE = /[^\s{}"«»“”]+/y;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”' };
const VALID_ID = /^[a-z][a-z0-9-]*$/;

interface Quoted {
  readonly value: string;
  readonly end: number;
}

/** Reads `"…"`, `« … »` or `“…”` that begins at `start`; null where it isn't closed. */
function readQuoted(text: string, start: number): Quoted | null {
  const close = QUOTES[text[start] ?? ''];
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\' && text[i + 1] === close) value += text[++i];
    else if (text[i] === close) return { value: close === '»' ? value.trim() : value, end: i + 1 };
    else value += text[i];
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads what stands after `key=`; null once it was reported. */
function readValue(text: string, start: number, at: Position, report: Report): Quoted | null {
  if (text[start] !== undefined && (text[start] as string) in QUOTES) {
    const quoted = readQuoted(text, start);
    if (!quoted) report('unclosed-quote', at);
    return quoted;
  }
  const bare = matchAt(BARE, text, start);
  if (!bare) {
    report('missing-value', at);
    return null;
  }
  return { value: bare[0], end: BARE.lastIndex };
}

/**
 * Reads the inside of `{…}`: `#id`, `key`, `key=word`, `key="…"`.
 * @param text what stands between the braces
 * @param at where `text` begins
 */
export function readAttributes(text: string, at: Position, report: Report): Attributes {
  const entries: Attribute[] = [];
  const keys = new Set<string>();
  let id: string | undefined;
  let i = 0;
  const place = (offset: number): Position => ({ ...at, column: at.column + offset });
  while (i < text.length) {
    if (/\s/.test(text[i] as string)) {
      i++;
      continue;
    }
    const named = matchAt(ID, text, i);
    if (named) {
      id = named[1] ?? '';
      if (!VALID_ID.test(id)) report('invalid-id', place(i), { id });
      i = ID.lastIndex;
      continue;
    }
    const key = matchAt(KEY, text, i);
    if (!key) {
      report('unreadable-attribute', place(i), { text: text.slice(i, i + 30) });
      break;
    }
    const begin = i;
    i = KEY.lastIndex;
    let value: string | true = true;
    if (text[i] === '=') {
      const read = readValue(text, i + 1, place(i + 1), report);
      if (!read) break;
      value = markVariables(read.value, VARIABLE_IN_TEXT);
      i = read.end;
    }
    if (keys.has(key[0])) report('attribute-twice', place(begin), { key: key[0] });
    keys.add(key[0]);
    entries.push({ key: key[0], value, at: place(begin) });
  }
  return { ...(id !== undefined && { id }), at, entries };
}
