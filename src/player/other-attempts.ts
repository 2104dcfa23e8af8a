import type { Answer } from '../model/course/activity.ts';
import type { ModuleContent } from '../model/course/course.ts';
import type { LearnerState } from '../model/state/state.ts';
import type { Tracker } from '../visit/tracker.ts';
import { downloadText } from './notebook.ts';

/** Collects the texts and names of parts in an answer, in order. */
function wordsOf(answer: Answer | undefined): string[] {
  if (typeof answer !== 'object' || answer === null)
    return answer === undefined || answer === null || answer === '' ? [] : [String(answer)];
  return Object.values(answer).flatMap(wordsOf);
}

/** Returns other attempts as plain text: each question with the learner's text, or the tokens of the chosen parts. */
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

/** Downloads the work of other attempts as a file. */
export function downloadAttempts(content: ModuleContent, tracker: Tracker): void {
  downloadText(textOfAttempts(content, tracker.others()), content.id);
}
