import type { Position } from '../../../diagnostics/diagnostics.ts';
import { markVariables, VARIABLE_IN_TEXT } from '../../../model/markers.ts';
import type { Attribute, Attributes } from '../../../model/source.ts';
import type { Report } from './environment.ts';
import { lookalikeIn } from './lookalikes.ts';

/** Accents are accepted here, so that « légende » is reported as unknown. */
const KEY = /\p{L}[\p{L}\p{M}\d-]*(?:[+-]\d+)?/uy;
const ID = /#([^\s{}#]*)/y;
const BARE = /[^\s{}"«»“”]+/y;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '”': '”' };
/** These may contain an apostrophe: only one at the end of a word closes. */
const SINGLE = /(?:'(.*?)'|[‘’](.*?)’)(?=\s|$)/y;
/** `calme + 1`, `points = 2`: a space that is not allowed. */
const APART = /\s*[+-]\s*\d+|\s+=\s*(?=[^\s{}=])/y;
const WORD = /\S+/y;
/** An interaction's id adds part, piece and perhaps module; 1.2 allows 255 characters (RTE 3.4.4). */
const VALID_ID = /^[a-z][a-z0-9-]{0,149}$/;

interface Quoted {
  readonly value: string;
  readonly end: number;
}

/** Reads `"…"`, `« … »` or `“…”` at `start`, in any variant of word processors; null if it isn't closed. */
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

/** Reads the value after `key=`; null if an error was reported. */
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

/** A key, and whether there are spaces around the sign after it. */
interface Key {
  readonly name: string;
  /** Index after the key. */
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

/** State of reading the attributes of one pair of braces. */
interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly place: (offset: number) => Position;
  readonly entries: Attribute[];
  readonly keys: Set<string>;
  id?: string;
  isTorn: boolean;
}

/** Reads an id. @returns its end; null if there is none */
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

/** Reads a key and its value. @returns index of the next entry */
function readEntry(reading: Reading, start: number): number {
  const { text, report, place, keys } = reading;
  const at = place(start);
  const key = readKey(text, start);
  if (!key) {
    // Reports once, even if the author wrote a whole sentence here.
    if (!reading.isTorn) report('unreadable-attribute', at, { text: text.slice(start, start + 30) });
    reading.isTorn = true;
    return start + (matchAt(WORD, text, start)?.[0].length ?? 1);
  }
  const { name, end, isApart, hasValue } = key;
  const read = hasValue ? readValue(text, end + 1, place(end + 1), report) : undefined;
  if (read === null) {
    reading.isTorn = true;
    // An unclosed quotation takes the rest.
    return /\s/.test(text[end + 1] ?? ' ') ? end + 1 : text.length;
  }
  const fit = hasValue ? `${name}=${text.slice(end + 1, read?.end)}` : name;
  if (isApart) report('space-in-attribute', at, { text: text.slice(start, read?.end ?? end), fit });
  if (keys.has(name) && !reading.isTorn) report('attribute-twice', at, { key: name });
  keys.add(name);
  reading.entries.push({ key: name, value: read ? markVariables(read.value, VARIABLE_IN_TEXT) : true, at });
  return read?.end ?? end;
}

/**
 * Reads the inside of `{…}`: `#id`, `key`, `key=word`, `key="…"`, and other quotes.
 * @param text content of the braces
 * @param at position of `text`
 */
export function readAttributes(text: string, at: Position, report: Report): Attributes {
  const place = (offset: number): Position => ({ ...at, column: at.column + offset });
  const reading: Reading = { text, report, place, entries: [], keys: new Set(), isTorn: false };
  let i = 0;
  while (i < text.length) i = /\s/.test(text[i] as string) ? i + 1 : (readId(reading, i) ?? readEntry(reading, i));
  const { id, entries, isTorn } = reading;
  return { ...(id !== undefined && { id }), at, entries, ...(isTorn && { isTorn }) };
}
