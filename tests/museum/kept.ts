import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/model/course/activity.ts';
import type { StrictLmsOptions } from '../helpers/strict-lms.ts';
import type { Numbers } from './numbers.ts';

/** State of one activity, as the learner sees it. */
export interface ActivityStanding {
  readonly submitted: boolean;
  readonly tries: number;
  readonly answer?: Answer;
  readonly draft?: Answer;
  /** Null before a submission, and while a draft differs from the answer. */
  readonly outcome: 'right' | 'partly' | 'wrong' | 'done' | null;
}

/** Best score (0..100, null before the first scored answer) and status. */
export interface Reached {
  readonly score: number | null;
  readonly status: string;
}

/** A learner's progress in a module, independent of the format of saved state. */
export interface Standing extends Reached {
  /** Id of the page on screen. */
  readonly page: string;
  /** Ids of the pages seen, in lock order. */
  readonly seen: readonly string[];
  /** Seconds on the module over all visits. */
  readonly seconds: number;
  /** By module id; empty unless the course is one SCO. */
  readonly chapters: Readonly<Record<string, Reached>>;
  /** By activity id, untouched ones included. */
  readonly activities: Readonly<Record<string, ActivityStanding>>;
}

/** One row of an LMS's list. A question without an answer has neither response nor result. */
export interface Interaction {
  readonly id: string;
  readonly response?: string;
  readonly result?: string;
}

/** Expected reading of a state in every later version, recorded when the state was made. */
export interface Expected extends Standing {
  /** The LMS's list, by index. */
  readonly interactions: readonly Interaction[];
  /** Ids of the LMS's objectives, by index. */
  readonly objectives: readonly string[];
}

/** Data of the LMS and the browser after a visit. */
export interface Snapshot {
  /** Options of the LMS. */
  readonly lms: Omit<StrictLmsOptions, 'stored' | 'faults'>;
  readonly stored: Readonly<Record<string, string>>;
  /** The browser's storage; absent where the next visit uses another browser. */
  readonly storage?: Readonly<Record<string, string>>;
}

/** A course of the museum, and the package that is played. */
export interface KeptCourse {
  readonly course: string;
  readonly unit: string;
}

export const COURSES: readonly KeptCourse[] = [
  { course: 'galerie', unit: 'types' },
  { course: 'partenariats-reseaux', unit: 'seance-1' },
  { course: 'depot', unit: 'depot' },
];

export const TARGETS = { '1.2': 'scorm12', '2004': 'scorm2004-4' } as const;
export type Version = keyof typeof TARGETS;
export const VERSIONS = Object.keys(TARGETS) as Version[];

/** A saved state of the museum. */
export interface KeptState extends KeptCourse {
  /** `0.1/galerie/1.2/half` */
  readonly name: string;
  readonly moment: string;
  readonly snapshot: Snapshot;
  readonly expected: Expected;
}

/** Folder of what a release of Cartable left. */
export const folderOf = (release: string): string => join(import.meta.dirname, release);

/** Releases of Cartable that the museum has. */
export function releases(): string[] {
  return readdirSync(import.meta.dirname).filter((name) => /^\d/.test(name));
}

function read<Value>(...path: readonly string[]): Value {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as Value;
}

/** All saved states that a release left. */
export function statesOf(release: string): KeptState[] {
  return COURSES.flatMap((kept) =>
    VERSIONS.flatMap((version) => {
      const folder = join(folderOf(release), 'states', kept.course, version);
      const moments = readdirSync(folder).flatMap((name) => /^(\w+)\.json$/.exec(name)?.[1] ?? []);
      return moments.map((moment): KeptState => {
        const name = [release, kept.course, version, moment].join('/');
        return { ...kept, name, moment, snapshot: read(folder, `${moment}.json`), expected: read(folder, `${moment}.expected.json`) };
      });
    }),
  );
}

/** Path of a package. @param packages the folder that was built into */
export function packageIn(packages: string, { course, unit }: KeptCourse, version: Version): string {
  return join(packages, course, `${unit}.${TARGETS[version]}.zip`);
}

/** Numbers and tokens that a release gave to a course. */
export function numbersOf(release: string, { course }: KeptCourse): Numbers {
  return read(folderOf(release), 'numbers', `${course}.json`);
}
