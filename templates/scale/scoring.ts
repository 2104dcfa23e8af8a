import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

export interface Line {
  readonly token: Token;
  readonly text: string;
}

export interface Options {
  /** From the lowest. */
  readonly levels: readonly { readonly token: Token; readonly text: string }[];
  readonly items: readonly Line[];
  /** Id of the scale that is asked again. */
  readonly again?: string;
  /** A free comment, where there is one. */
  readonly fields?: readonly { readonly token: Token; readonly maxCharacters: number }[];
}

/** The level of each line, and the comment; what is left out was not answered. */
export interface Answer {
  readonly levels: { readonly [line: Token]: Token };
  readonly comment?: string;
  // An answer is plain data.
  readonly [key: string]: { readonly [line: Token]: Token } | string | undefined;
}

/** The level given to a line, where it still exists. */
export function levelOf({ levels }: Options, answer: Answer | null, line: Token): Token | undefined {
  const given = answer?.levels?.[line];
  return levels.find(({ token }) => token === given)?.token;
}

/** '' where it was taken back: the LMS must hear of that too. */
function commentOf(answer: Answer): string | undefined {
  return typeof answer.comment === 'string' ? answer.comment.trim() : undefined;
}

/** Lines that have a level / lines. */
export function score(options: Options, answer: Answer | null): Score {
  const placed = options.items.filter(({ token }) => levelOf(options, answer, token) !== undefined).length;
  return { ratio: options.items.length === 0 ? 0 : placed / options.items.length, parts: {} };
}

export function slots({ items, fields = [] }: Options): Slot[] {
  const lines = items.map(({ token, text }): Slot => ({ part: token, type: 'likert', right: [], text: text.slice(0, 250) }));
  return [...lines, ...fields.map(({ token }): Slot => ({ part: token, type: 'long-fill-in', right: [], text: '' }))];
}

export function report(options: Options, answer: Answer): Interaction[] {
  const lines = options.items.flatMap(({ token }): Interaction[] => {
    const level = levelOf(options, answer, token);
    return level === undefined ? [] : [{ part: token, response: { type: 'likert', token: level }, result: 'neutral' }];
  });
  const text = commentOf(answer);
  const [field] = options.fields ?? [];
  if (!field || text === undefined) return lines;
  return [...lines, { part: field.token, response: { type: 'long-fill-in', text }, result: 'neutral' }];
}

export function largest({ items, levels }: Options): Answer {
  return { levels: Object.fromEntries(items.map(({ token }, index) => [token, levels[(index * 5 + 2) % levels.length]?.token ?? token])) };
}
