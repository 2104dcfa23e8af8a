import type { Activity } from './activity.ts';
import { encodeState } from './codec.ts';
import type { ModuleContent } from './course.ts';
import type { ActivityState, LearnerState } from './state.ts';

/** A saved state as text, and the activities (lock numbers) whose words it could not hold. */
export interface FittedState {
  readonly text: string;
  readonly without: readonly number[];
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

/** The state as a text of at most `limit` characters; where even its marks are longer, the text is so too. */
export function fittedState({ id, activities }: ModuleContent, state: LearnerState, limit: number): FittedState {
  let text = encodeState(state, id);
  let left = state;
  const without: number[] = [];
  for (const { n, rest } of text.length > limit ? wordsIn(activities, state) : []) {
    left = { ...left, activities: { ...left.activities, [n]: rest(left.activities[n] ?? { tries: 0 }) } };
    without.push(n);
    text = encodeState(left, id);
    if (text.length <= limit) break;
  }
  return { text, without };
}
