import type { Answer } from './activity.ts';

/** The texts in an answer as one text: those of a list on a line, those of members on lines of their own; '' where there are none. */
export function ownWords(answer: Answer | undefined): string {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer !== 'object' || answer === null) return '';
  const texts = Object.values(answer).map(ownWords).filter(Boolean);
  return texts.join(Array.isArray(answer) ? ', ' : '\n');
}
