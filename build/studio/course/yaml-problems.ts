import { isMap } from 'yaml';
import type { Problem } from '../engine/calls.ts';
import { documentOf, endOf, nodeAt, pairOf, startOf, type YamlPath } from './yaml-text.ts';

/** Finds the range of a key with its value, or of an item. */
function rangeAt(text: string, path: YamlPath): readonly [number, number] | null {
  const document = documentOf(text);
  if (!document) return null;
  const parent = nodeAt(document, path.slice(0, -1));
  const found = isMap(parent) ? pairOf(parent, path.at(-1) ?? '') : nodeAt(document, path);
  return found ? [startOf(found), endOf(text, found)] : null;
}

/** Lists the problems that a check found in a key or item of a YAML text. @param problems of this file */
export function problemsAt(text: string, problems: readonly Problem[], path: YamlPath): Problem[] {
  if (problems.length === 0) return [];
  const range = rangeAt(text, path);
  if (!range) return [];
  const lines = text.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  return problems.filter(({ line, column }) => {
    const offset = (starts[line - 1] ?? Number.NEGATIVE_INFINITY) + column - 1;
    return range[0] <= offset && offset <= range[1];
  });
}
