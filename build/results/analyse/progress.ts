import type { Participation } from '../join/join.ts';
import type { PackagePage, PackageSession, Question } from '../model.ts';
import type { ReportParticipation } from '../report-schema.ts';

/** A page with the questions that everybody has to answer. */
export interface ReportPage {
  readonly title: string;
  readonly minutes: number;
  readonly required: readonly string[];
  /** Ids of all its questions, if the page is optional: any answer shows that it was visited. */
  readonly further?: readonly string[];
}

/** Lists the pages of a session: those of its package, else those that its questions name. */
export function pagesOf(questions: readonly Question[], facts: PackageSession | undefined): ReportPage[] {
  const named: readonly Omit<PackagePage, 'id'>[] = [...new Set(questions.map(({ page }) => page))].map((title) => ({ title, minutes: 0 }));
  const pages = facts && facts.pages.length > 0 ? facts.pages : named;
  const idsOn = (title: string): string[] => questions.filter(({ page }) => page === title).map(({ id }) => id);
  return pages.map(({ title, minutes, further }) => ({
    title,
    minutes,
    ...(further && { further: idsOn(title) }),
    required: questions.filter(({ page, required, drawn }) => page === title && required && !drawn).map(({ id }) => id),
  }));
}

type State = Pick<ReportParticipation, 'state' | 'basis' | 'why'>;

/** Returns the indices of pages with all required answers. A page that requires none counts once a later one is complete. */
function donePages(pages: readonly ReportPage[], answered: ReadonlySet<string>, isDone: boolean): number[] {
  const isFull = pages.map(({ required }) => required.length > 0 && required.every((id) => answered.has(id)));
  return pages.flatMap(({ required, further }, index) => {
    if (further) return further.some((id) => answered.has(id)) ? [index] : [];
    const isPassed = required.length === 0 && (isDone || isFull.slice(index + 1).includes(true));
    return isFull[index] || isPassed ? [index] : [];
  });
}

function isBelow({ attempt }: Participation, pass: number | undefined): boolean {
  return pass !== undefined && attempt?.score !== undefined && attempt.score < pass;
}

/** Determines somebody's state from the completion, else the details, else the answers. */
function stateOf(participation: Participation, isAllAnswered: boolean, pass: number | undefined): State {
  const { attempt, completed } = participation;
  const status = attempt?.details?.status;
  const basis = completed !== undefined ? 'completion' : status === undefined ? 'answers' : 'details';
  const isDone = {
    completion: completed !== '',
    details: status === 'passed' || status === 'completed',
    answers: isAllAnswered && !isBelow(participation, pass),
  }[basis];
  if (isDone && (attempt || basis === 'completion')) return { state: 'done', basis, why: '' };
  if (!attempt) return { state: 'none', basis, why: 'unopened' };
  const why = !isAllAnswered ? 'stopped' : isBelow(participation, pass) ? 'below' : 'answered';
  return { state: 'underway', basis, why };
}

/** Determines somebody's progress in a session. */
export function progressOf(
  participation: Participation,
  pages: readonly ReportPage[],
  pass: number | undefined,
): State & Pick<ReportParticipation, 'donePages' | 'declaredMinutes'> {
  const answered = new Set(participation.attempt?.answers.keys());
  const required = pages.flatMap((page) => page.required);
  const state = stateOf(participation, required.length > 0 && required.every((id) => answered.has(id)), pass);
  const done = donePages(pages, answered, state.state === 'done');
  return { ...state, donePages: done, declaredMinutes: done.reduce((sum, index) => sum + (pages[index]?.minutes ?? 0), 0) };
}
