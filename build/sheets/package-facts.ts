import { partsOf } from '../../src/model/chapters.ts';
import type { Competency, ModuleContent, Target } from '../../src/model/course.ts';
import type { Thrift } from '../../src/model/limits-leaving.ts';
import { slotsOf } from '../../src/model/places.ts';
import { passOf } from '../../src/model/progress.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Course } from '../built.ts';
import type { StateSize } from '../saved-state.ts';
import { isDrawn } from './codebook.ts';
import type { CourseRetired } from './retired.ts';

/** What is known of a zip once it is there. */
export interface ZipFacts {
  readonly bytes: number;
  readonly sha256: string;
  /** How many files are in it. */
  readonly files: number;
}

/** What the sheets of a package are made of. */
export interface SheetInput {
  readonly course: Course;
  /** Title of the cohort; absent: the base build. */
  readonly cohort: string | undefined;
  readonly modules: readonly ModuleContent[];
  /** What old answers may name that the course no longer has. */
  readonly retired: CourseRetired;
  readonly target: Target;
  /** The package of the whole course. */
  readonly whole: boolean;
  /** Name of the zip, without its folder. */
  readonly file: string;
  readonly state: StateSize & { readonly limit: number; readonly leaving?: number; readonly thrift?: readonly Thrift[] };
}

type Types = ReadonlyMap<string, ActivityType>;

/** Numbers of a package that its deposit sheet tells. */
export interface PackageFacts {
  /** Interactions that an LMS may be told of, and how many of them are questions that are drawn. */
  readonly answers: number;
  readonly drawn: number;
  /** Open questions that the trainer reads, and those of the notebook alone. */
  readonly open: number;
  readonly own: number;
  /** Points that a full score is made of; 0: nothing is scored. */
  readonly points: number;
  readonly competencies: readonly Competency[];
  /** Percent; absent: no module has a pass mark. */
  readonly pass?: number;
  /** Every SCO can be passed, or none can. */
  readonly passes: 'all' | 'some' | 'none';
  /** A module can be failed. */
  readonly fails: boolean;
}

function pointsOf(content: ModuleContent, types: Types): number {
  const { activities } = content;
  return activities
    .filter(({ quiz }) => quiz === undefined)
    .reduce((sum, activity) => {
      const children = activities.filter(({ quiz }) => quiz === activity.id);
      const all = children.reduce((points, child) => points + child.points, 0);
      const { asks } = types.get(activity.type)?.scoring?.draw?.(null, activity.options) ?? {};
      if (activity.points === 0 || children.length === 0) return sum + activity.points;
      return sum + (all * Math.min(asks ?? children.length, children.length)) / children.length;
    }, 0);
}

function drawnIn(content: ModuleContent, types: Types): number {
  const quizzes = new Set(content.activities.filter((activity) => isDrawn(activity, content, types)).map(({ id }) => id));
  return slotsOf(content).filter(({ activity }) => quizzes.has(activity.quiz ?? '')).length;
}

/** Can it end as failed? Only where the tries of every graded quiz can run out. */
function failable(content: ModuleContent, types: Types): boolean {
  const graded = content.activities.filter(({ type, points }) => points > 0 && types.get(type)?.scoring?.draw);
  const canEnd = graded.length > 0 && graded.every(({ attempts }) => attempts > 0);
  return content.onFail === 'failed' && canEnd && passOf(content) !== undefined;
}

/** Is it a course that is one SCO? */
export function isOneCourse([first]: readonly ModuleContent[]): boolean {
  return first?.chapters !== undefined;
}

/** Counts what there is in the modules of a package. */
export function packageFacts(modules: readonly ModuleContent[], types: Types): PackageFacts {
  const sum = (count: (content: ModuleContent) => number): number => modules.reduce((all, content) => all + count(content), 0);
  const written = modules.flatMap(({ activities }) => activities).filter(({ options }) => (options as { fields?: unknown }).fields);
  const parts = modules.flatMap(partsOf);
  const passes = parts.map(passOf).filter((pass) => pass !== undefined);
  // A course that is one SCO has one status: passed, as soon as one chapter can be.
  const most = passes.length === parts.length || isOneCourse(modules) ? 'all' : 'some';
  return {
    answers: sum((content) => slotsOf(content).length),
    drawn: sum((content) => drawnIn(content, types)),
    open: written.filter(({ seenBy }) => seenBy !== 'me').length,
    own: written.filter(({ seenBy }) => seenBy === 'me').length,
    points: Math.round(100 * sum((content) => pointsOf(content, types))) / 100,
    competencies: [...new Map(modules.flatMap(({ competencies }) => competencies).map((one) => [one.id, one])).values()],
    ...(passes[0] !== undefined && { pass: passes[0] }),
    passes: passes.length === 0 ? 'none' : most,
    fails: parts.some((part) => failable(part, types)),
  };
}
