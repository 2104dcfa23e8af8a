import type { Position } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { CourseSource } from '../../model/course.ts';
import type { Medium } from '../../model/source.ts';
import type { CourseContext } from './context.ts';

/** Collects the tags of all cohorts; null if there is no cohort yet, or if one can't be read. */
export function tagsOf({ cohorts }: CourseSource): readonly string[] | null {
  if (cohorts.length === 0 || cohorts.some(({ file }) => file.isBroken)) return null;
  return [...new Set(cohorts.flatMap(({ file }) => file.value.tags))];
}

const MEDIA: readonly string[] = ['paper', 'screen'] satisfies Medium[];

/** Tests whether a word of `only=` is a medium, so that no cohort may have it as a tag. */
export function isMedium(word: string): word is Medium {
  return MEDIA.includes(word);
}

/** Splits the words of `only=` into the medium and the tags of cohorts. */
export function onlyIn(words: readonly string[] = []): { readonly only?: readonly string[]; readonly medium?: Medium } {
  const medium = words.find(isMedium);
  const only = words.filter((word) => !isMedium(word));
  return { ...(only.length > 0 && { only }), ...(medium !== undefined && { medium }) };
}

/**
 * Reports a medium of a page or an activity, both media at once, and tags that no cohort has: the element would be shown to nobody.
 * @param kind what the words belong to
 */
export function checkOnly(words: readonly string[], kind: 'page' | 'activity' | 'block', at: Position, context: CourseContext): void {
  const { tags, diagnostics } = context;
  const media = words.filter(isMedium);
  const [medium] = media;
  if (medium && kind !== 'block') diagnostics.error('medium-of-no-block', at, { value: medium });
  else if (new Set(media).size > 1) diagnostics.error('both-media', at);
  const known = [...(tags ?? []), ...(kind === 'block' ? MEDIA : [])];
  for (const tag of words.filter((word) => !isMedium(word) && !tags?.includes(word))) {
    const near = nearest(tag, known);
    // Without a cohort, a tag may be one to come, unless it is nearly a medium.
    if (tags || near) diagnostics.warning('tag-of-nobody', at, { tag, near });
  }
}
