import type { Score, Token } from './activity.ts';
import type { Interaction, Slot } from './interaction.ts';

/** What activities that only ask to be seen through (accordion, tabs …) keep of their options. */
export interface SeenOptions {
  readonly cards: readonly { readonly token: Token }[];
}

/** Tokens of the cards opened so far, in the order of the text. */
export type Seen = readonly Token[];

/** Nothing is right or wrong: any answer is a full one. */
export function scoreSeen(_options: SeenOptions, answer: Seen | null): Score {
  return { ratio: answer === null ? 0 : 1, parts: {} };
}

/** No question, so nothing to tell an LMS beyond completion. */
export function slotsSeen(_options: SeenOptions): Slot[] {
  return [];
}

export function reportSeen(_options: SeenOptions, _answer: Seen): Interaction[] {
  return [];
}

export function largestSeen(options: SeenOptions): Seen {
  return options.cards.map((card) => card.token);
}
