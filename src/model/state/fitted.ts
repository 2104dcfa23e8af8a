import type { Activity } from '../course/activity.ts';
import type { ModuleContent } from '../course/course.ts';
import { checkOf } from './check.ts';
import { encodeState } from './codec.ts';
import { behind, withChecks, withoutChecks } from './saved-text.ts';
import type { ActivityState, LearnerState } from './state.ts';

/** Saved state as text. */
export interface FittedState {
  /** State, followed by the texts of other versions. */
  readonly text: string;
  /** State alone. */
  readonly own: string;
  /** Lock numbers of the activities whose texts didn't fit. */
  readonly without: readonly number[];
  /** Texts of other versions that didn't fit. */
  readonly left: readonly string[];
}

/** Learner's text in a state, and how to remove it: as a whole, never cut. */
interface Words {
  readonly n: number;
  readonly length: number;
  /** Returns the activity without the text; it stays submitted. */
  readonly rest: (state: ActivityState) => ActivityState;
}

const withoutAnswer = (state: ActivityState): ActivityState => ({ ...state, answer: null });
const withoutDraft = ({ draft: _, ...state }: ActivityState): ActivityState => state;

const longestFirst = (one: Words, other: Words): number => other.length - one.length;

/** Lists the texts that may be dropped, in this order: those the trainer has anyway, those for the notebook, then drafts. */
function wordsIn(activities: readonly Activity[], state: LearnerState): Words[] {
  const free = activities.filter(({ options }) => (options as { fields?: unknown }).fields);
  const of = (key: 'answer' | 'draft', rest: Words['rest'], among: readonly Activity[]): Words[] =>
    among
      .flatMap(({ n }) => {
        const value = state.activities[n]?.[key];
        return value === undefined || value === null ? [] : [{ n, length: JSON.stringify(value).length, rest }];
      })
      .sort(longestFirst);
  return [
    ...of(
      'answer',
      withoutAnswer,
      free.filter(({ seenBy }) => seenBy !== 'me'),
    ),
    ...of(
      'answer',
      withoutAnswer,
      free.filter(({ seenBy }) => seenBy === 'me'),
    ),
    ...of('draft', withoutDraft, free),
  ];
}

/** Encodes the state in at most `limit` characters. Drops the checks first, then learners' texts. */
function fittedOwn(content: ModuleContent, state: LearnerState, limit: number): Pick<FittedState, 'own' | 'without'> {
  const whole = withChecks(content, state);
  let own = encodeState(whole, content);
  if (own.length <= limit) return { own, without: [] };
  let left = withoutChecks(whole, content.activities);
  const without: number[] = [];
  own = encodeState(left, content);
  for (const { n, rest } of own.length > limit ? wordsIn(content.activities, state) : []) {
    const entry = rest(left.activities[n] ?? { tries: 0 });
    const activity = content.activities.find((one) => one.n === n);
    const checked = activity && entry.check !== undefined ? { ...entry, check: checkOf(activity, entry) } : entry;
    left = { ...left, activities: { ...left.activities, [n]: checked } };
    without.push(n);
    own = encodeState(left, content);
    if (own.length <= limit) break;
  }
  return { own, without };
}

/**
 * Encodes the state and the texts set aside in at most `limit` characters. The result is longer only if the state doesn't
 * fit even without checks and texts.
 * @param aside texts of other versions, newest first
 */
export function fittedState(content: ModuleContent, state: LearnerState, limit: number, aside: readonly string[] = []): FittedState {
  const { own, without } = fittedOwn(content, state, limit);
  const kept: string[] = [];
  const left: string[] = [];
  let room = limit - own.length;
  for (const one of aside) {
    const isKept = one.length < room;
    (isKept ? kept : left).push(one);
    if (isKept) room -= one.length + 1;
  }
  return { text: behind(own, kept), own, without, left };
}
