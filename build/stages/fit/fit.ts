import type { ModuleContent, Target } from '../../../src/model/course/course.ts';
import { stateLimit } from '../../../src/model/standards/limits.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import type { BuiltModule } from '../../model/built.ts';
import type { NumberedCourse } from '../../model/course.ts';
import type { FittedVariant, Variant } from '../../model/package.ts';
import { leavingOf, type ScoSize } from '../../model/sco-size.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { checkLeaving, measureSco } from './leaving-page.ts';
import { checkState } from './saved-state.ts';

type Types = ReadonlyMap<string, ActivityType>;

/** Context and limits for one SCO. */
interface Bounds {
  readonly course: NumberedCourse;
  readonly targets: readonly Target[];
  readonly at: Position;
  readonly types: Types;
  readonly diagnostics: Diagnostics;
}

/** Reports a SCO whose saved state is too large for the LMS, or whose page can't send everything when it is left. */
function checkFit(content: ModuleContent, size: ScoSize, { course, targets, at, types, diagnostics }: Bounds): void {
  const { profile } = course.source.course.value;
  const limits = new Set(targets.map((target) => stateLimit(profile, target)));
  for (const limit of limits) {
    // If targets have different limits, name the targets with too little room.
    const bound = limits.size > 1 ? targets.filter((target) => stateLimit(profile, target) === limit) : [];
    checkState(content, size.state, { limit, targets: bound }, types, at, diagnostics);
  }
  const modern = targets.find((target) => target.startsWith('scorm2004'));
  if (modern) checkLeaving(content, leavingOf(size, stateLimit(profile, modern)), at, diagnostics);
}

/** Measures all variants of a course's modules, and checks those of the base build. */
export function fitVariants(
  course: NumberedCourse,
  variants: readonly Variant[],
  targets: readonly Target[],
  types: Types,
  diagnostics: Diagnostics,
): FittedVariant[] {
  const local = diagnostics.below(course.source.shown);
  return variants.map((variant) => {
    const { content } = variant.built;
    const size = measureSco(content, types);
    if (!variant.cohort) checkFit(content, size, { course, targets, at: variant.module.at, types, diagnostics: local });
    return { ...variant, size };
  });
}

/** Checks a course that is one SCO. */
export function checkWhole(
  course: NumberedCourse,
  { content }: BuiltModule,
  targets: readonly Target[],
  types: Types,
  diagnostics: Diagnostics,
): void {
  const at = course.source.course.at('package');
  checkFit(content, measureSco(content, types), { course, targets, at, types, diagnostics: diagnostics.below(course.source.shown) });
}
