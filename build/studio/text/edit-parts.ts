import { type AttributeText, attributesIn } from './attributes.ts';
import type { DirectiveText, Range } from './outline.ts';

/** Braces with attributes, and where new ones go. */
export interface Holder {
  /** `{…}`; empty at the place where they would be. */
  readonly braces: Range;
  readonly attributes: readonly AttributeText[];
}

/** An item of a list with all its lines. */
export interface ItemText extends Range, Holder {
  readonly indent: string;
  /** `-` or `1.`. */
  readonly mark: Range;
  /** The sign in `[ ]`; null if it has no box. */
  readonly box: Range | null;
  readonly isTicked: boolean;
  readonly words: Range;
  /** End of its first lines, before feedback and what is below it. */
  readonly headEnd: number;
  /** Lines that begin with `>`. */
  readonly feedback: Range | null;
  readonly children: readonly ItemText[];
  /** Lines below it that no form understands. */
  readonly rest: Range | null;
}

export interface ListText extends Range {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  readonly items: readonly ItemText[];
}

/** A heading of level 2: `## Title | second {…}`. */
export interface HeadingText extends Range, Holder {
  readonly kind: 'heading';
  readonly title: Range;
  /** Null if there is no bar. */
  readonly second: Range | null;
  readonly id: string;
}

export interface TableText extends Range {
  readonly kind: 'table';
  /** The first one is the header; the rule below it is left out. */
  readonly rows: readonly RowText[];
  readonly rule: Range;
}

/** A row of a table. A cell's range is without the spaces around it, all of it if it is empty. */
export interface RowText extends Range {
  readonly cells: readonly Range[];
}

/** A line that is only a picture. */
export interface PictureText extends Range {
  readonly kind: 'picture';
  readonly alt: Range;
  readonly src: Range;
}

export type BlockText =
  | ListText
  | HeadingText
  | TableText
  | PictureText
  | (Range & { readonly kind: 'words' })
  | (Range & { readonly kind: 'directive'; readonly directive: DirectiveText });

/** A heading of level 2 with the blocks below it. */
export interface SectionText extends Range {
  readonly heading: HeadingText;
  readonly blocks: readonly BlockText[];
}

/** A line of a body. */
export interface BodyLine extends Range {
  readonly text: string;
}

/** The start of an item: its indent and its mark. */
export const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/** Splits a range of whole lines. */
export function linesOf(text: string, { from, to }: Range): BodyLine[] {
  if (from >= to) return [];
  let start = from;
  return text
    .slice(from, text[to - 1] === '\n' ? to - 1 : to)
    .split('\n')
    .map((line) => {
      const found = { text: line, from: start, to: start + line.length };
      start = found.to + 1;
      return found;
    });
}

/** Finds `{…}` at the end of a line or lines. @returns the range without it, and the braces */
export function bracesAtEnd(text: string, { from, to }: Range): Holder & { readonly before: Range } {
  const line = text.slice(from, to).trimEnd();
  const [found] = /(?:^|(?<=\s))\{[^{}]*\}$/.exec(line) ?? [];
  const start = from + line.length - (found?.length ?? 0);
  const before = { from, to: from + text.slice(from, start).trimEnd().length };
  if (found === undefined) return { before, braces: { from: before.to, to: before.to }, attributes: [] };
  return { before, braces: { from: start, to: start + found.length }, attributes: attributesIn(found, start) };
}
