import type { Answer } from './activity.ts';

/** A text of the learner. */
export interface OwnWords {
  /** The part of the question that it answers, a branch or a heading; '' where the question has no parts with a name. */
  readonly name: string;
  readonly text: string;
}

/**
 * The texts in an answer as one text: those of a list on a line, those of members on lines of their own; '' where there are none.
 * @param between what stands between those of a list
 */
function textIn(answer: Answer | undefined, between: string): string {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer !== 'object' || answer === null) return '';
  const texts = Object.values(answer)
    .map((one) => textIn(one, between))
    .filter(Boolean);
  return texts.join(Array.isArray(answer) ? between : '\n');
}

/** Names of parts by their tokens, from whichever lists the options have. */
function namesIn(options: unknown): ReadonlyMap<string, string> {
  const parts = Object.values(options ?? {}).flat() as readonly ({ readonly token?: string; readonly text?: string } | null)[];
  return new Map(parts.flatMap((part) => (part?.token && part.text ? [[part.token, part.text] as const] : [])));
}

/**
 * The words in an answer, one text for each part that has some; of a question without parts one text, none where it is empty.
 * @param options of its activity; the names of parts are read from them
 * @param between what stands between the entries of a list in a part, such as the ideas of a branch: they may hold commas
 */
export function ownWords(answer: Answer | undefined, options?: unknown, between = '; '): OwnWords[] {
  const names = namesIn(options);
  const isParted = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  const given = isParted ? Object.entries(answer) : [['', answer] as const];
  return given
    .map(([token, part]) => ({ name: names.get(token) ?? '', text: textIn(part, isParted ? between : ', ') }))
    .filter(({ text }) => text !== '');
}
