import type { Position } from '../diagnostics.ts';
import type { Attribute, Attributes } from '../source.ts';
import type { Report } from './environment.ts';
import { markVariables, VARIABLE_IN_TEXT } from './markers.ts';

/** None has an accent, but who writes « légende » shall be told that it isn't known. */
const KEY = /\p{L}[\p{L}\p{M}\d-]*(?:[+-]\d+)?/uy;
const ID = /#([^\s{}#]*)/y;
const BARE = /[^\s{}"«»“”]+/y;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '”': '”' };
/** In these an apostrophe may stand: only one that ends a word closes. */
const SINGLE = /(?:'(.*?)'|[‘’](.*?)’)(?=\s|$)/y;
/** `calme + 1`, `points = 2`: a space where none may stand. */
const APART = /\s*[+-]\s*\d+|\s+=\s*(?=[^\s{}=])/y;
const WORD = /\S+/y;
/** With a part, a piece and perhaps its module's id it makes an interaction's, for which 1.2 has 255 characters (RTE 3.4.4). */
const VALID_ID = /^[a-z][a-z0-9-]{0,149}$/;

interface Quoted {
  readonly value: string;
  readonly end: number;
}

/** Reads `"…"`, `« … »` or `“…”`, however a word processor turned them, that begins at `start`; null where it isn't closed. */
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
  const single = matchAt(SINGLE, text, start);
  if (single) return { value: single[1] ?? single[2] ?? '', end: SINGLE.lastIndex };
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

/** A key, and whether spaces stand around the sign behind it. */
interface Key {
  readonly name: string;
  /** Where its sign or what follows it begins. */
  readonly end: number;
  readonly isApart: boolean;
  readonly hasValue: boolean;
}

function readKey(text: string, start: number): Key | null {
  const name = matchAt(KEY, text, start)?.[0];
  if (name === undefined) return null;
  const end = start + name.length;
  const apart = /[+-]\d+$/.test(name) ? null : matchAt(APART, text, end)?.[0];
  if (!apart) return /[^\s=]/.test(text[end] ?? ' ') ? null : { name, end, isApart: false, hasValue: text[end] === '=' };
  const hasValue = apart.includes('=');
  return { name: hasValue ? name : name + apart.replace(/\s/g, ''), end: end + apart.length - (hasValue ? 1 : 0), isApart: true, hasValue };
}

/**
 * Reads the inside of `{…}`: `#id`, `key`, `key=word`, `key="…"`, and other quotes.
 * @param text what stands between the braces
 * @param at where `text` begins
 */
export function readAttributes(text: string, at: Position, report: Report): Attributes {
  const entries: Attribute[] = [];
  const keys = new Set<string>();
  let id: string | undefined;
  let i = 0;
  let isTorn = false;
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
    const key = readKey(text, i);
    if (!key) {
      // One is enough for an author who wrote a sentence here.
      if (!isTorn) report('unreadable-attribute', place(i), { text: text.slice(i, i + 30) });
      isTorn = true;
      i += matchAt(WORD, text, i)?.[0].length ?? 1;
      continue;
    }
    const { name, end, isApart, hasValue } = key;
    const read = hasValue ? readValue(text, end + 1, place(end + 1), report) : undefined;
    if (read === null) {
      isTorn = true;
      // An open quotation takes all that follows.
      i = /\s/.test(text[end + 1] ?? ' ') ? end + 1 : text.length;
      continue;
    }
    const fit = hasValue ? `${name}=${text.slice(end + 1, read?.end)}` : name;
    if (isApart) report('space-in-attribute', place(i), { text: text.slice(i, read?.end ?? end), fit });
    if (keys.has(name)) report('attribute-twice', place(i), { key: name });
    keys.add(name);
    entries.push({ key: name, value: read ? markVariables(read.value, VARIABLE_IN_TEXT) : true, at: place(i) });
    i = read?.end ?? end;
  }
  return { ...(id !== undefined && { id }), at, entries, ...(isTorn && { isTorn }) };
}
