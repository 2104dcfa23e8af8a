import type { Codebook, Question } from '../../../build/results/model.ts';

type Names = Readonly<Record<string, string>>;
type More = Partial<Omit<Question, 'near' | 'far'>> & { readonly near?: Names; readonly far?: Names };

/** A question of a tiny codebook. */
export function question(id: string, { near = {}, far = {}, ...more }: More = {}): Question {
  return {
    id,
    module: 'fournil',
    page: 'Pétrir',
    activity: 'Question',
    kind: 'choice',
    text: `${id} ?`,
    near: new Map(Object.entries(near)),
    far: new Map(Object.entries(far)),
    right: [],
    rightWords: '',
    competencies: [],
    points: 1,
    required: true,
    drawn: false,
    ...more,
  };
}

/** A codebook of these questions. */
export function codebook(questions: readonly Question[], file = 'fournil.codebook.csv'): Codebook {
  return { file, session: 'fournil', questions, byId: new Map(questions.map((one) => [one.id, one])) };
}
