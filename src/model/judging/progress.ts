import type { Activity } from '../course/activity.ts';
import { type ChapterReached, chaptersReached, inParts, type Part, partsOf, reachedOf, settleParts } from '../course/chapters.ts';
import type { Competency, ModuleContent } from '../course/course.ts';
import type { ChapterState, LearnerState } from '../state/state.ts';
import { type Contribution, contributionsOf, percentOf } from './contributions.ts';
import type { Types } from './judging.ts';
import { type Mark, nextStatus, type Status } from './status.ts';

/** The scored questions of a competency. */
export interface Tally {
  /** Answered, with every point won. */
  readonly right: number;
  readonly answered: number;
  /** A pass mark applies to them. */
  readonly isHeld: boolean;
  /** All of them are answered, and a pass mark is missed. */
  readonly isBelow: boolean;
}

/** Progress as shown to the learner. */
export interface Progress {
  /** Number of requirements of the completion rule that are met, of `total` (pages, activities, the pass mark). */
  readonly done: number;
  readonly total: number;
  /** Ids of pages with their mark. */
  readonly pages: Readonly<Record<string, 'new' | 'begun' | 'done'>>;
  /** Ids of required activities not submitted, in the order of the pages. */
  readonly left: readonly string[];
  /** 0..100, best kept; absent: nothing scored or no answer yet. */
  readonly score?: number;
  readonly status: Status;
  /** By competency id; the score is absent before its first scored answer. */
  readonly competencies: Readonly<Record<string, ChapterState>>;
  /** By competency id: the questions behind its score. */
  readonly tallies: Readonly<Record<string, Tally>>;
  /** None in a module that is alone. */
  readonly chapters: readonly ChapterReached[];
  /** True if the score is known and below a pass mark that isn't reached yet. */
  readonly belowPass: boolean;
  /** Whole seconds over all visits. */
  readonly time: number;
  readonly active: number;
}

/** Returns the pass mark in percent. A completion rule with a score but no pass mark requires 100. */
export function passOf({ pass, completion }: Pick<ModuleContent, 'pass' | 'completion'>): number | undefined {
  return pass ?? (completion.includes('score') ? 100 : undefined);
}

function markOf(pass: number | undefined, score: number | undefined): Mark {
  if (pass === undefined) return 'none';
  return score !== undefined && score >= pass ? 'reached' : 'below';
}

function isSubmitted(state: LearnerState, { n }: Activity): boolean {
  return state.activities[n]?.answer !== undefined;
}

/** Lists required activities in page order; a quiz stands for its questions. */
function requiredOf({ activities, pages }: ModuleContent): Activity[] {
  const order = new Map(pages.map(({ id }, index) => [id, index]));
  const place = ({ page }: Activity): number => order.get(page) ?? 0;
  return activities.filter(({ required, quiz }) => required && quiz === undefined).sort((one, other) => place(one) - place(other));
}

/** Lists the requirements of the completion rule as done or not, without the pass mark. */
function asked(content: ModuleContent, state: LearnerState): boolean[] {
  const { completion, pages } = content;
  return [
    ...(completion.includes('visited') ? pages.flatMap(({ n, further }) => (further ? [] : state.seen.includes(n))) : []),
    ...(completion === 'activities' ? requiredOf(content).map((activity) => isSubmitted(state, activity)) : []),
  ];
}

/** Returns true if the module can be failed, and every graded quiz has used its last attempt. */
function isSpent({ activities, onFail }: ModuleContent, types: Types, state: LearnerState): boolean {
  const quizzes = activities.filter(({ type, points }) => points > 0 && types[type]?.draw);
  const isUsed = ({ n, attempts }: Activity): boolean => attempts > 0 && (state.activities[n]?.tries ?? 0) >= attempts;
  return onFail === 'failed' && quizzes.length > 0 && quizzes.every(isUsed);
}

const withScore = (score: number | undefined): { readonly score?: number } => (score === undefined ? {} : { score });

/**
 * Recomputes score and status, of the module and of each chapter. Keeps the best score so far, and never lowers a status.
 * Applied after each event and at each launch.
 */
export function settle(content: ModuleContent, types: Types, state: LearnerState): LearnerState {
  return settleParts(content, state, (part, before) => {
    const percent = percentOf(contributionsOf(part, types, state));
    const score = percent === undefined ? before.score : Math.max(before.score ?? 0, percent);
    const facts = { mark: markOf(passOf(part), score), done: asked(part, state).every(Boolean), spent: isSpent(part, types, state) };
    return { ...withScore(score), status: nextStatus(before.status, facts) };
  });
}

/** Computes a competency within one part; undefined if nothing in the part counts for it. */
function competencyOf(
  { id }: Competency,
  part: Part,
  state: LearnerState,
  contributions: readonly Contribution[],
): ChapterState | undefined {
  const carried = contributions.filter(({ activity }) => activity.competencies.includes(id));
  const further = part.pages.flatMap((page) => (page.further ? page.id : []));
  const unscored = part.activities.filter(
    ({ points, quiz, competencies, required, page }) =>
      !points && !quiz && competencies.includes(id) && (required || !further.includes(page)),
  );
  if (carried.length + unscored.length === 0) return undefined;
  const score = percentOf(carried);
  const isDone = carried.every(({ ratio }) => ratio !== undefined) && unscored.every((activity) => isSubmitted(state, activity));
  const mark = markOf(carried.length > 0 ? passOf(part) : undefined, score);
  const facts = { mark, done: mark === 'reached' || isDone, spent: isDone && reachedOf(part, state).status === 'failed' };
  return { ...withScore(score), status: nextStatus('incomplete', facts) };
}

/** Counts the questions behind a competency: those answered so far, and whether they miss the pass mark. */
function tallyOf({ id }: Competency, parts: readonly Part[], contributions: readonly Contribution[]): Tally {
  const carried = contributions.filter(({ activity }) => activity.competencies.includes(id));
  const answered = carried.filter(({ ratio }) => ratio !== undefined);
  const held = parts
    .filter((part) => passOf(part) !== undefined)
    .map((part) => ({ pass: passOf(part), own: carried.filter(({ activity }) => part.activities.includes(activity)) }))
    .filter(({ own }) => own.length > 0);
  return {
    right: answered.filter(({ ratio }) => ratio === 1).length,
    answered: answered.length,
    isHeld: held.length > 0,
    isBelow: held.some(({ pass, own }) => own.every((one) => answered.includes(one)) && markOf(pass, percentOf(own)) === 'below'),
  };
}

function isBelow(part: Part, state: LearnerState): boolean {
  const { score, status } = reachedOf(part, state);
  return status !== 'passed' && score !== undefined && markOf(passOf(part), score) === 'below';
}

function pageMarks({ pages }: ModuleContent, state: LearnerState, open: readonly Activity[]): Progress['pages'] {
  const waiting = new Set(open.map(({ page }) => page));
  return Object.fromEntries(pages.map(({ id, n }) => [id, !state.seen.includes(n) ? 'new' : waiting.has(id) ? 'begun' : 'done'] as const));
}

/** Computes the progress to show, from a settled state. */
export function progressOf(content: ModuleContent, types: Types, state: LearnerState): Progress {
  const { score, status, time, active } = state;
  const contributions = contributionsOf(content, types, state);
  const open = requiredOf(content).filter((activity) => !isSubmitted(state, activity));
  const parts = partsOf(content);
  const things = parts.flatMap((part) => {
    const mark = markOf(passOf(part), reachedOf(part, state).score);
    return [...asked(part, state), ...(mark === 'none' ? [] : [mark === 'reached'])];
  });
  return {
    done: things.filter(Boolean).length,
    total: things.length,
    pages: pageMarks(content, state, open),
    left: open.map(({ id }) => id),
    ...withScore(score),
    status,
    competencies: Object.fromEntries(
      content.competencies.map((one) => [one.id, inParts(content, contributions, (part, own) => competencyOf(one, part, state, own))]),
    ),
    tallies: Object.fromEntries(content.competencies.map((one) => [one.id, tallyOf(one, parts, contributions)])),
    chapters: chaptersReached(content, state),
    belowPass: parts.some((part) => isBelow(part, state)),
    time,
    active,
  };
}
