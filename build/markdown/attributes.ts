import type { Position } from '../diagnostics.ts';
import type { Attribute, Attributes } from '../source.ts';
import type { Report } from './environment.ts';
import { lookalikeIn } from './lookalikes.ts';
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

/** How far the attributes of one pair of braces were read. */
interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly place: (offset: number) => Position;
  readonly entries: Attribute[];
  readonly keys: Set<string>;
  id?: string;
  isTorn: boolean;
}

/** @returns where it ends; null where none stands there */
function readId(reading: Reading, start: number): number | null {
  const { text, report, place } = reading;
  const named = matchAt(ID, text, start);
  if (!named) return null;
  if (reading.id !== undefined) report('attribute-twice', place(start), { key: '#' });
  const id = named[1] ?? '';
  const alike = lookalikeIn(id);
  const isMeant = alike !== null && VALID_ID.test(alike.fit);
  if (isMeant) report('lookalike-in-id', place(start + 1 + id.indexOf(alike.sign)), { id, ...alike });
  else if (!VALID_ID.test(id)) report('invalid-id', place(start), { id });
  reading.id = isMeant ? alike.fit : id;
  return ID.lastIndex;
}

/** Reads a key and its value. @returns where to go on */
function readEntry(reading: Reading, start: number): number {
  const { text, report, place, keys } = reading;
  const at = place(start);
  const key = readKey(text, start);
  if (!key) {
    // One is enough for an author who wrote a sentence here.
    if (!reading.isTorn) report('unreadable-attribute', at, { text: text.slice(start, start + 30) });
    reading.isTorn = true;
    return start + (matchAt(WORD, text, start)?.[0].length ?? 1);
  }
  const { name, end, isApart, hasValue } = key;
  const read = hasValue ? readValue(text, end + 1, place(end + 1), report) : undefined;
  if (read === null) {
    reading.isTorn = true;
    // An open quotation takes all that follows.
    return /\s/.test(text[end + 1] ?? ' ') ? end + 1 : text.length;
  }
  const fit = hasValue ? `${name}=${text.slice(end + 1, read?.end)}` : name;
  if (isApart) report('space-in-attribute', at, { text: text.slice(start, read?.end ?? end), fit });
  if (keys.has(name)) report('attribute-twice', at, { key: name });
  keys.add(name);
  reading.entries.push({ key: name, value: read ? markVariables(read.value, VARIABLE_IN_TEXT) : true, at });
  return read?.end ?? end;
}

/**
 * Reads the inside of `{…}`: `#id`, `key`, `key=word`, `key="…"`, and other quotes.
 * @param text what stands between the braces
 * @param at where `text` begins
 */
export function readAttributes(text: string, at: Position, report: Report): Attributes {
  const place = (offset: number): Position => ({ ...at, column: at.column + offset });
  const reading: Reading = { text, report, place, entries: [], keys: new Set(), isTorn: false };
  let i = 0;
  while (i < text.length) i = /\s/.test(text[i] as string) ? i + 1 : (readId(reading, i) ?? readEntry(reading, i));
  const { id, entries, isTorn } = reading;
  return { ...(id !== undefined && { id }), at, entries, ...(isTorn && { isTorn }) };
}
