import type { Position } from '../diagnostics.ts';
import { nearest } from '../nearest.ts';
import type { CourseSource } from '../stages/read.ts';
import type { CourseContext } from './context.ts';

/** The words that some cohort bears; null where there is no cohort yet, or one whose words are not known. */
export function tagsOf({ cohorts }: CourseSource): readonly string[] | null {
  if (cohorts.length === 0 || cohorts.some(({ file }) => file.isBroken)) return null;
  return [...new Set(cohorts.flatMap(({ file }) => file.value.tags))];
}

/** Notices words of `only=` that no cohort bears: what they stand on is shown to nobody. */
export function checkOnly(only: readonly string[], at: Position, { tags, diagnostics }: CourseContext): void {
  if (!tags) return;
  for (const tag of only) if (!tags.includes(tag)) diagnostics.warning('tag-of-nobody', at, { tag, near: nearest(tag, tags) });
}
