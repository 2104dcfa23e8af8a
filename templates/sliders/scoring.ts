import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** The value of each line, and the facts, by token; missing ones were not answered. */
export interface Answer {
  readonly values: { readonly [line: Token]: number };
  readonly facts?: { readonly [fact: Token]: string };
  // An answer is plain data.
  readonly [key: string]: { readonly [token: Token]: number | string } | undefined;
}

/** Returns the value of a line, if the slider has it. */
export function valueGiven({ min, max }: Options, answer: Answer | null, line: Token): number | undefined {
  const value = answer?.values?.[line];
  return typeof value === 'number' && value >= min && value <= max ? Math.round(value) : undefined;
}

/** '' if it was deleted: the LMS must get that too. */
export function factOf(answer: Answer | null, fact: Token | undefined): string | undefined {
  const text = fact === undefined ? undefined : answer?.facts?.[fact];
  return typeof text === 'string' ? text : undefined;
}

/** Lines with a value / lines. */
export function score(options: Options, answer: Answer | null): Score {
  const placed = options.items.filter(({ token }) => valueGiven(options, answer, token) !== undefined).length;
  return { ratio: options.items.length === 0 ? 0 : placed / options.items.length, parts: {} };
}

export function slots({ items }: Options): Slot[] {
  return items.flatMap(({ token, text, fact }): Slot[] => {
    const words = text.slice(0, 250);
    const line: Slot = { part: token, type: 'numeric', right: [], text: words };
    return fact === undefined ? [line] : [line, { part: fact, type: 'long-fill-in', right: [], text: words }];
  });
}

export function report(options: Options, answer: Answer): Interaction[] {
  return options.items.flatMap(({ token, fact }): Interaction[] => {
    const value = valueGiven(options, answer, token);
    const text = factOf(answer, fact)?.trim();
    const interactions: Interaction[] =
      value === undefined ? [] : [{ part: token, response: { type: 'numeric', value }, result: 'neutral' }];
    if (fact === undefined || text === undefined) return interactions;
    return [...interactions, { part: fact, response: { type: 'long-fill-in', text }, result: 'neutral' }];
  });
}

export function largest({ items, max }: Options): Answer {
  return { values: Object.fromEntries(items.map(({ token }) => [token, max])) };
}
