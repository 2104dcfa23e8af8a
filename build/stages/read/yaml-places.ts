import { type Document, isMap, isNode, isScalar } from 'yaml';
import type { Position } from '../../diagnostics/diagnostics.ts';

/** Positions of the values of a YAML text in its file. */
export interface YamlPlaces {
  /** Position of a value. */
  at(...path: readonly PropertyKey[]): Position;
  /** Position of its key. */
  keyAt(...path: readonly PropertyKey[]): Position;
  /** Position of a character of the text. */
  place(offset: number): Position;
}

/** Finds the node of a value, or its nearest parent in the text. */
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

/** Finds the start of each line. The YAML library's counter loses lines if a bracket is not closed. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds the line of an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Makes the positions of a document. @param skip lines of the file before the text */
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
