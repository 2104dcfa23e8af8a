import type { Activity } from '../../src/model/activity.ts';
import type { Competency } from '../../src/model/course.ts';
import type { SheetWords } from './sheet-words.ts';

/**
 * What a competency is called where its title was given before: the number that it begins with (« C4.6 »), where each of them begins
 * with one of its own; else its title.
 */
export function shortTitles(competencies: readonly Competency[]): ReadonlyMap<string, string> {
  const numbers = competencies.map(({ title }) => /^\S*\d\S*(?=\s)/.exec(title)?.[0]);
  const isNumbered = numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
  return new Map(competencies.map(({ id, title }, index) => [id, (isNumbered && numbers[index]) || title]));
}

/** Points and tries of a question in words. */
export function weightOf({ points, attempts }: Activity, words: SheetWords): string[] {
  return [
    ...(points > 0 ? [words.say('guide.points', { n: points })] : []),
    ...(attempts > 0 ? [words.say('guide.attempts', { n: attempts })] : []),
  ];
}

/** What all of these weigh, where that is the same; else ''. */
export function commonWeight(activities: readonly Activity[], words: SheetWords): string {
  const [weight = '', ...others] = new Set(activities.map((activity) => weightOf(activity, words).join(' · ')));
  return others.length > 0 ? '' : weight;
}
