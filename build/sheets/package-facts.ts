import { partsOf } from '../../src/model/course/chapters.ts';
import type { Competency, ModuleContent, Target } from '../../src/model/course/course.ts';
import { passOf } from '../../src/model/judging/progress.ts';
import { slotsOf } from '../../src/model/state/places.ts';
import type { Course } from '../model/built.ts';
import type { PackageState } from '../model/sheet.ts';
import type { ActivityType } from '../types/activity-type.ts';
import { isDrawn } from './codebook.ts';

/** Input of a package's sheets. */
export interface SheetInput {
  readonly course: Course;
  /** Title of the cohort; absent: the base build. */
  readonly cohort: string | undefined;
  readonly modules: readonly ModuleContent[];
  readonly target: Target;
  /** The package of the whole course. */
  readonly whole: boolean;
  /** Name of the zip, without its folder. */
  readonly file: string;
  readonly state: PackageState;
}

type Types = ReadonlyMap<string, ActivityType>;

/** Numbers on a package's upload sheet. */
export interface PackageFacts {
  /** Interactions that an LMS may receive, and how many of them are drawn questions. */
  readonly answers: number;
  readonly drawn: number;
  /** Open questions that the trainer reads, and those only in the notebook. */
  readonly open: number;
  readonly own: number;
  /** Points of a full score; 0: nothing is scored. */
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

/** Tests whether a module can end as failed: the tries of every graded quiz must be limited. */
function failable(content: ModuleContent, types: Types): boolean {
  const graded = content.activities.filter(({ type, points }) => points > 0 && types.get(type)?.scoring?.draw);
  const canEnd = graded.length > 0 && graded.every(({ attempts }) => attempts > 0);
  return content.onFail === 'failed' && canEnd && passOf(content) !== undefined;
}

/** Tests whether the modules are a course that is one SCO. */
export function isOneCourse([first]: readonly ModuleContent[]): boolean {
  return first?.chapters !== undefined;
}

/** Counts the content of a package's modules. */
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
