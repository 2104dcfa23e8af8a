import type { Activity } from './activity.ts';
import { checkOf } from './check.ts';
import { encodeState } from './codec.ts';
import type { ModuleContent } from './course.ts';
import { behind, withChecks, withoutChecks } from './saved-text.ts';
import type { ActivityState, LearnerState } from './state.ts';

/** A saved state as text. */
export interface FittedState {
  /** The state, and behind it what is kept of other versions. */
  readonly text: string;
  /** The state alone. */
  readonly own: string;
  /** The activities (lock numbers) whose words it could not hold. */
  readonly without: readonly number[];
  /** Texts of other versions that it could not hold. */
  readonly left: readonly string[];
}

/** A text of a learner in a state, and how it is taken out: whole, never cut. */
interface Words {
  readonly n: number;
  readonly length: number;
  /** What is left of the activity: it stays submitted. */
  readonly rest: (state: ActivityState) => ActivityState;
}

const withoutAnswer = (state: ActivityState): ActivityState => ({ ...state, answer: null });
const withoutDraft = ({ draft: _, ...state }: ActivityState): ActivityState => state;

const longestFirst = (one: Words, other: Words): number => other.length - one.length;

/** What may give way, in its order: what the trainer has anyway, then what is for the notebook, then what was never submitted. */
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

/** The state as a text of at most `limit` characters: the checks give way first, then learners' texts. */
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
 * The state and what is set aside as a text of at most `limit` characters; where even the state's marks are longer, the text
 * is longer, too.
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
