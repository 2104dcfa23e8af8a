import type { Activity } from '../../src/model/course/activity.ts';
import type { Pattern, Slot } from '../../src/model/record/interaction.ts';
import type { Formats } from '../../src/model/standards/formats.ts';
import { answersOf, type PartNames } from './part-names.ts';
import type { SheetWords } from './sheet-words.ts';

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
function weighed(names: ReadonlyMap<string, string>, { weight }: PartNames, words: SheetWords): ReadonlyMap<string, string> {
  if (weight.size === 0) return names;
  return new Map([...names].map(([token, name]) => [token, `${name} (${weightWords(weight.get(token) ?? 0, words)})`]));
}

/** Adds the accepted answers that are worth less than everything. */
function withWorth(text: string, { near, weight }: PartNames, words: SheetWords): string {
  const partly = [...weight].map(([token, percent]) => `${near.get(token) ?? ''} (${weightWords(percent, words)})`);
  return [text, ...partly].join(AND);
}

/** Formats a weight in percent. */
export function weightWords(weight: number, words: SheetWords): string {
  return words.say('weight', { n: words.number(weight) });
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
export function possibleAnswers({ activity, names }: NamedActivity, slot: Slot, formats: Formats, words: SheetWords): string {
  const { words: offered } = activity.options as { words?: readonly string[] };
  const sign = (value: boolean): string => formats.answer({ type: 'true-false', value });
  switch (slot.type) {
    case 'true-false':
      return `${sign(true)} = ${words.say('true')}${AND}${sign(false)} = ${words.say('false')}`;
    case 'matching':
      return words.say('answers.matching', { near: listed(names.near), far: listed(names.far) });
    case 'numeric':
      return withWorth(words.say(unitOf(activity) ? 'answers.number.unit' : 'answers.number', { unit: unitOf(activity) }), names, words);
    case 'fill-in':
      return offered ? words.say('answers.offered', { list: offered.join(AND) }) : withWorth(words.say('answers.typed'), names, words);
    case 'long-fill-in':
      return words.say('answers.text', { n: longestText(activity) });
    default:
      return listed(weighed(answersOf(names, slot, activity.slots), names, words));
  }
}

function inWords(pattern: Pattern, { activity, names }: NamedActivity, words: SheetWords): string {
  const name = (token: string): string => names.near.get(token) ?? token;
  switch (pattern.type) {
    case 'true-false':
      return words.say(pattern.value ? 'true' : 'false');
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
      const [min, max] = [words.number(pattern.min), words.number(pattern.max)];
      return `${min === max ? min : words.say('answers.range', { min, max })}\u00a0${unitOf(activity)}`.trim();
    }
    default:
      return pattern.text;
  }
}

/** Lists the right answers of a slot in words, as alternatives; none if nothing is right or wrong. */
export function rightWords(named: NamedActivity, { right }: Slot, words: SheetWords): string[] {
  return right.map((pattern) => inWords(pattern, named, words));
}

/** Joins them into one text, separated as authors separate them. */
export function rightAnswers(named: NamedActivity, slot: Slot, words: SheetWords): string {
  return rightWords(named, slot, words).join(' / ');
}
