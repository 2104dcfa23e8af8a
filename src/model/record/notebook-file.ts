import type { Answer } from '../course/activity.ts';

/** Answer that other modules of the course may show. */
export interface NotedAnswer {
  /** Author's title, or else the question as plain text. */
  readonly title: string;
  readonly answer: Answer;
}

/** Noted answers by activity id, which is unique in its course. */
export type Noted = ReadonlyMap<string, NotedAnswer>;

/** Course and learner of a notebook. */
export interface NotebookOwner {
  readonly course: string;
  /** Seal of the LMS's id of the learner. */
  readonly learner: string;
}

/** Result of reading a text: answers, or why there are none. */
export type NotebookReading = { readonly noted: Noted } | { readonly problem: 'large' | 'unreadable' | 'newer' | 'course' | 'learner' };

const FORMAT = 'cartable-notebook';
const VERSION = 1;

/** Maximum length of a notebook, in characters; the texts of a whole course are far shorter. */
export const LARGEST_NOTEBOOK = 2 ** 20;

/** Maximum nesting: the deepest answers are objects that contain lists of texts. */
const DEEPEST = 4;

/**
 * Writes a notebook as self-describing JSON.
 * @param about purpose of the file, in a sentence for people who open it
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

/** Reads the output of `writeNotebookFile`. Never throws, whatever the text; skips entries that aren't answers. */
export function readNotebookFile(text: string, owner: NotebookOwner): NotebookReading {
  if (text.length > LARGEST_NOTEBOOK) return { problem: 'large' };
  try {
    const { format, version, course, learner, answers } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (format !== FORMAT || !Number.isInteger(version)) return { problem: 'unreadable' };
    if ((version as number) > VERSION) return { problem: 'newer' };
    // There is no earlier version.
    if (version !== VERSION) return { problem: 'unreadable' };
    if (course !== owner.course) return { problem: 'course' };
    if (learner !== owner.learner) return { problem: 'learner' };
    return { noted: new Map(Object.entries(answers as object).filter(isNoted)) };
  } catch {
    return { problem: 'unreadable' };
  }
}
