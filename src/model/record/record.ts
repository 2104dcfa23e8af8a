import type { ModuleContent } from '../course/course.ts';
import type { Types } from '../judging/judging.ts';
import { type Progress, progressOf } from '../judging/progress.ts';
import { isCompleted, type Status } from '../judging/status.ts';
import { indexOfPlaces, responsesOf, slotId } from '../state/places.ts';
import type { LearnerState } from '../state/state.ts';
import type { RecordedInteraction } from './interaction.ts';

/** Result of a chapter or a competency. `score` 0..100, absent before its first answer. */
export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly score?: number;
  readonly status: Status;
}

/** All data reported to an LMS, derived from saved state by `recordOf`. Each driver writes only the changes. */
export interface LearnerRecord {
  readonly status: Status;
  /** 2004 only: true if the score is known and below the pass mark (incomplete + failed). */
  readonly belowPass: boolean;
  /** 0..100; absent: nothing is written. */
  readonly score?: number;
  /** 0..1; 1 if and only if the module is completed or passed. */
  readonly progress: number;
  /** Page id. */
  readonly location: string;
  /** Saved state, encoded. */
  readonly state: string;
  readonly objectives: readonly Objective[];
  /** All interactions answered so far, by place; the driver sends those that may not have arrived. */
  readonly interactions: readonly RecordedInteraction[];
  /** Seconds of this session so far, and of earlier ones that the LMS has not counted. */
  readonly session: number;
  /** Only the session time is sent, so that the work stored in the LMS isn't overwritten. */
  readonly silent?: true;
}

/** Data known only during this visit, not in saved state. */
export interface Visit {
  /** Whole seconds. */
  readonly session: number;
  /** Time of the answer (ms since 1970), and seconds from display to answer, by activity number. */
  readonly answered: ReadonlyMap<number, { readonly time: number; readonly latency: number }>;
  /** Characters of one text response. */
  readonly textLimit: number;
  /** The state, encoded. */
  readonly text: string;
}

function interactionsOf(content: ModuleContent, types: Types, state: LearnerState, visit: Visit): RecordedInteraction[] {
  const indexOf = indexOfPlaces(state.places);
  const responses = responsesOf(content, types, state, visit.textLimit);
  return responses
    .flatMap(({ activity, slot, interaction, piece }): RecordedInteraction[] => {
      const place = indexOf(activity, slot.part, piece);
      if (place === undefined) return [];
      const { time, latency } = visit.answered.get(activity.n) ?? { time: 0, latency: 0 };
      // An activity with a single question has the question as its title.
      const asked = { ...slot, text: slot.text || activity.title };
      const { competencies, points: weight } = activity;
      return [{ ...interaction, id: slotId(activity, slot), slot: asked, place, piece, weight, latency, time, competencies }];
    })
    .sort((one, other) => one.place - other.place);
}

function fractionOf({ status, done, total }: Progress): number {
  if (isCompleted(status)) return 1;
  return total === 0 ? 0 : done / total;
}

/** Makes the record for the LMS: a pure function of saved state and of the visit's own data. */
export function recordOf(content: ModuleContent, types: Types, state: LearnerState, visit: Visit): LearnerRecord {
  const progress = progressOf(content, types, state);
  const { score, status, belowPass, chapters } = progress;
  const { pages, competencies } = content;
  return {
    status,
    belowPass,
    ...(score === undefined ? {} : { score }),
    progress: fractionOf(progress),
    location: (pages.find(({ n }) => n === state.page) ?? pages[0])?.id ?? '',
    state: visit.text,
    objectives: [
      ...chapters,
      ...competencies.map(({ id, title }): Objective => ({ id, title, status: 'incomplete', ...progress.competencies[id] })),
    ],
    interactions: interactionsOf(content, types, state, visit),
    session: visit.session,
  };
}
