import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createTracker, type Tracker } from '../../src/visit/tracker.ts';
import { rows } from '../e2e/record.ts';
import type { StrictLms } from '../helpers/strict-lms.ts';
import type { Interaction, Reached, Standing, Version } from './kept.ts';

// The only file of the museum that depends on the tracker, the drivers and the shape of a learner's state.

export type Scorings = Readonly<Record<string, Scoring>>;

/** Input of one visit. */
export interface VisitOptions {
  readonly content: ModuleContent;
  readonly types: Scorings;
  readonly version: Version;
  readonly lms: StrictLms;
  readonly storage: Storage;
  now(): number;
  random(): number;
  later(milliseconds: number, task: () => void): () => void;
  /** Does the network carry a picture? */
  witness(): Promise<boolean>;
}

const templates = join(import.meta.dirname, '../../templates');

/** Scoring of every activity type, by name. */
export async function scorings(): Promise<Scorings> {
  const names = readdirSync(templates).filter((name) => readdirSync(join(templates, name)).includes('scoring.ts'));
  const modules = names.map(async (name) => [name, (await import(join(templates, name, 'scoring.ts'))) as Scoring] as const);
  return Object.fromEntries(await Promise.all(modules));
}

/** Opens a visit; no page is on screen yet. */
export function openVisit({ version, lms, storage, ...world }: VisitOptions): Tracker {
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  return createTracker({ ...world, driver, storage: () => storage });
}

const reached = ({ score, status }: { readonly score?: number; readonly status: string }): Reached => ({ score: score ?? null, status });

/** Reads from a tracker where the learner stands. */
export function standingIn(tracker: Tracker, content: ModuleContent): Standing {
  const state = tracker.state();
  const progress = tracker.progress();
  const pages = new Map(content.pages.map(({ n, id }) => [n, id]));
  return {
    page: pages.get(state.page) ?? '',
    seen: state.seen.map((n) => pages.get(n) ?? ''),
    seconds: progress.time,
    ...reached(progress),
    chapters: Object.fromEntries(progress.chapters.map((chapter) => [chapter.id, reached(chapter)])),
    activities: Object.fromEntries(
      content.activities.map(({ id, n }) => {
        const { submitted, tries, verdict } = tracker.standing(id);
        const { answer, draft } = state.activities[n] ?? {};
        const given = { ...(answer !== undefined && { answer }), ...(draft !== undefined && { draft }) };
        return [id, { submitted, tries, ...given, outcome: verdict?.outcome ?? null }];
      }),
    ),
  };
}

const RESPONSE = { '1.2': 'student_response', '2004': 'learner_response' } as const;

/** Reads the LMS's list of interactions. */
export function interactionsIn(stored: Readonly<Record<string, string>>, version: Version): Interaction[] {
  return rows(stored, 'interactions').map((row) => {
    const { id = '', result } = row;
    const response = row[RESPONSE[version]];
    return { id, ...(response !== undefined && { response }), ...(result !== undefined && { result }) };
  });
}

/** Reads the ids of the LMS's objectives. */
export function objectivesIn(stored: Readonly<Record<string, string>>): string[] {
  return rows(stored, 'objectives').map(({ id = '' }) => id);
}

/** Reads status, score and page as the LMS has them. */
export function recordIn(stored: Readonly<Record<string, string>>, version: Version): Reached & { readonly page: string } {
  const isOld = version === '1.2';
  const raw = stored[isOld ? 'cmi.core.score.raw' : 'cmi.score.raw'] ?? '';
  const success = stored['cmi.success_status'] ?? 'unknown';
  const completion = stored['cmi.completion_status'] ?? '';
  const both = completion === 'completed' && success === 'passed' ? success : completion;
  return {
    status: isOld ? (stored['cmi.core.lesson_status'] ?? '') : both,
    score: raw === '' ? null : Number(raw),
    // A value that may not have arrived is sent again with one more space.
    page: (stored[isOld ? 'cmi.core.lesson_location' : 'cmi.location'] ?? '').trimEnd(),
  };
}
