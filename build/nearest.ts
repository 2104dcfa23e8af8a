import didYouMean from 'didyoumean2';
import type { ActivityType } from './activity-type.ts';
import { slug } from './slug.ts';

/** A name of which more than half would have to be changed is another one. */
const LEAST_ALIKE = 0.5;

/** The known name nearest to one that isn't known, '' where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known, { threshold: LEAST_ALIKE }) ?? '';
}

/** What a directive may be called besides the types. */
const OTHERS = ['include', 'trainer'];

/**
 * The type that is meant by a name that isn't known: one that is spelt much like it, or one that pages call so, in French or English.
 * '' where none is near.
 */
export function nearestType(name: string, types: ReadonlyMap<string, Pick<ActivityType, 'strings'>>): string {
  const own = nearest(name, [...types.keys(), ...OTHERS]);
  if (own !== '') return own;
  const called = new Map(
    [...types].flatMap(([type, { strings }]) => [strings.fr, strings.en].map(({ label = type }) => [slug(label, type), type] as const)),
  );
  return called.get(nearest(slug(name, name), [...called.keys()])) ?? '';
}
