import type { Range } from './outline.ts';

/** Tests for white space between blocks; a byte order mark at the start of a file is none. */
function isBlank(character: string | undefined): boolean {
  return character !== undefined && character !== '\ufeff' && /\s/.test(character);
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** A block without blank space around it, and the line breaks before and after it. All are offsets of the text. */
interface Block extends Range {
  /** Start of the line breaks before it. */
  readonly gapFrom: number;
  /** End of the line breaks after it: the start of a line, or the end of the text. */
  readonly gapTo: number;
}

/** Finds a block and the gaps around it. @param range whole lines */
function blockAt(text: string, { from, to }: Range): Block {
  let end = to;
  while (end > from && isBlank(text[end - 1])) end -= 1;
  let gapTo = end;
  for (let at = end; isBlank(text[at]); at += 1) if (isBreak(text[at]) || at === text.length - 1) gapTo = at + 1;
  let gapFrom = from;
  for (let at = from; at > 0 && isBlank(text[at - 1]); at -= 1) if (isBreak(text[at - 1])) gapFrom = at - 1;
  return { from, to: end, gapFrom, gapTo };
}

function breaksIn(gap: string): number {
  return gap.split(/\r\n|\r|\n/).length - 1;
}

/** Chooses which of the gaps around a block stays where it was; the other one goes with it. */
function gapsOf(text: string, { from, to, gapFrom, gapTo }: Block): { readonly stays: string; readonly goes: string } {
  const [before, after] = [text.slice(gapFrom, from), text.slice(to, gapTo)];
  const isFirst = gapFrom === 0 || (gapFrom === 1 && text[0] === '\ufeff');
  if (isFirst) return { stays: before, goes: after };
  // At the end, and where the one before is narrower: two paragraphs must not become one.
  const staysAfter = gapTo === text.length || breaksIn(after) > breaksIn(before);
  return staysAfter ? { stays: after, goes: before } : { stays: before, goes: after };
}

/**
 * Moves whole lines to another place. All characters stay, none is added: a gap of blank lines goes along.
 * @param at start of the line that will come after it, or the end of the text; outside of the range
 */
export function moveBlock(text: string, range: Range, at: number): string {
  const block = blockAt(text, range);
  if (at >= block.gapFrom && at <= block.gapTo) return text;
  const { stays, goes } = gapsOf(text, block);
  const lines = text.slice(block.from, block.to);
  let place = at;
  let moved = lines + goes;
  if (at === text.length) {
    while (place > 0 && isBlank(text[place - 1])) place -= 1;
    moved = goes + lines;
  }
  const [one, other] = [text.slice(0, block.gapFrom) + stays, text.slice(block.gapTo)];
  if (place < block.from) return text.slice(0, place) + moved + text.slice(place, block.gapFrom) + stays + other;
  return one + text.slice(block.gapTo, place) + moved + text.slice(place);
}

/** Removes whole lines, and one of the gaps around them. */
export function removeBlock(text: string, range: Range): string {
  const block = blockAt(text, range);
  return text.slice(0, block.gapFrom) + gapsOf(text, block).stays + text.slice(block.gapTo);
}

/** Inserts lines after a block, with a blank line on each side. @param ends line break of the text */
export function insertAfter(text: string, range: Range, lines: string, ends: string): string {
  const { to } = blockAt(text, range);
  return text.slice(0, to) + ends + ends + lines + (text.slice(to) || ends);
}
