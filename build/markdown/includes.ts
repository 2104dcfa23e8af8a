import type { Position } from '../diagnostics.ts';
import type { Block, Directive } from '../source.ts';
import type { Report } from './environment.ts';

/** Deepest nesting of includes; beyond it, it is taken for a loop. */
const DEEPEST = 8;

/** Most files that one text may include, directly or not: a few that include one another often are soon millions. */
const MOST = 1000;

export interface IncludeContext {
  /** Files being read, the outermost first. */
  readonly chain: readonly string[];
  /** Text of a file of the course; null once it was reported. */
  readonly read: (path: string, at: Position) => string | null;
  readonly parse: (path: string, text: string) => Block[];
  readonly report: Report;
  /** How many files were included so far. */
  readonly count: { files: number };
}

function includeFile(directive: Directive, context: IncludeContext): string | null {
  const file = directive.attributes.entries.find((entry) => entry.key === 'file');
  for (const { key, at } of directive.attributes.entries) {
    if (key === 'only') context.report('unread-braces', at, { text: 'only=…' });
    else if (key !== 'file') context.report('unknown-attribute', at, { name: 'include', key, near: 'file' });
  }
  if (typeof file?.value === 'string' && file.value !== '') return file.value.replace(/^\.\//, '');
  context.report('missing-attribute', directive.at, {
    name: 'include',
    key: 'file',
    example: 'file="commun/contact.md"',
    english: 'file="shared/contact.md"',
  });
  return null;
}

function include(directive: Directive, context: IncludeContext): Block[] {
  const path = includeFile(directive, context);
  if (path === null) return [];
  if (context.chain.includes(path) || context.chain.length > DEEPEST) {
    context.report('include-loop', directive.at, { chain: [...context.chain, path].join(' → ') });
    return [];
  }
  context.count.files += 1;
  if (context.count.files === MOST + 1) context.report('include-too-much', directive.at, { limit: MOST });
  if (context.count.files > MOST) return [];
  const text = context.read(path, directive.at);
  return text === null ? [] : expandIncludes(context.parse(path, text), { ...context, chain: [...context.chain, path] });
}

/** Puts the blocks of `::include{file=…}` in its place, at any depth. */
export function expandIncludes(blocks: readonly Block[], context: IncludeContext): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'directive') return [block];
    if (block.directive.name === 'include') return include(block.directive, context);
    return [{ ...block, directive: { ...block.directive, body: expandIncludes(block.directive.body, context) } }];
  });
}
