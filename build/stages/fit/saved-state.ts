import type { Activity, Answer, Scoring } from '../../../src/model/course/activity.ts';
import type { Chapter, ModuleContent, Target } from '../../../src/model/course/course.ts';
import { tokenPosition } from '../../../src/model/course/token.ts';
import { ranks } from '../../../src/model/judging/status.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { SEAL } from '../../../src/model/state/seal.ts';
import { type ActivityState, type ChapterState, newState, type Place } from '../../../src/model/state/state.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import type { StateSize } from '../../model/sco-size.ts';
import type { ActivityType } from '../../types/activity-type.ts';

const PER_CHARACTER = 0.56;

/** As long and as incompressible as an attempt's random name. */
const INCOMPRESSIBLE = 'p3v1k9x7';

function placesOf(activities: readonly Activity[]): Place[] {
  return activities.flatMap((activity) =>
    activity.slots.map((_, part): Place => [activity.n, activity.slots.length > 1 ? part + 1 : 0, 1]),
  );
}

/** Makes a stable generator of numbers 0 ≤ x < 1 (linear congruential): the same text gives the same sizes. */
function dice(seed: number): () => number {
  let value = seed + 1;
  return () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2 ** 32;
  };
}

function tokensIn(answer: Answer | undefined): string[] {
  if (typeof answer === 'string') return tokenPosition(answer) >= 0 ? [answer] : [];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (Array.isArray(answer) ? tokensIn(value) : [key, ...tokensIn(value)]));
}

/** Replaces the tokens of an answer by random ones, because varied answers deflate badly. */
function scatter(answer: Answer, tokens: readonly string[], random: () => number): Answer {
  if (typeof answer === 'string') return tokenPosition(answer) < 0 ? answer : (tokens[Math.floor(random() * tokens.length)] ?? answer);
  if (typeof answer === 'number') return answer > 99 ? Math.floor(random() * answer) : answer;
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((one) => scatter(one, tokens, random));
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, scatter(value ?? null, tokens, random)]));
}

type Scorings = (activity: Activity) => Scoring | undefined;

/** Makes the largest state of an activity: answered more than once and changed since; answered once if there is one try. */
function worstOf(activity: Activity, scoring: Scoring | undefined, random: () => number): ActivityState {
  const { attempts, options } = activity;
  const largest = scoring?.largest(options) ?? null;
  const tokens = tokensIn(largest);
  const other = (): Answer => scatter(largest, tokens, random);
  if (attempts === 1) return { answer: other(), tries: 1 };
  const [answer, better] = [other(), other()];
  const ratio = random() < 0.5 ? 1 : (scoring?.score(options, better).ratio ?? 1);
  return { answer, draft: other(), tries: 2 + Math.floor(random() * 8), best: Math.round(ratio * 10_000) / 10_000 };
}

function chaptersOf(chapters: readonly Chapter[], random: () => number): Record<number, ChapterState> {
  const entries = chapters.map(({ n }): [number, ChapterState] => [
    n,
    { score: Math.floor(random() * 10_000) / 100, status: ranks[Math.floor(random() * ranks.length)] ?? 'incomplete' },
  ]);
  return Object.fromEntries(entries);
}

/** Makes the state of a learner who answered everything with as little repetition as possible. */
function marksOf(content: ModuleContent, activities: readonly Activity[], scoringOf: Scorings): number {
  const random = dice(activities.length);
  const states = activities.map((activity) => [activity.n, worstOf(activity, scoringOf(activity), random)] as const);
  const state = {
    ...newState(INCOMPRESSIBLE),
    revision: INCOMPRESSIBLE.slice(0, SEAL),
    counter: 9999,
    score: 66.67,
    time: 99_999,
    active: 99_999,
    seen: content.pages.map((page) => page.n),
    activities: Object.fromEntries(states),
    places: placesOf(activities),
    ...(content.chapters && { chapters: chaptersOf(content.chapters, random) }),
  };
  return encodeState(state, content).length;
}

function textCharacters(activity: Activity): number {
  const { fields } = activity.options as { fields?: readonly { maxCharacters?: number }[] };
  return (fields ?? []).reduce((sum, field) => sum + (field.maxCharacters ?? 0), 0);
}

/** Measures a module with the codec of saved state. */
export function measureState(content: ModuleContent, types: ReadonlyMap<string, ActivityType>): StateSize {
  const texts = content.activities.reduce((sum, activity) => sum + textCharacters(activity), 0);
  return {
    marks: marksOf(content, content.activities, ({ type }) => types.get(type)?.scoring),
    texts: Math.ceil(texts * PER_CHARACTER),
  };
}

function costliest(content: ModuleContent, types: ReadonlyMap<string, ActivityType>): string {
  const sizes = content.activities.map((activity) => {
    const largest = types.get(activity.type)?.scoring?.largest(activity.options) ?? null;
    return { id: activity.id, size: JSON.stringify(largest)?.length ?? 0 };
  });
  return sizes
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map((one) => one.id)
    .join(', ');
}

/** Room for one module's saved state on some targets. */
export interface StateLimit {
  /** Characters of saved state. */
  readonly limit: number;
  /** Targets named in the report; none if all targets have this limit. */
  readonly targets: readonly Target[];
}

/** Reports a module whose saved state can exceed a limit: marks are an error, texts a warning. */
export function checkState(
  content: ModuleContent,
  size: StateSize,
  { limit, targets }: StateLimit,
  types: ReadonlyMap<string, ActivityType>,
  at: Position,
  diagnostics: Diagnostics,
): void {
  const values = { limit, ...(targets.length > 0 && { targets: targets.join(', ') }) };
  const [marks, texts] = content.chapters
    ? (['course-state-too-large', 'course-texts-too-large'] as const)
    : (['saved-state-too-large', 'texts-too-large'] as const);
  if (size.marks > limit) diagnostics.error(marks, at, { ...values, size: size.marks, costliest: costliest(content, types) });
  else if (size.marks + size.texts > limit) diagnostics.warning(texts, at, { ...values, size: size.marks + size.texts });
}
