import type { Activity, Answer, Scoring } from '../../src/model/course/activity.ts';
import type { Dice } from './dice.ts';

const WORDS = 'le four était froid ; on a prévenu l’équipe « demain » à 6 h 30, 100 % sûr… œuvre — {fr} a[,]b 🥖 l’été'.split(' ');

/** Makes up a typed text with a maximum number of characters. */
export function typed(dice: Dice, most: number): string {
  const length = dice.chance(0.1) ? most : dice.count(1, Math.min(most, 400));
  let text = '';
  while (text.length < length) text += dice.one(WORDS) + (dice.chance(0.1) ? '\n' : ' ');
  // A field takes whole characters.
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** A few words on one line. */
function line(dice: Dice, most: number): string {
  return typed(dice, most).replace(/\s+/g, ' ').trim() || 'four';
}

type Options = Readonly<Record<string, unknown>>;
type Part = { readonly token: string; readonly fact?: string; readonly maxCharacters?: number };

const partsIn = (options: Options, member: string): readonly Part[] => (options[member] ?? []) as readonly Part[];

/** A value for some of these parts. */
function forSome(dice: Dice, parts: readonly Part[], value: (part: Part) => Answer): Record<string, Answer> {
  return Object.fromEntries(dice.some(parts, 0.8).map((part) => [part.token, value(part)]));
}

/** Answers with words of the learner's own beside marks, by type. */
const WORDED: Readonly<Record<string, (dice: Dice, options: Options) => Answer>> = {
  'word-cloud': (dice) => Array.from({ length: dice.count(1, 6) }, () => line(dice, 30)),
  writing: (dice, options) =>
    forSome(dice, partsIn(options, 'fields'), ({ maxCharacters = 100 }) => typed(dice, Math.min(300, maxCharacters))),
  recap: (dice, options) =>
    forSome(dice, partsIn(options, 'fields'), ({ maxCharacters = 100 }) => typed(dice, Math.min(200, maxCharacters))),
  'mind-map': (dice, options) =>
    forSome(dice, partsIn(options, 'branches'), () => Array.from({ length: dice.count(1, 3) }, () => line(dice, 40))),
  scale: (dice, options) => ({
    levels: forSome(dice, partsIn(options, 'items'), () => dice.one(partsIn(options, 'levels')).token),
    ...(options.fields !== undefined && dice.chance(0.5) && { comment: typed(dice, 300) }),
  }),
  sliders: (dice, options) => ({
    values: forSome(dice, partsIn(options, 'items'), () => dice.count(Number(options.min), Number(options.max))),
    ...(options.fields !== undefined && {
      facts: Object.fromEntries(dice.some(partsIn(options, 'items'), 0.5).map(({ fact = '' }) => [fact, typed(dice, 200)])),
    }),
  }),
};

interface AnyOptions {
  readonly choices?: readonly { readonly token: string }[];
  readonly multiple?: boolean;
  readonly steps?: readonly { readonly token: string }[];
  readonly fields?: readonly { readonly maxCharacters: number }[];
}

/** An answer that a learner could give: right, wrong or in part, in the shape that the type asks for. */
export function randomAnswer(dice: Dice, activity: Activity, scoring: Scoring): Answer {
  const options = activity.options as AnyOptions;
  const worded = WORDED[activity.type];
  if (worded) return worded(dice, options as Options);
  const largest = scoring.largest(options);
  const right = scoring.solve?.(options) ?? largest;
  if (options.fields) return typed(dice, options.fields[0]?.maxCharacters ?? 100);
  if (dice.chance(0.35)) return right;
  if (typeof largest === 'string') return dice.chance(0.3) ? '12,5' : typed(dice, 20).replace(/\n/g, ' ');
  if (Array.isArray(largest)) {
    if (options.steps) return dice.shuffled(largest);
    const tokens = options.choices?.map(({ token }) => token) ?? largest;
    if (options.choices && !options.multiple) return [dice.one(tokens)];
    return options.choices ? dice.some(tokens, 0.6) : tokens.slice(0, dice.count(1, tokens.length));
  }
  const members = Object.entries({ ...(largest as object), ...(right as object) } as Record<string, Answer>);
  const other = largest as Record<string, Answer>;
  return Object.fromEntries(dice.some(members, 0.9).map(([key, value]) => [key, dice.chance(0.5) ? (other[key] ?? value) : value]));
}
