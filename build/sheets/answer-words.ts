import type { Activity } from '../../src/model/course/activity.ts';
import type { Pattern, Slot } from '../../src/model/record/interaction.ts';
import type { Formats } from '../../src/model/standards/formats.ts';
import { answersOf, type PartNames } from './part-names.ts';
import type { SheetStrings } from './sheet-strings.ts';

/** Separates the items of one cell. */
export const AND = ' | ';
/** Between an item and its place. */
export const TO = ' → ';

/** An activity with the names of its parts. */
export interface NamedActivity {
  readonly activity: Activity;
  readonly names: PartNames;
}

function listed(names: ReadonlyMap<string, string>): string {
  return [...names].map(([token, name]) => `${token} = ${name}`).join(AND);
}

/** Adds to each name the percent that it is worth. */
function weighed(names: ReadonlyMap<string, string>, { weight }: PartNames, strings: SheetStrings): ReadonlyMap<string, string> {
  if (weight.size === 0) return names;
  return new Map([...names].map(([token, name]) => [token, `${name} (${weightWords(weight.get(token) ?? 0, strings)})`]));
}

/** Adds the accepted answers that are worth less than everything. */
function withWorth(text: string, { near, weight }: PartNames, strings: SheetStrings): string {
  const partly = [...weight].map(([token, percent]) => `${near.get(token) ?? ''} (${weightWords(percent, strings)})`);
  return [text, ...partly].join(AND);
}

/** Formats a weight in percent. */
export function weightWords(weight: number, strings: SheetStrings): string {
  return strings.format('weight', { n: strings.number(weight) });
}

function unitOf({ options }: Activity): string {
  return (options as { unit?: string }).unit ?? '';
}

/** Largest number of characters of a free text; 0 if its field has no limit. */
export function longestText({ options }: Activity): number {
  const { fields = [] } = options as { fields?: readonly { readonly maxCharacters?: number }[] };
  return Math.max(0, ...fields.map((field) => field.maxCharacters ?? 0));
}

/** Lists possible answers, with the meaning of the tokens that the LMS shows. */
export function possibleAnswers({ activity, names }: NamedActivity, slot: Slot, formats: Formats, strings: SheetStrings): string {
  const { words: offered } = activity.options as { words?: readonly string[] };
  const letterFor = (value: boolean): string => formats.answer({ type: 'true-false', value });
  switch (slot.type) {
    case 'true-false':
      return `${letterFor(true)} = ${strings.format('true')}${AND}${letterFor(false)} = ${strings.format('false')}`;
    case 'matching':
      return strings.format('answers.matching', { near: listed(names.near), far: listed(names.far) });
    case 'numeric':
      return withWorth(
        strings.format(unitOf(activity) ? 'answers.number.unit' : 'answers.number', { unit: unitOf(activity) }),
        names,
        strings,
      );
    case 'fill-in':
      return offered
        ? strings.format('answers.offered', { list: offered.join(AND) })
        : withWorth(strings.format('answers.typed'), names, strings);
    case 'long-fill-in':
      return strings.format('answers.text', { n: longestText(activity) });
    default:
      return listed(weighed(answersOf(names, slot, activity.slots), names, strings));
  }
}

function inWords(pattern: Pattern, { activity, names }: NamedActivity, strings: SheetStrings): string {
  const name = (token: string): string => names.near.get(token) ?? token;
  switch (pattern.type) {
    case 'true-false':
      return strings.format(pattern.value ? 'true' : 'false');
    case 'choice':
      return pattern.tokens.map((token) => `${token} = ${name(token)}`).join(AND);
    case 'sequencing':
      return pattern.tokens.map(name).join(TO);
    case 'matching':
      return pattern.pairs.map(([token, place]) => name(token) + TO + (names.far.get(place) ?? place)).join(AND);
    case 'performance':
      return pattern.steps.map(([token, text]) => name(token) + TO + text).join(AND);
    case 'likert':
      return name(pattern.token);
    case 'numeric': {
      const [min, max] = [strings.number(pattern.min), strings.number(pattern.max)];
      return `${min === max ? min : strings.format('answers.range', { min, max })}\u00a0${unitOf(activity)}`.trim();
    }
    default:
      return pattern.text;
  }
}

/** Lists the right answers of a slot in words, as alternatives; none if nothing is right or wrong. */
export function rightWords(named: NamedActivity, { right }: Slot, strings: SheetStrings): string[] {
  return right.map((pattern) => inWords(pattern, named, strings));
}

/** Joins them into one text, separated as authors separate them. */
export function rightAnswers(named: NamedActivity, slot: Slot, strings: SheetStrings): string {
  return rightWords(named, slot, strings).join(' / ');
}
