import type { Contribution } from './contributions.ts';
import type { ModuleContent } from './course.ts';
import type { ChapterState, LearnerState } from './state.ts';
import { better, higher, ranks, type Status } from './status.ts';

// All that the model knows of a course that is one SCO. The runtime of a single module has `alone.ts` in its place.

/** One chapter as a module by itself; `n` is absent where it is the whole. */
export type Part = Omit<ModuleContent, 'chapters'> & { readonly n?: number };

/** What is completed and passed by itself: the chapters, each with its own pages and activities, or the module alone. */
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

/** The first of these that a chapter has is that of the whole; where none has, all are completed. */
const decisive: readonly Status[] = ['incomplete', 'failed', 'passed'];

/**
 * The status of a whole from those of its chapters. It fails only once no chapter is left open: an LMS may close an attempt that
 * failed (moodle.md 10).
 */
export function together(statuses: readonly Status[]): Status {
  return decisive.find((status) => statuses.includes(status)) ?? (statuses.length > 0 ? 'completed' : 'incomplete');
}

/** What a part has reached; the state of the whole is that of a module that is alone. */
export function reachedOf({ n }: Part, state: LearnerState): ChapterState {
  return n === undefined ? state : (state.chapters?.[n] ?? { status: 'incomplete' });
}

/** What each chapter has reached, with its id and title; nothing in a module that is alone. */
export function chaptersReached(content: ModuleContent, state: LearnerState): readonly ChapterReached[] {
  return content.chapters ? partsOf(content).map((part) => ({ id: part.id, title: part.title, ...reachedOf(part, state) })) : [];
}

/** Where a chapter stands. */
export interface ChapterReached extends ChapterState {
  readonly id: string;
  readonly title: string;
}

/**
 * The state with what its chapters reach now, and the status of the whole from theirs.
 * @param reach gives what a part reaches, from what it had reached before
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
 * What is reached over all parts: the score of the whole, the status from those parts that have something to do with it.
 * @param contributions of the whole
 * @param reach what is reached in a part, of which only its own contributions are given
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

/** The best of each chapter in two states of one attempt. */
export function joinChapters({ chapters: late }: LearnerState, { chapters: early }: LearnerState): Pick<LearnerState, 'chapters'> {
  if (!late && !early) return {};
  const all = Object.entries({ ...early, ...late });
  return { chapters: Object.fromEntries(all.map(([n, one]) => [n, better(one, early?.[Number(n)] ?? one)])) };
}

/** Columns of whole numbers: numbers, statuses, scores in hundredths (0 = none yet). None where there are no chapters. */
export function chapterColumns({ chapters }: LearnerState): number[][] {
  if (!chapters) return [];
  const entries = Object.entries(chapters);
  return [
    entries.map(([number]) => Number(number)),
    entries.map(([, { status }]) => ranks.indexOf(status)),
    entries.map(([, { score }]) => (score === undefined ? 0 : Math.round(score * 100) + 1)),
  ];
}

/** Reads what `chapterColumns` wrote. @throws RangeError where a number or a column is missing */
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
