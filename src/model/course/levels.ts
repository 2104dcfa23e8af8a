import type { Answer } from './activity.ts';

interface Part {
  readonly token: string;
  readonly text: string;
}

/** Options of a scale, and the answer to it. */
export interface Placed {
  readonly options: unknown;
  readonly answer: Answer;
}

/**
 * Returns the index of a line's answer among some levels; -1 if it has none. Line and level are matched by their text: a scale
 * that repeats another one has its own tokens.
 */
export function rankOf(placed: Placed | undefined, line: string, levels: readonly Pick<Part, 'text'>[]): number {
  const scale = (placed?.options ?? {}) as { readonly items?: readonly Part[]; readonly levels?: readonly Part[] };
  const given = (placed?.answer as { readonly levels?: Readonly<Record<string, unknown>> } | null | undefined)?.levels;
  const item = scale.items?.find(({ text }) => text === line);
  const level = item && scale.levels?.find(({ token }) => token === given?.[item.token]);
  return level ? levels.findIndex(({ text }) => text === level.text) : -1;
}
