import type { Answer } from './activity.ts';

interface Part {
  readonly token: string;
  readonly text: string;
}

/** A scale and what was answered to it. */
export interface Placed {
  readonly options: unknown;
  readonly answer: Answer;
}

/**
 * The place of a line among some levels, from 0; -1 where it has none. Line and level are found by their words: a scale that asks
 * another one again has tokens of its own.
 */
export function rankOf(placed: Placed | undefined, line: string, levels: readonly Pick<Part, 'text'>[]): number {
  const scale = (placed?.options ?? {}) as { readonly items?: readonly Part[]; readonly levels?: readonly Part[] };
  const given = (placed?.answer as { readonly levels?: Readonly<Record<string, unknown>> } | null | undefined)?.levels;
  const item = scale.items?.find(({ text }) => text === line);
  const level = item && scale.levels?.find(({ token }) => token === given?.[item.token]);
  return level ? levels.findIndex(({ text }) => text === level.text) : -1;
}
