import type { Question, Remark } from '../model.ts';

/** Shares that Moodle accepts, in percent. It refuses a question with another one, and compares five decimals. */
const SHARES = [100, 90, 250 / 3, 80, 75, 70, 200 / 3, 60, 50, 40, 100 / 3, 30, 25, 20, 50 / 3, 100 / 7, 12.5, 100 / 9, 10, 5, 0];

/** Largest difference of a rounded share, as in 33.3 for a third. */
const ROUNDED = 0.05;

function nearest(weight: number): number {
  const size = Math.abs(weight);
  const share = SHARES.reduce((best, one) => (Math.abs(one - size) < Math.abs(best - size) ? one : best));
  return weight < 0 ? -share : share;
}

/** Replaces rounded shares by Moodle's exact ones, and reports those that it doesn't know. */
export function withShares(question: Question, lose: (level: Remark['level'], key: string, values: Remark['values']) => void): Question {
  const exact = <Answer extends { readonly weight: number }>(answers: readonly Answer[]): readonly Answer[] =>
    answers.map((answer) => {
      const near = nearest(answer.weight);
      if (Math.abs(near - answer.weight) <= ROUNDED) return { ...answer, weight: near };
      const shown = (share: number): number => Math.round(share * 100) / 100;
      lose('note', 'export.share', { share: shown(answer.weight), near: shown(near) });
      return answer;
    });
  if (question.kind === 'single' || question.kind === 'multiple') return { ...question, choices: exact(question.choices) };
  if (question.kind === 'short') return { ...question, answers: exact(question.answers) };
  return question.kind === 'numeric' ? { ...question, answers: exact(question.answers) } : question;
}
