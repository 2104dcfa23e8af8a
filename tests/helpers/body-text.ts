import { readBody, sectionsOf } from '../../build/studio/text/edit-body.ts';
import type { BlockText, ItemText, ListText, SectionText, TableText } from '../../build/studio/text/edit-parts.ts';
import { outlineOf, type Range } from '../../build/studio/text/outline.ts';
import { type Replacement, replaceIn } from '../../build/studio/text/raw-text.ts';

/** Applies changes in any order. */
export function applied(text: string, changes: readonly Replacement[]): string {
  return replaceIn(
    text,
    [...changes].sort((one, other) => one.from - other.from),
  );
}

/** Returns the words of a range; null for none. */
export function wordsOf(text: string, range: Range | null | undefined): string | null {
  return range ? text.slice(range.from, range.to) : null;
}

/** Reads a whole text as a body. */
export function blocksIn(text: string): BlockText[] {
  return readBody(text, { from: 0, to: text.length }, outlineOf(text).directives);
}

/** Finds the first block of a kind. */
function blockIn<Kind extends BlockText['kind']>(text: string, kind: Kind): Extract<BlockText, { kind: Kind }> {
  const found = blocksIn(text).find((block) => block.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found as Extract<BlockText, { kind: Kind }>;
}

export function listIn(text: string): ListText {
  return blockIn(text, 'list');
}

export function tableIn(text: string): TableText {
  return blockIn(text, 'table');
}

export function itemIn(text: string, index: number): ItemText {
  const item = listIn(text).items[index];
  if (!item) throw new Error(`no item ${index}`);
  return item;
}

export function sectionsIn(text: string): readonly SectionText[] {
  return sectionsOf(blocksIn(text)).sections;
}
