import type { ModuleContent } from '../course/course.ts';
import { sealOf } from './seal.ts';

/**
 * Identifies the content to do in a module. It changes when a page, an activity or a part with its own token is added or removed.
 * It stays the same when a text is corrected or something is moved.
 */
export function revisionOf({ pages, activities }: ModuleContent): string {
  const parts = activities.map(({ n, slots }) => `${n}:${slots.map(({ part }) => part ?? '')}`);
  return sealOf([...pages.map(({ n }) => n).sort((one, other) => one - other), ...parts].join());
}
