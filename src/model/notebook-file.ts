import type { Answer } from './activity.ts';

/** An answer that other modules of the course may show. */
export interface NotedAnswer {
  /** The title that its author gave it, else the question in plain words. */
  readonly title: string;
  readonly answer: Answer;
}

/** By activity id, which is one in its course. */
export type Noted = ReadonlyMap<string, NotedAnswer>;

/** Whose notebook it is, of which course. */
export interface NotebookOwner {
  readonly course: string;
  /** Seal of the LMS's id of the learner. */
  readonly learner: string;
}

/** What was found in a text: answers, or why there are none. */
export type NotebookReading = { readonly noted: Noted } | { readonly problem: 'large' | 'unreadable' | 'newer' | 'course' | 'learner' };

const FORMAT = 'cartable-notebook';
const VERSION = 1;

/** Characters of a text that may be a notebook: the words of a whole course are far fewer. */
export const LARGEST_NOTEBOOK = 2 ** 20;

/** Answers are lists of texts in members at most. */
const DEEPEST = 4;

/**
 * The text of a notebook: JSON that says what it is.
 * @param about what it is for, in a sentence for whoever opens the file
 */
export function writeNotebookFile({ course, learner }: NotebookOwner, noted: Noted, about: string): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, about, course, learner, answers: Object.fromEntries(noted) }, null, 1);
}

function isAnswer(value: unknown, depth = 0): value is Answer {
  if (value === null || /^(string|number|boolean)$/.test(typeof value)) return true;
  return depth < DEEPEST && Object.values(value as object).every((one) => isAnswer(one, depth + 1));
}

function isNoted(entry: readonly [string, unknown]): entry is readonly [string, NotedAnswer] {
  const { title, answer } = (entry[1] ?? {}) as Partial<NotedAnswer>;
  return /^[a-z][a-z0-9-]*$/.test(entry[0]) && typeof title === 'string' && isAnswer(answer ?? null) && answer !== undefined;
}

/** Reads what `writeNotebookFile` wrote. Never throws, whatever the text; what is no answer in it is left out. */
export function readNotebookFile(text: string, owner: NotebookOwner): NotebookReading {
  if (text.length > LARGEST_NOTEBOOK) return { problem: 'large' };
  try {
    const { format, version, course, learner, answers } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (format !== FORMAT || !Number.isInteger(version)) return { problem: 'unreadable' };
    if ((version as number) > VERSION) return { problem: 'newer' };
    // There never was an earlier one.
    if (version !== VERSION) return { problem: 'unreadable' };
    if (course !== owner.course) return { problem: 'course' };
    if (learner !== owner.learner) return { problem: 'learner' };
    return { noted: new Map(Object.entries(answers as object).filter(isNoted)) };
  } catch {
    return { problem: 'unreadable' };
  }
}
