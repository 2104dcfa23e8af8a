import { scramble } from '../html/handlebars.ts';
import type { ValidActivity } from '../model/source.ts';

/** Properties of a question that count for the draw. */
interface Drawable {
  readonly activity: Pick<ValidActivity, 'at' | 'competencies'>;
}

/** Size of a round: questions in total, and for each competency if given. */
export interface Asked {
  readonly asks: number;
  readonly shares: readonly (readonly [competency: string, count: number])[];
}

type Trait = (question: Drawable) => string;

const fileOf: Trait = ({ activity }) => activity.at.file;
const competencyOf: Trait = ({ activity }) => activity.competencies[0] ?? '';

/** Picks the candidate whose traits, above all the first, were taken the fewest times. */
function rarest<Question extends Drawable>(candidates: readonly Question[], traits: readonly Trait[], taken: ReadonlySet<Question>) {
  const counts = (one: Question): number[] => traits.map((of) => [...taken].filter((other) => of(other) === of(one)).length);
  const ranked = candidates.filter((one) => !taken.has(one)).map((one) => ({ one, ranks: counts(one) }));
  const [first] = ranked.sort((a, b) => a.ranks.map((rank, index) => rank - (b.ranks[index] ?? 0)).find((by) => by !== 0) ?? 0);
  return first?.one;
}

/**
 * Chooses the questions of one round for paper, from each file in turn. Each competency has as many as in a round, balanced if that
 * is random. The choice is always the same for a quiz; another quiz on the same banks gets others.
 * @param id of the quiz
 */
export function oneRound<Question extends Drawable>(questions: readonly Question[], { asks, shares }: Asked, id: string): Set<Question> {
  const taken = new Set<Question>();
  const pool = scramble(questions, id);
  const take = (count: number, candidates: readonly Question[], traits: readonly Trait[]): void => {
    for (let turn = 0; turn < count; turn++) {
      const next = rarest(candidates, traits, taken);
      if (next) taken.add(next);
    }
  };
  if (shares.length === 0) take(asks, pool, [competencyOf, fileOf]);
  for (const [name, count] of shares) {
    const ofIt = pool.filter(({ activity }) => activity.competencies.includes(name));
    take(count, ofIt, [fileOf]);
  }
  return taken;
}
