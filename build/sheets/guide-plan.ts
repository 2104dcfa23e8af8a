import type { Html } from '../../src/model/course/activity.ts';
import { minutesIn } from '../model/note-minutes.ts';
import { ownValue } from '../model/own-value.ts';
import { askedIn, type PaperPage } from './paper-text.ts';
import type { SheetStrings } from './sheet-strings.ts';

interface PlanInput {
  /** Minutes of the whole module; 0: unknown. */
  readonly minutes: number;
  readonly pages: readonly PaperPage[];
  /** By page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  readonly strings: SheetStrings;
}

/** The sum is the session's time only where each page has its own: else it is said what it is the sum of. */
function totalTime(minutes: readonly number[], all: number, strings: SheetStrings): string {
  const n = minutes.reduce((sum, one) => sum + one, 0);
  if (n === 0) return '–';
  if (!minutes.includes(0)) return strings.format('guide.minutes', { n });
  return strings.format(all > 0 ? 'guide.noted.of' : 'guide.noted', { n, all });
}

/** Lists the pages of a module with their minutes and questions, and both totals, without those of pages that go further. */
export function guidePlan({ minutes, pages, notes, strings }: PlanInput) {
  const timeOf = ({ id }: PaperPage): number => minutesIn(ownValue(notes, id) ?? []);
  const row = (page: PaperPage) => {
    const n = timeOf(page);
    return {
      id: page.id,
      number: pages.indexOf(page) + 1,
      title: page.title,
      minutes: n > 0 ? strings.format('guide.minutes', { n }) : '–',
      questions: askedIn(page),
    };
  };
  const route = pages.filter(({ further }) => !further);
  const times = route.map(timeOf);
  const rows = route.map(row);
  const further = pages.filter((page) => page.further).map(row);
  const questions = rows.reduce((sum, one) => sum + one.questions, 0);
  return { rows, further, total: { name: strings.format('guide.total'), minutes: totalTime(times, minutes, strings), questions } };
}
