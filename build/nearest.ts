import didYouMean from 'didyoumean2';
import type { ActivityType } from './activity-type.ts';
import { slug } from './slug.ts';

/** A name of which more than half would have to be changed is another one. */
const LEAST_ALIKE = 0.5;

/** The known name nearest to one that isn't known, '' where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known, { threshold: LEAST_ALIKE }) ?? '';
}

/**
 * The list that is meant by a name which isn't known: known names, or nearly, parted by other signs than semicolons. '' where it is no
 * list of these.
 */
export function nearestList(name: string, known: readonly string[]): string {
  const names = name.split(/[\s,/]+(?:(?:et|and)\s+)?/).filter((one) => one !== '');
  const near = names.map((one) => nearest(one, known));
  return names.length > 1 && !near.includes('') ? near.join('; ') : '';
}

/** What a directive may be called besides the types. */
const OTHERS = ['include', 'trainer', 'after'];

/** What teachers call some of them, where no page does. */
const CALLED: readonly (readonly [string, string])[] = [
  ['qcm', 'choice'],
  ['mcq', 'choice'],
  ['appariement', 'matching'],
  ['formateur', 'trainer'],
  ['note-formateur', 'trainer'],
  ['inclure', 'include'],
  ['apres', 'after'],
];

/**
 * The type that is meant by a name that isn't known: one that is spelt much like it, or one that pages call so, in French or English.
 * '' where none is near.
 */
export function nearestType(name: string, types: ReadonlyMap<string, Pick<ActivityType, 'strings'>>): string {
  const own = nearest(name, [...types.keys(), ...OTHERS]);
  if (own !== '') return own;
  const shown = [...types].flatMap(([type, { strings }]) =>
    [strings.fr, strings.en].map(({ label = type }) => [slug(label, type), type] as const),
  );
  const called = new Map([...shown, ...CALLED]);
  return called.get(nearest(slug(name, name), [...called.keys()])) ?? '';
}
