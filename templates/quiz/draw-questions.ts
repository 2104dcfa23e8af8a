import type { Question } from './scoring.ts';
import type { Options } from './type.ts';

/** Returns a list in random order (Fisher and Yates). */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

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
