import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { restoreTitles, withPlainTitles } from '../../stages/read/yaml-titles.ts';

/** Keys and positions in lists that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A replacement in a text. Offsets refer to the text before. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

type Parsed = Document.Parsed;

/** A list or a map with the positions of its parts. */
export type Collection = YAMLMap | YAMLSeq;

/** Parses a text as the build does; null if it has an error. */
export function documentOf(text: string): Parsed | null {
  const document = parseDocument(withPlainTitles(text), { keepSourceTokens: true, logLevel: 'error' });
  if (document.errors.length > 0) return null;
  restoreTitles(document);
  return document;
}

/** Returns the value of a text; undefined if it has an error. An empty text has the value {}. */
export function yamlValue(text: string): unknown {
  const document = documentOf(text);
  return document ? (document.toJS() ?? {}) : undefined;
}

export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Returns the end of a line without its break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return text[end - 1] === '\r' ? end - 1 : end;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Returns the offset of the first and after the last character of a node; undefined if nothing is written. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}

export function startOf(item: unknown): number {
  return rangeOf(isPair(item) ? item.key : item)?.[0] ?? 0;
}

/** Returns the end of what is written for a node or pair, without comments and breaks after it. */
export function endOf(text: string, item: unknown): number {
  if (isPair(item)) return Math.max(endOf(text, item.key), item.value === null ? 0 : endOf(text, item.value));
  if (isCollection(item) && !item.flow && item.items.length > 0) return endOf(text, item.items.at(-1));
  let end = rangeOf(item)?.[1] ?? 0;
  while (/[\r\n]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Finds the pair of a key. */
export function pairOf(map: YAMLMap, key: string | number): YAMLMap['items'][number] | undefined {
  return map.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key));
}

/** Finds what stands at a path; undefined if there is nothing, null for a pair without a value. */
export function nodeAt(document: Parsed, path: YamlPath): unknown {
  return path.reduce<unknown>((node, step) => {
    if (isMap(node)) return pairOf(node, step)?.value;
    return isSeq(node) ? node.items[Number(step)] : undefined;
  }, document.contents);
}

/** Tests whether a path leads into braces or brackets. */
export function isInFlow(document: Parsed, path: YamlPath): boolean {
  return path.some((_, length) => {
    const node = nodeAt(document, path.slice(0, length));
    return isCollection(node) && node.flow === true;
  });
}

/** Formats one value. @param old what it replaces: its quotes are kept */
function scalarText(value: unknown, isFlow: boolean, old: unknown): string {
  if (typeof value === 'string' && /[\r\n]/.test(value)) return JSON.stringify(value);
  const scalar = new Scalar(value);
  const type = isScalar(old) ? old.type : undefined;
  if (typeof value === 'string' && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) scalar.type = type;
  const text = stringify(scalar, { lineWidth: 0 }).trimEnd();
  // In braces these characters would end the value.
  return isFlow && typeof value === 'string' && !/^["']/.test(text) && /[,[\]{}]/.test(text) ? JSON.stringify(value) : text;
}

/** Formats a value on one line. */
export function textOf(value: unknown, isFlow: boolean, old?: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, true)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalarText(value, isFlow, old);
  const members = Object.entries(value).map(([key, member]) => `${scalarText(key, true, undefined)}: ${textOf(member, true)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Formats a key with its value; a list of maps gets a line for each item. @param inLines any list does */
export function pairText(key: string, value: unknown, indent: string, lineBreak: string, inLines = false): string {
  const name = scalarText(key, false, undefined);
  const hasMaps = Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
  if (!Array.isArray(value) || !(inLines || hasMaps)) return `${name}: ${textOf(value, false)}`;
  return [`${name}:`, ...value.map((item) => `${indent}  - ${textOf(item, false)}`)].join(lineBreak);
}

/** Finds the offset after the colon of a pair; undefined for a key alone in braces. */
export function colonOf(pair: YAMLMap['items'][number]): number | undefined {
  const { sep } = (pair as { srcToken?: { sep?: readonly { type: string; offset: number }[] } }).srcToken ?? {};
  const marker = sep?.find(({ type }) => type === 'map-value-ind');
  return marker && marker.offset + 1;
}

/** Finds the offset of the hyphen of an item. */
export function hyphenOf(list: YAMLSeq, index: number): number | undefined {
  const { items } = (list.srcToken ?? {}) as { items?: readonly { start: readonly { type: string; offset: number }[] }[] };
  return items?.[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
}
