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

/** Suggestion for an unknown directive: a known name, '' where none is near, and perhaps the line to write. */
interface MeantType {
  readonly near: string;
  readonly example?: string;
  readonly english?: string;
}

const line = (near: string, example: string, english = example): MeantType => ({ near, example, english });

/** Names from other tools. */
const ELSEWHERE: ReadonlyMap<string, MeantType> = new Map([
  ...['note', 'info'].map((name) => [name, line('callout', ':::callout{kind=info}')] as const),
  ['tip', line('callout', ':::callout{kind=tip}')],
  ...['warning', 'danger'].map((name) => [name, line('callout', ':::callout{kind=warning}')] as const),
  ['citation', line('quote', ':::quote{author="Jeanne Roche"}', ':::quote{author="Jane Rowe"}')],
  ['relier', line('matching', ':::matching{#mes-paires}', ':::matching{#my-pairs}')],
  [
    'sondage',
    line(
      'scale',
      ':::scale{#mon-avis levels="non; plutôt non; plutôt oui; oui"}',
      ':::scale{#my-view levels="no; rather no; rather yes; yes"}',
    ),
  ],
  ...['glossaire', 'glossary'].map(
    (name) => [name, line('definition', ':::definition{term="Partenariat"}', ':::definition{term="Partnership"}')] as const,
  ),
  [
    'details',
    line(
      'accordion',
      ':::accordion{#en-savoir-plus} ou :::reveal{#en-savoir-plus}, et « ## Titre » au-dessus de chaque partie',
      ':::accordion{#find-out-more} or :::reveal{#find-out-more}, and “## Title” above each part',
    ),
  ],
]);

/**
 * Suggests the type for an unknown name: a name from another tool, a similar spelling, or a label that pages show in French or English.
 */
export function meantType(name: string, types: ReadonlyMap<string, Pick<ActivityType, 'strings'>>): MeantType {
  const elsewhere = ELSEWHERE.get(name.toLowerCase());
  if (elsewhere) return elsewhere;
  const own = nearest(name, [...types.keys(), ...OTHERS]);
  if (own !== '') return { near: own };
  const shown = [...types].flatMap(([type, { strings }]) =>
    [strings.fr, strings.en].map(({ label = type }) => [slug(label, type), type] as const),
  );
  const called = new Map([...shown, ...CALLED]);
  return { near: called.get(nearest(slug(name, name), [...called.keys()])) ?? '' };
}
