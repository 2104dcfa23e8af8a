import type { Contribution } from '../judging/contributions.ts';
import { better, higher, ranks, type Status } from '../judging/status.ts';
import type { ChapterState, LearnerState } from '../state/state.ts';
import type { ModuleContent } from './course.ts';

// Support in the model for a course that is one SCO. In the runtime of a single module, `alone.ts` replaces this file.

/** Chapter as a module by itself; `n` is absent if it is the whole module. */
export type Part = Omit<ModuleContent, 'chapters'> & { readonly n?: number };

/** Returns the parts that are completed and passed separately: chapters with their pages and activities, or the whole module. */
export function partsOf({ chapters, ...whole }: ModuleContent): readonly Part[] {
  let first = 0;
  const parts = chapters?.map((chapter) => {
    const pages = whole.pages.slice(first, first + chapter.pages);
    const ids = new Set(pages.map(({ id }) => id));
    first += chapter.pages;
    return { ...whole, ...chapter, pages, activities: whole.activities.filter(({ page }) => ids.has(page)) };
  });
  return parts ?? [whole];
}

/** Statuses by precedence: the first one that any chapter has is that of the whole. If none has one, all are completed. */
const decisive: readonly Status[] = ['incomplete', 'failed', 'passed'];

/**
 * Combines the statuses of the chapters. The whole fails only once no chapter is open: an LMS may close a failed attempt
 * (moodle.md 10).
 */
export function together(statuses: readonly Status[]): Status {
  return decisive.find((status) => statuses.includes(status)) ?? (statuses.length > 0 ? 'completed' : 'incomplete');
}

/** Returns the result of a part; for a single module that of its state. */
export function reachedOf({ n }: Part, state: LearnerState): ChapterState {
  return n === undefined ? state : (state.chapters?.[n] ?? { status: 'incomplete' });
}

/** Lists the results of the chapters with id and title; empty for a single module. */
export function chaptersReached(content: ModuleContent, state: LearnerState): readonly ChapterReached[] {
  return content.chapters ? partsOf(content).map((part) => ({ id: part.id, title: part.title, ...reachedOf(part, state) })) : [];
}

/** Result of a chapter, with its id and title. */
export interface ChapterReached extends ChapterState {
  readonly id: string;
  readonly title: string;
}

/**
 * Updates the results of the chapters, and the status of the whole from theirs.
 * @param reach returns the new result of a part, from its result before
 */
export function settleParts(
  content: ModuleContent,
  state: LearnerState,
  reach: (part: Part, before: ChapterState) => ChapterState,
): LearnerState {
  const whole = reach(content, state);
  if (!content.chapters) return { ...state, ...whole };
  const now = partsOf(content).map((part) => [part.n, reach(part, reachedOf(part, state))] as const);
  return {
    ...state,
    ...whole,
    status: higher(state.status, together(now.map(([, { status }]) => status))),
    chapters: { ...state.chapters, ...Object.fromEntries(now) },
  };
}

/**
 * Computes a result over all parts: the score of the whole, and the status from the parts concerned.
 * @param contributions contributions of the whole
 * @param reach returns the result within a part, from the contributions of that part
 */
export function inParts(
  content: ModuleContent,
  contributions: readonly Contribution[],
  reach: (part: Part, own: readonly Contribution[]) => ChapterState | undefined,
): ChapterState {
  const whole = reach(content, contributions) ?? { status: 'incomplete' };
  if (!content.chapters) return whole;
  const own = (part: Part): readonly Contribution[] => contributions.filter(({ activity }) => part.activities.includes(activity));
  return { ...whole, status: together(partsOf(content).flatMap((part) => reach(part, own(part))?.status ?? [])) };
}

/** Takes the best result of each chapter from two states of one attempt. */
export function joinChapters({ chapters: late }: LearnerState, { chapters: early }: LearnerState): Pick<LearnerState, 'chapters'> {
  if (!late && !early) return {};
  const all = Object.entries({ ...early, ...late });
  return { chapters: Object.fromEntries(all.map(([n, one]) => [n, better(one, early?.[Number(n)] ?? one)])) };
}

/** Encodes chapters as columns of whole numbers: numbers, statuses, scores in hundredths (0 = none yet). Empty without chapters. */
export function chapterColumns({ chapters }: LearnerState): number[][] {
  if (!chapters) return [];
  const entries = Object.entries(chapters);
  return [
    entries.map(([number]) => Number(number)),
    entries.map(([, { status }]) => ranks.indexOf(status)),
    entries.map(([, { score }]) => (score === undefined ? 0 : Math.round(score * 100) + 1)),
  ];
}

/** Reads the output of `chapterColumns`. @throws RangeError if a number or a column is missing */
export function chaptersIn([numbers, statuses, scores]: readonly (readonly number[])[]): Pick<LearnerState, 'chapters'> {
  if (!numbers) return {};
  const known = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new RangeError();
    return value;
  };
  const entries = numbers.map((number, index): [number, ChapterState] => {
    const status = known(ranks[known(statuses?.[index])]);
    const score = known(scores?.[index]);
    return [number, { status, ...(score > 0 && { score: (score - 1) / 100 }) }];
  });
  return { chapters: Object.fromEntries(entries) };
}
