import { scramble } from '../render/handlebars.ts';
import type { ValidActivity } from '../source.ts';

/** What is looked at of a question. */
interface Drawable {
  readonly activity: Pick<ValidActivity, 'at' | 'competencies'>;
}

/** What a round asks: how many questions in all, and how many of each competency where that is said. */
export interface Asked {
  readonly asks: number;
  readonly shares: readonly (readonly [competency: string, count: number])[];
}

type Trait = (question: Drawable) => string;

const fileOf: Trait = ({ activity }) => activity.at.file;
const competencyOf: Trait = ({ activity }) => activity.competencies[0] ?? '';

/** The candidate of whose traits, the first one above all, the fewest are taken yet. */
function rarest<Question extends Drawable>(candidates: readonly Question[], traits: readonly Trait[], taken: ReadonlySet<Question>) {
  const counts = (one: Question): number[] => traits.map((of) => [...taken].filter((other) => of(other) === of(one)).length);
  const ranked = candidates.filter((one) => !taken.has(one)).map((one) => ({ one, ranks: counts(one) }));
  const [first] = ranked.sort((a, b) => a.ranks.map((rank, index) => rank - (b.ranks[index] ?? 0)).find((by) => by !== 0) ?? 0);
  return first?.one;
}

/**
 * The questions of one round for paper, where nobody draws: as many of each competency as a round has, from all of them alike where
 * that is left to chance, and from each file in turn. Always the same for a quiz; another quiz of the same banks has others.
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
