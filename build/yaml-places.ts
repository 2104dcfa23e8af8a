import { type Document, isMap, isNode, isScalar } from 'yaml';
import type { Position } from './diagnostics.ts';

/** Where what a YAML text says stands in its file. */
export interface YamlPlaces {
  /** Where a value stands. */
  at(...path: readonly PropertyKey[]): Position;
  /** Where its key stands. */
  keyAt(...path: readonly PropertyKey[]): Position;
  /** Where a sign of the text stands. */
  place(offset: number): Position;
}

/** Node of a value, or of the nearest around it that the text has. */
function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length) as (string | number)[], true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function keyNode(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1) as (string | number)[], true) : document.contents;
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return pair?.key ?? nodeAt(document, path);
}

/** Where each line begins. The counter of the YAML reader loses lines where a bracket is not closed. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that begins at or before a sign. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param skip lines of the file before the text */
export function placesIn(document: Document, text: string, file: string, skip: number): YamlPlaces {
  let starts: readonly number[] | undefined;
  const place = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lineAt(starts, Math.min(offset, text.length));
    return { file, line: line + 1 + skip, column: Math.min(offset, text.length) - (starts[line] ?? 0) + 1 };
  };
  const placeOf = (node: unknown): Position => (isNode(node) && node.range ? place(node.range[0]) : { file, line: 1 + skip, column: 1 });
  return { at: (...path) => placeOf(nodeAt(document, path)), keyAt: (...path) => placeOf(keyNode(document, path)), place };
}
