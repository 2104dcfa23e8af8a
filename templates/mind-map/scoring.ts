import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The ideas of each branch, in order. One that begins with a tab is below the last one without. */
export type Answer = { readonly [branch: Token]: readonly string[] };

/** An idea of the learner. */
export interface Idea {
  text: string;
  /** True if it is below the last idea for which this is false. */
  under: boolean;
}

/** A node of a map, with its children. */
export interface Tree {
  readonly text: string;
  readonly children: readonly Tree[];
}

function wordsIn(lines: unknown): string[] {
  return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string' && line.trim() !== '') : [];
}

/** Lists the ideas of each branch, in the order of the text. Ideas of a removed branch move to the last one, so none is lost. */
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

/** Converts ideas to trees. */
export function treesOf(ideas: readonly Idea[]): Tree[] {
  const trees: { text: string; children: Tree[] }[] = [];
  for (const { text, under } of ideas) (under ? (trees.at(-1)?.children ?? trees) : trees).push({ text, children: [] });
  return trees;
}

/** Formats a tree as a nested list. */
export function outlineOf({ text, children }: Tree, indent = ''): string {
  return [`${indent}- ${text}`, ...children.map((child) => outlineOf(child, `${indent}  `))].join('\n');
}

/** Ideas of each branch, at most the number asked for / ideas asked for. A read-only map is done once it was shown. */
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

/** Empty, because ideas are free text, measured by `maxCharacters`. */
export function largest({ branches = [] }: Options): Answer {
  return Object.fromEntries(branches.map(({ token }) => [token, []]));
}
