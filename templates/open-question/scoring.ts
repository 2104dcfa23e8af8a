import type { Score } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

export type Answer = string;

function isWritten(answer: Answer | null): answer is Answer {
  return typeof answer === 'string' && answer.trim() !== '';
}

/** Any text counts: nothing is right or wrong. */
export function score(_options: Options, answer: Answer | null): Score {
  return { ratio: isWritten(answer) ? 1 : 0, parts: {} };
}

export function slots(): Slot[] {
  return [{ type: 'long-fill-in', right: [], text: '' }];
}

export function report(_options: Options, answer: Answer): Interaction[] {
  return isWritten(answer) ? [{ response: { type: 'long-fill-in', text: answer }, result: 'neutral' }] : [];
}

/** Empty, because free text is measured by `maxCharacters`. */
export function largest(): Answer {
  return '';
}
