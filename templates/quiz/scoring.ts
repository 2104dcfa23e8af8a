import type { Draw as LiveDraw, Score } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import type { Options } from './type.ts';

export type Question = Options['questions'][number];

/** Answer of a quiz. A type, not an interface, because it must fit the index signature of `Answer`. */
export type Answer = {
  /** Number of rounds begun, including this one. `attempts` limits the rounds. Each has its own draw. */
  readonly round: number;
  /** Lock numbers of the questions asked in this round, in their order. */
  readonly drawn: readonly number[];
  /** True if every question of this round is answered. */
  readonly done: boolean;
  /** Best finished round: lock number and ratio × 10 000 of each of its questions. */
  readonly kept: readonly (readonly [number, number])[];
  /** The second chance of this round: lock numbers of the questions asked again; none: it was declined. */
  readonly second?: readonly number[];
};

/** Factor that turns ratios into whole numbers, which are small in saved state. */
export const FULL = 10_000;

/**
 * Returns 1 if the quiz is finished. Its points are those of its questions: the tracker uses `draw` to add them up, for this round
 * or the best one, whichever is better.
 */
export function score(_options: Options, answer: Answer | null): Score {
  return { ratio: answer?.done ? 1 : 0, parts: {} };
}

/** Returns no slots, because each question is an interaction of its own. */
export function slots(): Slot[] {
  return [];
}

export function report(): Interaction[] {
  return [];
}

/** Returns the number of questions of a round. */
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

/** Returns the answer if it is a quiz's: another type may once have had this id. */
export function roundIn(answer: Answer | null): Answer | null {
  const { drawn, kept, second = [] }: Partial<Answer> = answer ?? {};
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
