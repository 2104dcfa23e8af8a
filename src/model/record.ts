import type { ModuleContent } from './course.ts';
import type { RecordedInteraction } from './interaction.ts';
import type { Types } from './judging.ts';
import { indexOfPlaces, responsesOf, slotId } from './places.ts';
import { type Progress, progressOf } from './progress.ts';
import type { LearnerState } from './state.ts';
import type { Status } from './status.ts';

/** The line of a chapter or a competency. `score` 0..100, absent before its first answer. */
export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly score?: number;
  readonly status: Status;
}

/** Everything an LMS is told, derived from saved state by `recordOf`. Each driver writes what changed of it. */
export interface LearnerRecord {
  readonly status: Status;
  /** 2004 only: a pass mark is known, and a score that isn't enough for it (incomplete + failed). */
  readonly belowPass: boolean;
  /** 0..100; absent: nothing is written. */
  readonly score?: number;
  /** 0..1; 1 exactly where the module is completed or passed. */
  readonly progress: number;
  /** Page id. */
  readonly location: string;
  /** Saved state, encoded. */
  readonly state: string;
  readonly objectives: readonly Objective[];
  /** All answered so far, by place; the driver sends those that it has not surely sent. */
  readonly interactions: readonly RecordedInteraction[];
  /** Seconds of this session so far, and of earlier ones that the LMS has not counted. */
  readonly session: number;
  /** Only the time of this session is told: what the LMS has of the work is not to be written over. */
  readonly silent?: true;
}

/** What only this visit knows; none of it is in saved state. */
export interface Visit {
  /** Whole seconds. */
  readonly session: number;
  /** By activity number: when it was answered (milliseconds since 1970), and seconds from its display to the answer. */
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
      // Where an activity is one question, that is its title.
      const asked = { ...slot, text: slot.text || activity.title };
      const { competencies, points: weight } = activity;
      return [{ ...interaction, id: slotId(activity, slot), slot: asked, place, piece, weight, latency, time, competencies }];
    })
    .sort((one, other) => one.place - other.place);
}

function fractionOf({ status, done, total }: Progress): number {
  if (status === 'completed' || status === 'passed') return 1;
  return total === 0 ? 0 : done / total;
}

/** What the LMS is told: a pure function of saved state, but for what only this visit knows. */
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
