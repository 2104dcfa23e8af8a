import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** Field for the proof of a level gained on a line. */
type Proof = NonNullable<Options['fields']>[number];

/** The written proofs; none if it was only seen. */
export interface Answer {
  readonly [field: Token]: string;
}

/** Returns the proof of a field, '' if there is none. */
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

/** Reports each proof that was ever begun, so that a deleted one doesn't stay in the record. */
export function report({ fields = [] }: Options, answer: Answer): Interaction[] {
  return fields.flatMap((field): Interaction[] =>
    typeof answer[field.token] === 'string'
      ? [{ part: field.token, response: { type: 'long-fill-in', text: proofIn(answer, field) }, result: 'neutral' }]
      : [],
  );
}

/** Empty, because proofs are free text, measured by `maxCharacters`. */
export function largest(): Answer {
  return {};
}
