import type { Answer } from '../model/activity.ts';
import type { ModuleContent } from '../model/course.ts';
import type { LearnerState } from '../model/state.ts';

/** Texts and names of parts in an answer, in its order. */
function wordsOf(answer: Answer | undefined): string[] {
  if (typeof answer !== 'object' || answer === null)
    return answer === undefined || answer === null || answer === '' ? [] : [String(answer)];
  return Object.values(answer).flatMap(wordsOf);
}

/** What other attempts hold, as plain text: each question with what was written, or the short names of what was chosen. */
export function textOfAttempts({ courseTitle, title, activities }: ModuleContent, states: readonly LearnerState[]): string {
  const texts = states.map((state) => {
    const lines = activities.map(({ n, id, title: question }) => {
      const { draft, answer } = state.activities[n] ?? {};
      const words = wordsOf(draft ?? answer);
      return words.length > 0 ? `${question || id}\n${words.join('\n')}\n` : '';
    });
    return lines.filter(Boolean).join('\n');
  });
  return [courseTitle, title, '', ...texts].join('\n');
}
