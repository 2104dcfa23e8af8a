import type { PartVerdict, Score, Token } from '../../src/model/course/activity.ts';
import { scoreOf } from '../../src/model/judging/score.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

type Cell = Options['rows'][number]['cells'][number];

export type Actor = Options['items'][number];

/** The cell of each actor; actors without one are left out. */
export type Answer = { readonly [actor: Token]: Token };

export function cellsOf({ rows }: Options): Cell[] {
  return rows.flatMap(({ cells }) => cells);
}

/** Returns the cell of an actor, if it still exists. */
export function cellOf(options: Options, answer: Answer | null, actor: Token): Token | undefined {
  const given: unknown = answer?.[actor];
  return cellsOf(options).find(({ token }) => token === given)?.token;
}

function hasModel({ items }: Options): boolean {
  return items.some(({ cell }) => cell !== undefined);
}

/** Actors in their right cell / actors; without a model, placed actors / actors. */
export function score(options: Options, answer: Answer | null): Score {
  const { items } = options;
  if (!hasModel(options)) {
    const placed = items.filter(({ token }) => cellOf(options, answer, token) !== undefined);
    return { ratio: items.length === 0 ? 0 : placed.length / items.length, parts: {} };
  }
  const verdict = ({ token, cell }: Actor): PartVerdict => {
    const given = cellOf(options, answer, token);
    return given === undefined ? 'missed' : given === cell ? 'right' : 'wrong';
  };
  return scoreOf(Object.fromEntries(items.map((item) => [item.token, verdict(item)])));
}

function pairsOf({ items }: Options, of: (actor: Actor) => Token | undefined): [Token, Token][] {
  return items.flatMap((item): [Token, Token][] => {
    const cell = of(item);
    return cell === undefined ? [] : [[item.token, cell]];
  });
}

export function slots(options: Options): Slot[] {
  const pairs = pairsOf(options, ({ cell }) => cell);
  return [{ type: 'matching', right: pairs.length > 0 ? [{ type: 'matching', pairs }] : [], text: '' }];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const pairs = pairsOf(options, ({ token }) => cellOf(options, answer, token));
  if (pairs.length === 0) return [];
  const judged = score(options, answer).ratio === 1 ? 'correct' : 'incorrect';
  return [{ response: { type: 'matching', pairs }, result: hasModel(options) ? judged : 'neutral' }];
}

export function largest(options: Options): Answer {
  const cells = cellsOf(options);
  return Object.fromEntries(options.items.map(({ token }, index) => [token, cells[(index * 3 + 1) % cells.length]?.token ?? token]));
}

/** The model. */
export function solve(options: Options): Answer {
  return Object.fromEntries(pairsOf(options, ({ cell }) => cell));
}
