import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

/** A part of the text, with its limits. */
export type Field = Options['fields'][number];

/** The text of each field. */
export interface Answer {
  readonly [field: Token]: string;
}

/** Returns the text of a field, '' if there is none. */
export function textIn(answer: Answer | null, { token }: Pick<Field, 'token'>): string {
  const text = answer?.[token];
  return typeof text === 'string' ? text : '';
}

/** Fields with a text / fields. */
export function score({ fields }: Options, answer: Answer | null): Score {
  const written = fields.filter((field) => textIn(answer, field).trim() !== '').length;
  return { ratio: fields.length === 0 ? 0 : written / fields.length, parts: {} };
}

export function slots({ fields }: Options): Slot[] {
  return fields.map(({ token, text }): Slot => ({ part: token, type: 'long-fill-in', right: [], text: text.slice(0, 250) }));
}

/** Reports each field, even an empty one, so that a deleted text doesn't stay in the record. */
export function report({ fields }: Options, answer: Answer): Interaction[] {
  return fields.map((field): Interaction => {
    const text = textIn(answer, field);
    return { part: field.token, response: { type: 'long-fill-in', text }, result: 'neutral' };
  });
}

/** Empty, because free text is measured by `maxCharacters`. */
export function largest(): Answer {
  return {};
}
