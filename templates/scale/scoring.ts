import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** Level of each line, and the comment. Members without an answer are missing. */
export interface Answer {
  readonly levels: { readonly [line: Token]: Token };
  readonly comment?: string;
  // `Scoring` requires an index signature: an answer is plain data.
  readonly [key: string]: { readonly [line: Token]: Token } | string | undefined;
}

/** Returns the level of a line, if it still exists. */
export function levelOf({ levels }: Options, answer: Answer | null, line: Token): Token | undefined {
  const given = answer?.levels?.[line];
  return levels.find(({ token }) => token === given)?.token;
}

/** Returns the trimmed comment. A deleted comment is '', which must also be sent. */
function commentOf(answer: Answer): string | undefined {
  return typeof answer.comment === 'string' ? answer.comment.trim() : undefined;
}

/** Returns the share of lines that have a level. */
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
