import { allDirectives, type DirectiveText, type Outline, type Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Finds the directive around another one. */
function parentOf(outline: Outline, { from }: Range): DirectiveText | undefined {
  return allDirectives(outline).find(({ children }) => children.some((child) => child.from === from));
}

/** Returns the range in which a directive may move: the body of its parent, or the text without front matter. */
function roomOf(text: string, outline: Outline, directive: Range): Range {
  const body = parentOf(outline, directive)?.body;
  return body ?? { from: outline.front ? outline.front.to + 1 : 0, to: text.length };
}

/** Widens a range of a line to the outermost directive there that lies in a room; else to its paragraph. */
function blockAround(text: string, outline: Outline, line: Range, room: Range): Range {
  const found = allDirectives(outline).find(({ from, to }) => from >= room.from && to <= room.to && from <= line.from && line.to <= to);
  if (found) return found;
  const starts = allDirectives(outline).map(({ from }) => from);
  const ends = new Set(allDirectives(outline).map(({ to }) => to));
  let { from, to } = line;
  while (from > room.from) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (before < room.from || text.slice(before, from - 1).trim() === '' || ends.has(from - 1)) break;
    from = before;
  }
  while (to < room.to) {
    const end = text.indexOf('\n', to + 1) < 0 ? text.length : text.indexOf('\n', to + 1);
    if (end > room.to || text.slice(to + 1, end).trim() === '' || starts.includes(to + 1)) break;
    to = end;
  }
  return { from, to };
}

/** Finds the block before or after a directive in its room. */
function neighbour(text: string, outline: Outline, directive: Range, isUp: boolean): Range | undefined {
  const room = roomOf(text, outline, directive);
  const rest = isUp ? text.slice(room.from, directive.from) : text.slice(directive.to, room.to);
  const gap = isUp ? rest.length - rest.trimEnd().length : rest.length - rest.trimStart().length;
  if (gap === rest.length) return undefined;
  const at = isUp ? directive.from - gap : directive.to + gap;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', isUp ? at : from);
  return blockAround(text, outline, { from, to: end < 0 ? text.length : end }, room);
}

/** Moves a directive before the block above it, or behind the block below. An empty list: there is none. */
export function moved(text: string, outline: Outline, directive: Range, direction: 'up' | 'down'): Replacement[] {
  const other = neighbour(text, outline, directive, direction === 'up');
  if (!other) return [];
  const [first, second] = direction === 'up' ? [other, directive] : [directive, other];
  const gap = text.slice(first.to, second.from);
  return [
    { from: first.from, to: first.from, insert: text.slice(second.from, second.to) + gap },
    { from: first.to, to: second.to, insert: '' },
  ];
}
