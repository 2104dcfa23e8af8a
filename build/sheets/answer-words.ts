import type { Activity } from '../../src/model/activity.ts';
import type { Formats } from '../../src/model/formats.ts';
import type { Pattern, Slot } from '../../src/model/interaction.ts';
import { answersOf, type PartNames, partNames } from './part-names.ts';
import type { SheetWords } from './sheet-words.ts';

/** Between the things of one cell. */
export const AND = ' | ';
/** From what was placed to its place. */
export const TO = ' → ';

function namesIn({ options }: Activity, { lang }: SheetWords): PartNames {
  return partNames(options as object, lang);
}

function listed(names: ReadonlyMap<string, string>): string {
  return [...names].map(([token, name]) => `${token} = ${name}`).join(AND);
}

function unitOf({ options }: Activity): string {
  return (options as { unit?: string }).unit ?? '';
}

/** Characters that a free text may have; 0 where its field says nothing. */
export function longestText({ options }: Activity): number {
  const { fields = [] } = options as { fields?: readonly { readonly maxCharacters?: number }[] };
  return Math.max(0, ...fields.map((field) => field.maxCharacters ?? 0));
}

/** What may be answered, and what the signs that the LMS shows stand for. */
export function possibleAnswers(activity: Activity, slot: Slot, formats: Formats, words: SheetWords): string {
  const { words: offered } = activity.options as { words?: readonly string[] };
  const sign = (value: boolean): string => formats.answer({ type: 'true-false', value });
  switch (slot.type) {
    case 'true-false':
      return `${sign(true)} = ${words.say('true')}${AND}${sign(false)} = ${words.say('false')}`;
    case 'matching': {
      const { near, far } = namesIn(activity, words);
      return words.say('answers.matching', { near: listed(near), far: listed(far) });
    }
    case 'numeric':
      return words.say(unitOf(activity) ? 'answers.number.unit' : 'answers.number', { unit: unitOf(activity) });
    case 'fill-in':
      return offered ? words.say('answers.offered', { list: offered.join(AND) }) : words.say('answers.typed');
    case 'long-fill-in':
      return words.say('answers.text', { n: longestText(activity) });
    default:
      return listed(answersOf(namesIn(activity, words), slot, activity.slots));
  }
}

function inWords(pattern: Pattern, activity: Activity, words: SheetWords): string {
  const name = (token: string): string => namesIn(activity, words).near.get(token) ?? token;
  switch (pattern.type) {
    case 'true-false':
      return words.say(pattern.value ? 'true' : 'false');
    case 'choice':
      return pattern.tokens.map((token) => `${token} = ${name(token)}`).join(AND);
    case 'sequencing':
      return pattern.tokens.map(name).join(TO);
    case 'matching':
      return pattern.pairs.map(([token, place]) => name(token) + TO + (namesIn(activity, words).far.get(place) ?? place)).join(AND);
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

/** The right answers of a slot in words, each an alternative to the first. None where nothing is right or wrong. */
export function rightWords(activity: Activity, { right }: Slot, words: SheetWords): string[] {
  return right.map((pattern) => inWords(pattern, activity, words));
}

/** The same in one text, parted as authors part them. */
export function rightAnswers(activity: Activity, slot: Slot, words: SheetWords): string {
  return rightWords(activity, slot, words).join(' / ');
}
