import type { ModuleContent } from './course.ts';
import { sealOf } from './seal.ts';

/**
 * Names what there is to do in a module: it changes when a page, an activity or a part that is told apart comes or goes, and
 * stays the same when a text is mended or something is moved.
 */
export function revisionOf({ pages, activities }: ModuleContent): string {
  const parts = activities.map(({ n, slots }) => `${n}:${slots.map(({ part }) => part ?? '')}`);
  return sealOf([...pages.map(({ n }) => n).sort((one, other) => one - other), ...parts].join());
}
