import type { Score, Token } from '../course/activity.ts';
import type { Interaction, Slot } from '../record/interaction.ts';

/** Options of activities that only have to be opened part by part (accordion, tabs …). */
export interface SeenOptions {
  readonly cards: readonly { readonly token: Token }[];
}

/** Tokens of the cards opened so far, in text order. */
export type Seen = readonly Token[];

/** Gives any answer a full score: nothing is right or wrong. */
export function scoreSeen(_options: SeenOptions, answer: Seen | null): Score {
  return { ratio: answer === null ? 0 : 1, parts: {} };
}

/** Returns no slots: there is no question, so only completion is reported. */
export function slotsSeen(_options: SeenOptions): Slot[] {
  return [];
}

export function reportSeen(_options: SeenOptions, _answer: Seen): Interaction[] {
  return [];
}

export function largestSeen(options: SeenOptions): Seen {
  return options.cards.map((card) => card.token);
}
