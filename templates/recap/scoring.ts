import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

/** Names of a scale and of the one that asks it again. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

/** Where a level gained on a line is proved. */
export interface Proof {
  readonly token: Token;
  /** Index of its pair. */
  readonly pair: number;
  /** The line. */
  readonly text: string;
  readonly maxCharacters: number;
}

export interface Options {
  readonly pairs?: readonly Pair[];
  readonly fields?: readonly Proof[];
}

/** The proofs that were written; none where it was only seen. */
export interface Answer {
  readonly [field: Token]: string;
}

/** The proof of a field, '' where there is none. */
export function proofIn(answer: Answer | null, { token }: Pick<Proof, 'token'>): string {
  const text = answer?.[token];
  return typeof text === 'string' ? text : '';
}

/** Done once it was seen. */
export function score(_options: Options, answer: Answer | null): Score {
  return { ratio: answer === null ? 0 : 1, parts: {} };
}

export function slots({ fields = [] }: Options): Slot[] {
  return fields.map(({ token, text }): Slot => ({ part: token, type: 'long-fill-in', right: [], text: text.slice(0, 250) }));
}

/** One for each proof that was ever begun: one that was taken away is not left standing. */
export function report({ fields = [] }: Options, answer: Answer): Interaction[] {
  return fields.flatMap((field): Interaction[] =>
    typeof answer[field.token] === 'string'
      ? [{ part: field.token, response: { type: 'long-fill-in', text: proofIn(answer, field) }, result: 'neutral' }]
      : [],
  );
}

/** Proofs are free text: they are measured by their `maxCharacters`. */
export function largest(): Answer {
  return {};
}
