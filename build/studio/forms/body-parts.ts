import { readBody, sectionsOf } from '../text/edit-body.ts';
import type { BlockText, SectionText } from '../text/edit-parts.ts';
import type { DirectiveText, Range } from '../text/outline.ts';
import type { Editing } from './editing.ts';

/** The body of a directive in parts. */
export interface BodyParts {
  readonly body: Range;
  /** Blocks without the areas `:::after`. */
  readonly blocks: readonly BlockText[];
  readonly afters: readonly DirectiveText[];
}

/** Reads the body of a directive; empty for one without. */
export function partsOf(text: string, directive: DirectiveText): BodyParts {
  const body = directive.body ?? { from: directive.to, to: directive.to };
  const afters = directive.children.filter(({ name }) => name === 'after');
  const isAfter = (block: BlockText): boolean => block.kind === 'directive' && block.directive.name === 'after';
  const blocks = directive.body ? readBody(text, body, directive.children).filter((block) => !isAfter(block)) : [];
  return { body, blocks, afters };
}

/** Lists the sections of the activity in a form. */
export function sectionsIn({ text, directive }: Editing): readonly SectionText[] {
  return sectionsOf(partsOf(text, directive).blocks).sections;
}

/** A run of blocks that one field shows, or one block that a form knows. */
export type Run = { readonly kind: 'text'; readonly range: Range } | { readonly kind: 'block'; readonly block: BlockText };

/** Joins blocks that a form does not know into runs. */
export function runsOf(blocks: readonly BlockText[], isKnown: (block: BlockText) => boolean): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (isKnown(block)) runs.push({ kind: 'block', block });
    else if (last?.kind === 'text') runs[runs.length - 1] = { kind: 'text', range: { from: last.range.from, to: block.to } };
    else runs.push({ kind: 'text', range: { from: block.from, to: block.to } });
  }
  return runs;
}

/** Names the fields of one of several lists: those of the first have no number. */
export function listName(name: string, index: number): string {
  return index === 0 ? name : `${name}${index}`;
}
