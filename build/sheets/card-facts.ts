import type { Activity } from '../../src/model/course/activity.ts';
import type { Competency } from '../../src/model/course/course.ts';
import type { SheetStrings } from './sheet-strings.ts';

/**
 * Shortens competencies after their first mention: to the number at the start (« C4.6 ») if all have different ones, else to the
 * title.
 */
export function shortTitles(competencies: readonly Competency[]): ReadonlyMap<string, string> {
  const numbers = competencies.map(({ title }) => /^\S*\d\S*(?=\s)/.exec(title)?.[0]);
  const isNumbered = numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
  return new Map(competencies.map(({ id, title }, index) => [id, (isNumbered && numbers[index]) || title]));
}

/** Describes points and tries of a question. */
export function weightOf({ points, attempts }: Activity, strings: SheetStrings): string[] {
  return [
    ...(points > 0 ? [strings.format('guide.points', { n: points })] : []),
    ...(attempts > 0 ? [strings.format('guide.attempts', { n: attempts })] : []),
  ];
}

/** Describes the weight of all these activities if it is the same; else ''. */
export function commonWeight(activities: readonly Activity[], strings: SheetStrings): string {
  const [weight = '', ...others] = new Set(activities.map((activity) => weightOf(activity, strings).join(' · ')));
  return others.length > 0 ? '' : weight;
}
