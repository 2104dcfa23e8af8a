import { shuffled } from '../../src/player/widgets/shuffled.ts';
import type { Question } from './scoring.ts';
import type { Options } from './type.ts';

/**
 * Draws the questions of a round: lock numbers in the order to ask them.
 * @param random 0 ≤ x < 1
 */
export function drawQuestions({ questions, draw, shuffle }: Options, random: () => number): number[] {
  const pool = shuffled(questions, random);
  let picked: readonly Question[] = pool;
  if (draw && 'total' in draw) picked = pool.slice(0, draw.total);
  else if (draw) {
    const taken = new Set<Question>();
    for (const [competency, count] of draw.shares) {
      for (const question of pool.filter((one) => one.competencies.includes(competency) && !taken.has(one)).slice(0, count))
        taken.add(question);
    }
    picked = [...taken];
  }
  const order = shuffle ? shuffled(picked, random) : questions.filter((question) => picked.includes(question));
  return order.map(({ n }) => n);
}
