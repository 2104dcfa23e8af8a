import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

/** How much may or should be written. */
export interface Field {
  readonly token: Token;
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

export interface Options {
  readonly fields: readonly Field[];
  /** Id of the activity whose answer is shown again. */
  readonly recall?: string;
}

export type Answer = string;

function isWritten(answer: Answer | null): answer is Answer {
  return typeof answer === 'string' && answer.trim() !== '';
}

/** Nothing is right or wrong in it: any text counts. */
export function score(_options: Options, answer: Answer | null): Score {
  return { ratio: isWritten(answer) ? 1 : 0, parts: {} };
}

export function slots(): Slot[] {
  return [{ type: 'long-fill-in', right: [], text: '' }];
}

export function report(_options: Options, answer: Answer): Interaction[] {
  return isWritten(answer) ? [{ response: { type: 'long-fill-in', text: answer }, result: 'neutral' }] : [];
}

/** Free text is measured by its `maxCharacters`. */
export function largest(): Answer {
  return '';
}
