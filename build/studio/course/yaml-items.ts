import { isMap, type YAMLSeq } from 'yaml';
import {
  type Change,
  type Collection,
  colonOf,
  type documentOf,
  endOf,
  hyphenOf,
  lineBreakOf,
  lineEnd,
  lineStart,
  nodeAt,
  pairOf,
  startOf,
  textOf,
  type YamlPath,
} from './yaml-text.ts';

type Doc = NonNullable<ReturnType<typeof documentOf>>;

/** Range of an item with its own comment lines above it and the rest of its last line. */
interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Finds where an item of a list in lines begins, with comments above it. */
function chunkStart(text: string, hyphen: number): number {
  let from = hyphen;
  for (let line = lineStart(text, hyphen); line > 0; ) {
    if (text.slice(line, from).trim() !== '') break;
    const above = lineStart(text, line - 1);
    const [comment] = /^[ \t]+#/.exec(text.slice(above, line)) ?? [];
    if (comment === undefined) break;
    from = above + comment.length - 1;
    line = above;
  }
  return from;
}

/** Finds the text of each item. */
export function chunksOf(text: string, list: YAMLSeq): Chunk[] {
  return list.items.map((item, index) => {
    if (list.flow) return { from: startOf(item), to: endOf(text, item) };
    const hyphen = hyphenOf(list, index) ?? startOf(item);
    return { from: chunkStart(text, hyphen), to: lineEnd(text, Math.max(hyphen + 1, endOf(text, item))) };
  });
}

/** Finds how to remove an item or pair between braces or brackets, with its comma. */
export function withoutFlowItem(text: string, collection: Collection, index: number): Change {
  const { items } = collection;
  const [from, to] = [startOf(items[index]), endOf(text, items[index])];
  const [before, after] = [items[index - 1], items[index + 1]];
  if (items.length === 1) {
    const [open = 0, close = 0] = collection.range ?? [];
    return { from: open + 1, to: close - 1, insert: '' };
  }
  const gap = before === undefined ? text.slice(to, startOf(after)) : text.slice(endOf(text, before), from);
  if (!gap.includes('\n'))
    return before === undefined ? { from, to: startOf(after), insert: '' } : { from: endOf(text, before), to, insert: '' };
  const [comma = ''] = /^[ \t]*,/.exec(text.slice(to)) ?? [];
  return { from, to: to + comma.length, insert: '' };
}

/** Finds how to add an item to an empty list. */
function firstItem(text: string, document: Doc, list: YAMLSeq, path: YamlPath, value: unknown): Change {
  const [from = 0, to = 0] = list.range ?? [];
  const parent = nodeAt(document, path.slice(0, -1));
  const isBlock = isMap(parent) && !parent.flow && typeof value === 'object' && value !== null;
  const pair = isBlock ? pairOf(parent, path.at(-1) ?? '') : undefined;
  if (!isBlock || !pair || text.slice(to, lineEnd(text, to)).trim() !== '') return { from, to, insert: textOf([value], true) };
  const indent = ' '.repeat(startOf(pair) - lineStart(text, startOf(pair)) + 2);
  return { from: colonOf(pair) ?? from, to, insert: `${lineBreakOf(text)}${indent}- ${textOf(value, false)}` };
}

/** Finds how to add an item before the one at `index`, or at the end. */
export function withItem(text: string, document: Doc, path: YamlPath, list: YAMLSeq, value: unknown, index: number): Change {
  const chunks = chunksOf(text, list);
  const [last, before] = [chunks.at(-1), chunks[index]];
  if (!last) return firstItem(text, document, list, path, value);
  if (list.flow) {
    const item = textOf(value, true);
    return before ? { from: before.from, to: before.from, insert: `${item}, ` } : { from: last.to, to: last.to, insert: `, ${item}` };
  }
  const hyphen = hyphenOf(list, 0) ?? 0;
  const indent = lineBreakOf(text) + ' '.repeat(hyphen - lineStart(text, hyphen));
  const item = `- ${textOf(value, false)}`;
  return before ? { from: before.from, to: before.from, insert: item + indent } : { from: last.to, to: last.to, insert: indent + item };
}

/** Finds how to remove an item. Removing the only one leaves `[]`. */
export function withoutItem(text: string, document: Doc, path: YamlPath, list: YAMLSeq, index: number): readonly Change[] {
  if (list.flow) return [withoutFlowItem(text, list, index)];
  const chunks = chunksOf(text, list);
  const chunk = chunks[index];
  if (!chunk) return [];
  const start = lineStart(text, chunk.from);
  if (chunks.length === 1) {
    const parent = nodeAt(document, path.slice(0, -1));
    const colon = isMap(parent) ? colonOf(pairOf(parent, path.at(-1) ?? '') ?? parent.items[0] ?? ({} as never)) : undefined;
    if (colon === undefined) return [{ ...chunk, insert: '[]' }];
    return [
      { from: colon, to: colon, insert: ' []' },
      { from: lineEnd(text, start - 1), to: chunk.to, insert: '' },
    ];
  }
  const next = chunks[index + 1];
  if (text.slice(start, chunk.from).trim() !== '') return [{ from: chunk.from, to: next?.from ?? chunk.to, insert: '' }];
  return [
    {
      from: next ? start : lineEnd(text, start - 1),
      to: next ? afterBreak(text, chunk.to) : chunk.to,
      insert: '',
    },
  ];
}

/** Returns the offset after the line break at an offset. */
export function afterBreak(text: string, offset: number): number {
  const [found = ''] = /^\r?\n/.exec(text.slice(offset, offset + 2)) ?? [];
  return offset + found.length;
}

/** Finds how to move an item. The texts of items change positions, and what is between them stays. */
export function withMoved(text: string, list: YAMLSeq, from: number, to: number): readonly Change[] {
  const chunks = chunksOf(text, list);
  const order = chunks.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  return chunks.flatMap((chunk, index) => {
    const source = chunks[order[index] ?? index];
    return !source || source === chunk ? [] : [{ ...chunk, insert: text.slice(source.from, source.to) }];
  });
}
