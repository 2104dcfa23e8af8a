import type { Html, PartVerdict, Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { scoreOf } from '../../src/model/score.ts';

export interface Cell {
  readonly token: Token;
  readonly text: string;
}

export interface Actor {
  readonly token: Token;
  readonly text: string;
  /** Where it belongs; absent where nothing is right or wrong. */
  readonly cell?: Token;
  readonly feedback?: Html;
}

export interface Options {
  /** The highest first; each from the lowest word of the axis across. */
  readonly rows: readonly { readonly cells: readonly Cell[] }[];
  readonly items: readonly Actor[];
}

/** The cell that each actor was put into; those without one are left out. */
export type Answer = { readonly [actor: Token]: Token };

export function cellsOf({ rows }: Options): Cell[] {
  return rows.flatMap(({ cells }) => cells);
}

/** The cell given to an actor, where it still exists. */
export function cellOf(options: Options, answer: Answer | null, actor: Token): Token | undefined {
  const given: unknown = answer?.[actor];
  return cellsOf(options).find(({ token }) => token === given)?.token;
}

function hasModel({ items }: Options): boolean {
  return items.some(({ cell }) => cell !== undefined);
}

/** Actors in their cell / actors; without a model, actors that were placed / actors. */
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
  return items.flatMap((item) => {
    const cell = of(item);
    return cell === undefined ? [] : [[item.token, cell] as [Token, Token]];
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
