import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

export interface Options {
  /** The learner fills it in; else it is there to read. */
  readonly fill: boolean;
  /** Ideas that each branch asks for, and takes. */
  readonly min: number;
  readonly max: number;
  readonly centre?: { readonly text: string };
  readonly branches?: readonly { readonly token: Token; readonly text: string }[];
  /** One: its `maxCharacters` are those of all ideas together. */
  readonly fields?: readonly { readonly token: Token; readonly maxCharacters: number }[];
}

/** The ideas of each branch, in their order. One that begins with a tab stands under the last one without. */
export type Answer = { readonly [branch: Token]: readonly string[] };

/** An idea of the learner. */
export interface Idea {
  text: string;
  /** It stands under the idea before it that doesn't. */
  under: boolean;
}

/** A node of a map, with what hangs on it. */
export interface Tree {
  readonly text: string;
  readonly children: readonly Tree[];
}

function wordsIn(lines: unknown): string[] {
  return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '') : [];
}

/** The ideas of each branch, in the order of the text. Those of a branch that is gone hang on the last one: no word is lost. */
export function ideasOf({ branches = [] }: Options, answer: Answer | null): Idea[][] {
  const given = Object.entries(answer ?? {});
  const isGone = ([token]: readonly [string, unknown]): boolean => !branches.some((branch) => branch.token === token);
  const gone = given.filter(isGone).flatMap(([, lines]) => wordsIn(lines));
  return branches.map(({ token }, index) => {
    const own = wordsIn(given.find(([key]) => key === token)?.[1]);
    const lines = index === branches.length - 1 ? [...own, ...gone] : own;
    return lines.map((line, at) => ({ text: line.trim(), under: at > 0 && line.startsWith('\t') }));
  });
}

/** Ideas as a tree. */
export function treesOf(ideas: readonly Idea[]): Tree[] {
  const trees: { text: string; children: Tree[] }[] = [];
  for (const { text, under } of ideas) (under ? (trees.at(-1)?.children ?? trees) : trees).push({ text, children: [] });
  return trees;
}

/** A tree as the lines of a nested list. */
export function outlineOf({ text, children }: Tree, indent = ''): string {
  return [`${indent}- ${text}`, ...children.map((child) => outlineOf(child, `${indent}  `))].join('\n');
}

/** Ideas of each branch, up to those asked for / ideas asked for. A map to read is done once it was shown. */
export function score(options: Options, answer: Answer | null): Score {
  const { fill, min, branches = [] } = options;
  if (!fill) return { ratio: answer === null ? 0 : 1, parts: {} };
  const given = ideasOf(options, answer).reduce((sum, ideas) => sum + Math.min(min, ideas.length), 0);
  return { ratio: branches.length === 0 ? 0 : given / (min * branches.length), parts: {} };
}

export function slots({ fill }: Options): Slot[] {
  return fill ? [{ type: 'long-fill-in', right: [], text: '' }] : [];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const { fill, centre, branches = [] } = options;
  const ideas = ideasOf(options, answer);
  if (!fill || ideas.every((list) => list.length === 0)) return [];
  const children = branches.map(({ text }, index) => ({ text, children: treesOf(ideas[index] ?? []) }));
  return [{ response: { type: 'long-fill-in', text: outlineOf({ text: centre?.text ?? '', children }) }, result: 'neutral' }];
}

/** Ideas are free text: they are measured by their `maxCharacters`. */
export function largest({ branches = [] }: Options): Answer {
  return Object.fromEntries(branches.map(({ token }) => [token, []]));
}
