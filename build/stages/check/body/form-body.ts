import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Block } from '../../../model/source.ts';

type Heading = Extract<Block, { kind: 'heading' }>;
type Table = Extract<Block, { kind: 'table' }>;

/** A body split at the one block that a form reads. */
interface Around<Shape> {
  /** Without quotations, which are reported elsewhere. */
  readonly before: Block[];
  readonly shape: Shape | undefined;
  readonly rest: Block[];
}

/** Splits a body at its first block of a form's shape; without one, all of it is before. */
export function aroundShape<Shape extends Block>(body: readonly Block[], isShape: (block: Block) => block is Shape): Around<Shape> {
  const shape = body.find(isShape);
  const end = shape ? body.indexOf(shape) : body.length;
  return { before: body.slice(0, end).filter((block) => block.kind !== 'quote'), shape, rest: body.slice(end + 1) };
}

export function isTable(block: Block): block is Table {
  return block.kind === 'table';
}

/** A `##` with the blocks below it. */
export interface Section {
  readonly heading: Heading;
  readonly blocks: Block[];
}

/** Splits a body at its `##`. */
export function sectionsOf(body: readonly Block[]): { before: Block[]; sections: Section[] } {
  const before: Block[] = [];
  const sections: Section[] = [];
  for (const block of body) {
    if (block.kind === 'heading' && block.level === 2) sections.push({ heading: block, blocks: [] });
    else (sections.at(-1)?.blocks ?? before).push(block);
  }
  return { before, sections };
}

/** Position of a table's row, counted from 0: header and rule are the first two lines, each row has one line. */
export function rowAt({ at }: Table, row: number): Position {
  return { ...at, line: at.line + 2 + row };
}
