import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

export type Placed = Options['items'][number];

/** Groups of each item. Items without a group are missing. */
export type Answer = { readonly [item: Token]: readonly Token[] };

/** Lists the chosen groups of an item that still exist, in the order of the text. */
function given({ groups }: Options, answer: Answer | null, { token }: Placed): Token[] {
  const chosen: unknown = answer?.[token];
  return Array.isArray(chosen) ? groups.map((group) => group.token).filter((group) => chosen.includes(group)) : [];
}

/** Returns the share of right items. An item of two groups must be in both; an item without a group is missed. */
export function score(options: Options, answer: Answer | null): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const item of options.items) {
    const chosen = given(options, answer, item);
    const right = chosen.length === item.groups.length && chosen.every((group) => item.groups.includes(group));
    parts[item.token] = chosen.length === 0 ? 'missed' : right ? 'right' : 'wrong';
  }
  return scoreOf(parts);
}

function pairsOf(options: Options, groupsOf: (item: Placed) => readonly Token[]): [Token, Token][] {
  return options.items.flatMap((item) => groupsOf(item).map((group): [Token, Token] => [item.token, group]));
}

export function slots(options: Options): Slot[] {
  return [{ type: 'matching', right: [{ type: 'matching', pairs: pairsOf(options, (item) => item.groups) }], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const pairs = pairsOf(options, (item) => given(options, answer, item));
  if (pairs.length === 0) return [];
  return [{ response: { type: 'matching', pairs }, result: score(options, answer).ratio === 1 ? 'correct' : 'incorrect' }];
}

export function largest({ groups, items, multiple }: Options): Answer {
  const all = groups.map((group) => group.token);
  return Object.fromEntries(items.map(({ token }, index) => [token, multiple ? all : all.slice(index % all.length).slice(0, 1)]));
}

/** Returns the answer key. */
export function solve({ items }: Options): Answer {
  return Object.fromEntries(items.map(({ token, groups }) => [token, groups]));
}
