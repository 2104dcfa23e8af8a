import type { Html } from '../../src/model/activity.ts';
import { ownValue } from '../own-value.ts';
import { askedIn, type PaperPage } from './paper-text.ts';
import type { SheetWords } from './sheet-words.ts';

interface PlanInput {
  /** Of the whole module; 0: nobody said. */
  readonly minutes: number;
  readonly pages: readonly PaperPage[];
  /** By page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  readonly words: SheetWords;
}

/** Minutes that a note begins with, in bold: `**8 minutes.**`. */
const MINUTES = /^\s*<p><strong>(\d{1,3})\s*min/;

/** Minutes that the notes of a page give it; 0 where they say nothing. */
export function minutesIn(notes: readonly Html[]): number {
  return notes.reduce((sum, note) => sum + Number(MINUTES.exec(note.replace(/[\u00a0\u202f]/g, ' '))?.[1] ?? 0), 0);
}

/** The sum is the session's time only where each page has its own: else it is said what it is the sum of. */
function totalTime(minutes: readonly number[], all: number, words: SheetWords): string {
  const n = minutes.reduce((sum, one) => sum + one, 0);
  if (n === 0) return '–';
  if (!minutes.includes(0)) return words.say('guide.minutes', { n });
  return words.say(all > 0 ? 'guide.noted.of' : 'guide.noted', { n, all });
}

/** The pages of a module with their minutes and questions, and both in all. */
export function guidePlan({ minutes, pages, notes, words }: PlanInput) {
  const times = pages.map(({ id }) => minutesIn(ownValue(notes, id) ?? []));
  const rows = pages.map((page, index) => {
    const n = times[index] ?? 0;
    return {
      id: page.id,
      number: index + 1,
      title: page.title,
      minutes: n > 0 ? words.say('guide.minutes', { n }) : '–',
      questions: askedIn(page),
    };
  });
  const questions = rows.reduce((sum, row) => sum + row.questions, 0);
  return { rows, total: { name: words.say('guide.total'), minutes: totalTime(times, minutes, words), questions } };
}
