import { isCollection, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { afterBreak, withItem, withMoved, withoutFlowItem, withoutItem } from './yaml-items.ts';
import { plainAt, pruned, withAdded, withMovedValue, withRemoved, withSet } from './yaml-plain.ts';
import {
  type Change,
  colonOf,
  documentOf,
  endOf,
  isInFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
  nodeAt,
  pairOf,
  pairText,
  startOf,
  textOf,
  type YamlPath,
  yamlValue,
} from './yaml-text.ts';

// Each edit replaces the smallest range of a YAML text: comments, order, quotes, style and line breaks of the rest stay as they are.
// It returns null if the text has an error, or if the result would not have exactly the value that was asked for.

type Doc = NonNullable<ReturnType<typeof documentOf>>;

/** Applies changes to a text. @param changes in ascending order, without overlap */
function applied(text: string, changes: readonly Change[]): string {
  return [...changes].reverse().reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text);
}

/** Applies changes and checks the value of the result. */
function checked(text: string, changes: readonly Change[], expected: unknown): string | null {
  const result = applied(text, changes);
  return JSON.stringify(yamlValue(result)) === JSON.stringify(expected) ? result : null;
}

/** Finds how to add a pair to a map. */
function withPair(text: string, map: YAMLMap, key: string, value: unknown, isFlow: boolean): Change {
  const last = map.items.at(-1);
  const [open = 0, close = 0] = map.range ?? [];
  if (map.flow || isFlow) {
    const member = `${textOf(key, true)}: ${textOf(value, true)}`;
    if (last) return { from: endOf(text, last), to: endOf(text, last), insert: `, ${member}` };
    return { from: open + 1, to: close - 1, insert: ` ${member} ` };
  }
  const first = startOf(map.items[0]);
  const indent = ' '.repeat(first - Math.max(lineStart(text, first), text.startsWith('\ufeff') ? 1 : 0, 0));
  const end = lineEnd(text, endOf(text, last));
  const lineBreak = lineBreakOf(text);
  return { from: end, to: end, insert: lineBreak + indent + pairText(key, value, indent, lineBreak) };
}

/** Finds how to replace the value of a pair. */
function withPairValue(text: string, pair: YAMLMap['items'][number], value: unknown, isFlow: boolean): Change {
  const old = pair.value;
  const written = isScalar(old) || isMap(old) || isSeq(old) ? [startOf(old), endOf(text, old)] : [0, 0];
  const [start = 0, to = 0] = written;
  const colon = colonOf(pair);
  // A list with one item a line is replaced with its lines, unless a comment is above them.
  const isBelow = isCollection(old) && !old.flow && colon !== undefined && text.slice(colon, start).trim() === '';
  if (isBelow) return { from: colon, to, insert: ` ${textOf(value, isFlow)}` };
  if (to > start) return { from: start, to, insert: textOf(value, isFlow, old) };
  const at = colon ?? endOf(text, pair.key);
  return { from: at, to: at, insert: `${colon === undefined ? ':' : ''} ${textOf(value, isFlow)}` };
}

function setChange(text: string, document: Doc, path: YamlPath, value: unknown): Change {
  const key = path.at(-1) ?? '';
  const above = path.slice(0, -1);
  const parent = nodeAt(document, above);
  const isFlow = isInFlow(document, path);
  if (isMap(parent)) {
    const pair = pairOf(parent, key);
    return pair ? withPairValue(text, pair, value, isFlow) : withPair(text, parent, String(key), value, isFlow);
  }
  if (isSeq(parent)) {
    const old = parent.items[Number(key)];
    return { from: startOf(old), to: endOf(text, old), insert: textOf(value, isFlow, old) };
  }
  if (above.length > 0) return setChange(text, document, above, { [key]: value });
  const lineBreak = lineBreakOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return { from: text.length, to: text.length, insert: `${gap}${pairText(String(key), value, '', lineBreak)}${lineBreak}` };
}

/** Sets a value, and creates missing maps on its path. */
export function setValue(text: string, path: YamlPath, value: unknown): string | null {
  const document = documentOf(text);
  if (!document) return null;
  const plain = yamlValue(text);
  return checked(text, [setChange(text, document, path, value)], withSet(plain, path, value));
}

function removeChange(text: string, map: YAMLMap, index: number): Change {
  if (map.flow) return withoutFlowItem(text, map, index);
  const pair = map.items[index];
  const next = map.items[index + 1];
  const from = startOf(pair);
  const start = lineStart(text, from);
  // The first key of an item of a list has a hyphen before it.
  if (text.slice(start, from).trim() !== '' && next) return { from, to: startOf(next), insert: '' };
  const end = lineEnd(text, endOf(text, pair));
  const isLast = afterBreak(text, end) === end && start > 0;
  return isLast ? { from: lineEnd(text, start - 1), to: end, insert: '' } : { from: start, to: afterBreak(text, end), insert: '' };
}

/** Removes a key, and a map that would become empty. A missing key is no error. */
export function removeValue(text: string, path: YamlPath): string | null {
  const document = documentOf(text);
  if (!document) return null;
  const plain = yamlValue(text);
  const gone = pruned(plain, path);
  const parent = nodeAt(document, gone.slice(0, -1));
  const pair = isMap(parent) ? pairOf(parent, gone.at(-1) ?? '') : undefined;
  // A key that is there, and isn't written here, comes from an alias.
  if (!isMap(parent) || !pair) return plainAt(plain, path) === undefined ? text : null;
  return checked(text, [removeChange(text, parent, parent.items.indexOf(pair))], withRemoved(plain, gone));
}

/** Adds an item to a list, and creates a missing list. @param index position; by default the end */
export function addItem(text: string, path: YamlPath, value: unknown, index = Number.POSITIVE_INFINITY): string | null {
  const document = documentOf(text);
  if (!document) return null;
  const list = nodeAt(document, path);
  if (!isSeq(list)) return setValue(text, path, [value]);
  return checked(text, [withItem(text, document, path, list, value, index)], withAdded(yamlValue(text), path, value, index));
}

/** Removes an item of a list. */
export function removeItem(text: string, path: YamlPath, index: number): string | null {
  const document = documentOf(text);
  const list = document && nodeAt(document, path);
  if (!document || !isSeq(list)) return null;
  return checked(text, withoutItem(text, document, path, list, index), withRemoved(yamlValue(text), [...path, index]));
}

/** Moves an item of a list to another position. */
export function moveItem(text: string, path: YamlPath, from: number, to: number): string | null {
  const document = documentOf(text);
  const list = document && nodeAt(document, path);
  if (!isSeq(list)) return null;
  return checked(text, withMoved(text, list, from, to), withMovedValue(yamlValue(text), path, from, to));
}
