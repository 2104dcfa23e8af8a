import type { ActivityFacts, CourseFacts } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { writtenValue } from '../text/attributes.ts';
import type { DirectiveText } from '../text/outline.ts';

/** Returns a key for what bars show of a course. While the key is the same, so are the bars. */
export function chipsKey(course: CourseFacts | null): string {
  const activities = course?.sessions.flatMap(({ pages }) => pages.flatMap((page) => page.activities)) ?? [];
  return JSON.stringify([course?.competencies, activities.map(({ id, points }) => [id, points])]);
}

/** A short fact about a directive, on its bar. */
export interface Chip {
  readonly text: string;
  /** Number of the competency's colour, from 1 to 6. */
  readonly colour?: number;
  readonly title?: string;
}

/** Number of colours for competencies. */
const COLOURS = 6;

/** Finds an activity in the facts of the last check. */
function factsOf(course: CourseFacts | null, id: string): ActivityFacts | undefined {
  if (id === '') return undefined;
  return course?.sessions.flatMap(({ pages }) => pages.flatMap(({ activities }) => activities)).find((one) => one.id === id);
}

/** Describes limits of words or characters: `8 à 80 mots`. */
function limits(directive: DirectiveText): Chip[] {
  const [min, max] = ['min-words', 'max-words'].map((key) => writtenValue(directive.attributes, key));
  if (min !== undefined && max !== undefined) return [{ text: t('editor.words.between', { min, max }) }];
  if (min !== undefined) return [{ text: t('editor.words.min', { min }) }];
  return max === undefined ? [] : [{ text: t('editor.words.max', { max }) }];
}

function points(directive: DirectiveText, facts: ActivityFacts | undefined): Chip[] {
  const written = writtenValue(directive.attributes, 'points') ?? (facts && String(facts.points));
  if (written === undefined || (facts === undefined && written === '')) return [];
  if (Number(written) !== 0) return [{ text: t('editor.points', { points: Number(written) }) }];
  // Many types never have points. « No points » is shown only where the author wrote it.
  return writtenValue(directive.attributes, 'points') === undefined ? [] : [{ text: t('editor.noPoints') }];
}

/** Returns the short name of a competency: `C4.6` from `C4.6 Inscrire des actions`, else its id. */
function shortName(id: string, title: string): string {
  return /^\p{Lu}+[\d.]+\d/u.exec(title)?.[0] ?? id;
}

function competencies(directive: DirectiveText, course: CourseFacts | null): Chip[] {
  const written = writtenValue(directive.attributes, 'competency');
  return (written ?? '')
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .map((id) => {
      const index = course?.competencies.findIndex((one) => one.id === id) ?? -1;
      const title = course?.competencies[index]?.title;
      if (title === undefined) return { text: id };
      return { text: shortName(id, title), colour: (index % COLOURS) + 1, title };
    });
}

/** Lists what a bar shows beside the type's name. */
export function chipsOf(directive: DirectiveText, course: CourseFacts | null): Chip[] {
  const { attributes } = directive;
  const only = writtenValue(attributes, 'only');
  const when = writtenValue(attributes, 'when');
  const title = ['title', 'term', 'author', 'place'].map((key) => writtenValue(attributes, key)).find((value) => value !== undefined);
  return [
    ...(title === undefined ? [] : [{ text: `« ${title} »` }]),
    ...points(directive, factsOf(course, directive.id)),
    ...limits(directive),
    ...competencies(directive, course),
    ...(only === undefined ? [] : [{ text: only }]),
    ...(when === undefined ? [] : [{ text: t('editor.when', { when }) }]),
  ];
}
