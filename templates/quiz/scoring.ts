import type { Draw as LiveDraw, Score } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';

/** How many questions are asked: in all, or of each competency. */
export type Draw = { readonly total: number } | { readonly shares: readonly (readonly [competency: string, count: number])[] };

export interface Question {
  /** Lock number. */
  readonly n: number;
  readonly competencies: readonly string[];
  readonly points: number;
}

export interface Options {
  readonly questions: readonly Question[];
  readonly draw?: Draw;
  readonly shuffle: boolean;
  /** When the learner sees what was right: after the last question, or after each. */
  readonly review: 'end' | 'now';
  /** What was not right may be answered once more before the end of a round. */
  readonly secondChance?: boolean;
}

/** A type, not an interface: it must fit the index signature of `Answer`. */
export type Answer = {
  /** Rounds begun, this one included. */
  readonly round: number;
  /** Lock numbers of the questions asked in this round, in their order. */
  readonly drawn: readonly number[];
  /** Every question of this round is answered. */
  readonly done: boolean;
  /** Best finished round: lock number and ratio × 10 000 of each of its questions. */
  readonly kept: readonly (readonly [number, number])[];
  /** The second chance of this round: lock numbers of the questions asked once more; none: it was turned down. */
  readonly second?: readonly number[];
};

/** Ratio × 10 000 as a whole number: small in saved state. */
export const FULL = 10_000;

/** Finished or not; its points are those of its questions, which the tracker adds up by `draw`. */
export function score(_options: Options, answer: Answer | null): Score {
  return { ratio: answer?.done ? 1 : 0, parts: {} };
}

/** Each question is an interaction of its own. */
export function slots(): Slot[] {
  return [];
}

export function report(): Interaction[] {
  return [];
}

/** How many questions a round asks. */
export function asked({ questions, draw: wanted }: Options): number {
  if (!wanted) return questions.length;
  return 'total' in wanted ? wanted.total : wanted.shares.reduce((sum, [, count]) => sum + count, 0);
}

export function largest(options: Options): Answer {
  const last = [...options.questions].sort((a, b) => b.n - a.n).slice(0, asked(options));
  const drawn = last.map(({ n }) => n);
  const kept = drawn.map((n) => [n, 3333] as const);
  return { round: 99, drawn, done: true, kept, ...(options.secondChance && { second: drawn }) };
}

/** The answer if it is one of a quiz: another type may once have had this id. */
export function roundIn(answer: Answer | null): Answer | null {
  const { drawn, kept, second = [] } = (answer ?? {}) as Partial<Answer>;
  const isRound = [drawn, kept, second].every(Array.isArray) && kept?.every((pair) => Array.isArray(pair));
  return isRound && second.every((n) => typeof n === 'number') ? answer : null;
}

export function shares({ draw: wanted }: Options): readonly (readonly [competency: string, count: number])[] {
  return wanted && 'shares' in wanted ? wanted.shares : [];
}

export function draw(stored: Answer | null, options: Options): LiveDraw {
  const answer = roundIn(stored);
  const known = new Set(options.questions.map(({ n }) => n));
  return {
    live: (answer?.drawn ?? []).filter((n) => known.has(n)),
    kept: (answer?.kept ?? [])
      .filter(([n, ratio]) => known.has(n) && ratio >= 0 && ratio <= FULL)
      .map(([n, ratio]) => [n, ratio / FULL] as const),
    asks: asked(options),
  };
}
