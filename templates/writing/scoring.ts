import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

/** A part of the text, and how much may or should be written there. */
export interface Field {
  readonly token: Token;
  /** Its title in plain words. */
  readonly text: string;
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

export interface Options {
  readonly fields: readonly Field[];
}

/** What is written in each field. */
export interface Answer {
  readonly [field: Token]: string;
}

/** The text of a field, '' where there is none. */
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

/** One for each field, written or not: a text that was taken away is not left standing. */
export function report({ fields }: Options, answer: Answer): Interaction[] {
  return fields.map((field): Interaction => {
    const text = textIn(answer, field);
    return { part: field.token, response: { type: 'long-fill-in', text }, result: 'neutral' };
  });
}

/** Free text is measured by its `maxCharacters`. */
export function largest(): Answer {
  return {};
}
