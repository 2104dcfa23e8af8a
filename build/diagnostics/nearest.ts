import didYouMean from 'didyoumean2';
import { slug } from '../model/slug.ts';
import type { ActivityType } from '../types/activity-type.ts';

/** Minimum similarity of two names, 0..1. */
const MIN_SIMILARITY = 0.5;

/** Finds the known name nearest to an unknown one, '' if none is near. */
export function nearest(name: string, known: readonly string[]): string {
  return didYouMean(name, known, { threshold: MIN_SIMILARITY }) ?? '';
}

/**
 * Corrects a list whose separators aren't semicolons: `a, b` becomes `a; b`. Its names may be misspelt. '' if a name has no
 * similar known name, or if there is only one.
 */
export function nearestList(name: string, known: readonly string[]): string {
  const names = name.split(/[\s,/]+(?:(?:et|and)\s+)?/).filter((one) => one !== '');
  const near = names.map((one) => nearest(one, known));
  return names.length > 1 && !near.includes('') ? near.join('; ') : '';
}

/** Names of directives other than types. */
const OTHER_DIRECTIVES = ['include', 'trainer', 'after'];

/** Teachers' words for some types and directives, which differ from the labels on pages. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['qcm', 'choice'],
  ['mcq', 'choice'],
  ['appariement', 'matching'],
  ['formateur', 'trainer'],
  ['note-formateur', 'trainer'],
  ['inclure', 'include'],
  ['apres', 'after'],
];

/** Suggestion for an unknown directive: a known name, '' if none is near, and possibly the line to write. */
interface MeantType {
  readonly near: string;
  readonly example?: string;
  readonly english?: string;
}

const line = (near: string, example: string, english = example): MeantType => ({ near, example, english });

/** Names that other tools use. */
const FOREIGN: ReadonlyMap<string, MeantType> = new Map([
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
  const foreign = FOREIGN.get(name.toLowerCase());
  if (foreign) return foreign;
  const own = nearest(name, [...types.keys(), ...OTHER_DIRECTIVES]);
  if (own !== '') return { near: own };
  const shown = [...types].flatMap(([type, { strings }]) =>
    [strings.fr, strings.en].map(({ label = type }) => [slug(label, type), type] as const),
  );
  const called = new Map([...shown, ...SYNONYMS]);
  return { near: called.get(nearest(slug(name, name), [...called.keys()])) ?? '' };
}
