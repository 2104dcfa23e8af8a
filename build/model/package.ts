import type { Html } from '../../src/model/course/activity.ts';
import type { Target } from '../../src/model/course/course.ts';
import type { BuiltModule, Course, FittedModule } from './built.ts';
import type { Cohort, NumberedModule } from './course.ts';
import type { ScoSize } from './sco-size.ts';
import type { CourseRetired, Papers } from './sheet.ts';

/** The file of a package that describes it. */
export const DESCRIPTION = 'cartable.json';

/** A module as one cohort sees it. */
export interface Variant {
  readonly module: NumberedModule;
  /** Null: the base build. */
  readonly cohort: Cohort | null;
  readonly built: BuiltModule;
  /** Notes of `:::trainer`, by page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
}

/** The same, with the sizes that an LMS must store. */
export interface FittedVariant extends Variant {
  readonly size: ScoSize;
}

/** One package to make. */
export interface PackagePlan {
  readonly course: Course;
  /** Name, and title for trainers; absent: the base build. */
  readonly cohort: { readonly name: string; readonly title: string } | undefined;
  readonly modules: readonly FittedModule[];
  /** Parts that the course no longer has, and old answers may name. */
  readonly retired: CourseRetired;
  readonly target: Target;
  /** True: the package of the whole course. */
  readonly whole: boolean;
  /** Guide, handout and statement, the same for all targets; absent: they aren't requested. */
  readonly papers: Papers | undefined;
}
