import type { Position } from '../../../diagnostics/diagnostics.ts';
import type { Block, Directive } from '../../../model/source.ts';
import type { Report } from './environment.ts';

/** Deepest nesting of includes; beyond it, it counts as a loop. */
const DEEPEST = 8;

/** Largest number of includes in one text, directly or not: a few files that include each other repeatedly become millions. */
const MOST = 1000;

/** A file that takes the place of another for some cohorts. */
export interface Replacement {
  readonly file: string;
  readonly cohorts: readonly string[];
  /** Position that names it. */
  readonly at: Position;
}

export interface IncludeContext {
  /** Files being read, the outermost first. */
  readonly chain: readonly string[];
  /** Text of a file of the course; null if an error was reported. */
  readonly read: (path: string, at: Position) => string | null;
  readonly parse: (path: string, text: string) => Block[];
  readonly report: Report;
  /** Names of all cohorts, '' for the version without one. */
  readonly cohorts: readonly string[];
  /** Lists the files that take the place of one. */
  readonly replacements: (path: string) => readonly Replacement[];
  /** The text is in an activity or block. */
  readonly isInside?: true;
  /** Paths of the files included so far. */
  readonly included: Set<string>;
  /** Number of files included so far. */
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

/** Reads the blocks of a file. @param at position that names it */
function blocksOf(path: string, at: Position, context: IncludeContext): Block[] {
  if (context.chain.includes(path) || context.chain.length > DEEPEST) {
    context.report('include-loop', at, { chain: [...context.chain, path].join(' → ') });
    return [];
  }
  context.count.files += 1;
  if (context.count.files === MOST + 1) context.report('include-too-much', at, { limit: MOST });
  if (context.count.files > MOST) return [];
  const text = context.read(path, at);
  return text === null ? [] : expandIncludes(context.parse(path, text), { ...context, chain: [...context.chain, path] });
}

/** Keeps blocks for some cohorts. */
function shownTo(blocks: readonly Block[], cohorts: readonly string[]): Block[] {
  return blocks.map((block) => ({ ...block, cohorts: block.cohorts ? block.cohorts.filter((name) => cohorts.includes(name)) : cohorts }));
}

function include(directive: Directive, context: IncludeContext): Block[] {
  const path = includeFile(directive, context);
  if (path === null) return [];
  context.included.add(path);
  const usual = blocksOf(path, directive.at, context);
  const others = context.replacements(path);
  if (others.length === 0) return usual;
  if (context.isInside) {
    context.report('replaced-inside', directive.at, { file: path });
    return usual;
  }
  const replaced = new Set(others.flatMap(({ cohorts }) => cohorts));
  const within = { ...context, chain: [...context.chain, path] };
  return [
    ...shownTo(
      usual,
      context.cohorts.filter((name) => !replaced.has(name)),
    ),
    ...others.flatMap(({ file, cohorts, at }) => shownTo(blocksOf(file, at, within), cohorts)),
  ];
}

/** Replaces `::include{file=…}` by the blocks of its file, at any depth, and of those that take its place for cohorts. */
export function expandIncludes(blocks: readonly Block[], context: IncludeContext): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'directive') return [block];
    if (block.directive.name === 'include') return include(block.directive, context);
    return [{ ...block, directive: { ...block.directive, body: expandIncludes(block.directive.body, { ...context, isInside: true }) } }];
  });
}
