import { activityTypes } from '../../build/types/activities.ts';
import type { Activity, Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';

/** Answers that the learner is going to give, by activity id. */
export type Plan = ReadonlyMap<string, Answer>;

interface Choices {
  readonly choices: readonly { readonly token: string; readonly right: boolean }[];
  readonly multiple: boolean;
}

type Wrong = (options: never, right: never) => Answer;

function turned<Item>(items: readonly Item[]): Item[] {
  return [...items.slice(1), ...items.slice(0, 1)];
}

/** Each part gets what belongs to another one. */
function swapped(right: Readonly<Record<string, string>>): Record<string, string> {
  const given = Object.values(right);
  return Object.fromEntries(Object.entries(right).map(([token, mine]) => [token, given.find((other) => other !== mine) ?? mine]));
}

/** Answers in which nothing is right, from the content and the right answer. */
const WRONG: Readonly<Record<string, Wrong>> = {
  choice: ({ choices, multiple }: Choices) =>
    choices
      .filter(({ right }) => !right)
      .map(({ token }) => token)
      .slice(0, multiple ? undefined : 1),
  'true-false': (_: unknown, right: Record<string, boolean>) =>
    Object.fromEntries(Object.entries(right).map(([token, announced]) => [token, !announced])),
  'mark-text': ({ passages }: { passages: Choices['choices'] }) => passages.filter(({ right }) => !right).map(({ token }) => token),
  'short-text': () => 'un tout autre mot',
  numeric: () => '-9999',
  order: (_: unknown, right: readonly string[]) => turned(right),
  cloze({ words }: { words?: readonly string[] }, right: Record<string, string>) {
    const used = Object.values(right);
    const lure = words?.find((word) => !used.includes(word)) ?? 'autre chose';
    return Object.fromEntries(Object.keys(right).map((token) => [token, lure]));
  },
  compare: (_: unknown, right: Record<string, string>) => swapped(right),
  'label-image': (_: unknown, right: Record<string, string>) => swapped(right),
  'stakeholder-map': (_: unknown, right: Record<string, string>) => swapped(right),
  hotspots: ({ cards }: { cards: Choices['choices'] }) => cards.filter(({ right }) => !right).map(({ token }) => token),
  matching({ targets }: { targets: readonly { token: string }[] }, right: Record<string, string>) {
    const other = (target: string): string => targets.find(({ token }) => token !== target)?.token ?? '';
    return Object.fromEntries(Object.entries(right).map(([pair, target]) => [pair, other(target)]));
  },
  categorize({ groups }: { groups: readonly { token: string }[] }, right: Record<string, readonly string[]>) {
    // What belongs to every group is right only in all of them.
    const other = (mine: readonly string[]): string[] =>
      [...groups.map(({ token }) => token).filter((token) => !mine.includes(token)), ...mine].slice(0, 1);
    return Object.fromEntries(Object.entries(right).map(([item, mine]) => [item, other(mine)]));
  },
};

const WORDS =
  'La commune, l’association "Boussole", un bailleur; à trois, ils préparent l’atelier d’été: chacun garde sa place, évalue, décide'.split(
    ' ',
  );

interface Field {
  readonly token: string;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly maxCharacters: number;
}

/** As many words as are asked for, different in each field; one in seven as long as may be, over several lines. */
function textFor({ id, n }: Pick<Activity, 'id' | 'n'>, { minWords = 12, maxWords = minWords, maxCharacters }: Field): string {
  const long = n % 7 === 0;
  const count = long ? maxWords : minWords;
  let text = id;
  for (let index = 1; index < count; index++) {
    const longer = `${text}${long && index % 30 === 0 ? '\n' : ' '}${WORDS[(index + n) % WORDS.length]}`;
    if (longer.length > maxCharacters) break;
    text = longer;
  }
  return text;
}

interface Open {
  readonly fields: readonly [Field, ...Field[]];
  readonly levels: readonly { readonly token: string }[];
  readonly items: readonly { readonly token: string; readonly fact?: string }[];
  readonly branches: readonly { readonly token: string }[];
  readonly min: number;
  readonly max: number;
}

type Own = (options: never, activity: Activity) => Answer;

const byToken = <Part extends { readonly token: string }>(parts: readonly Part[], of: (part: Part, index: number) => Answer): Answer =>
  Object.fromEntries(parts.map((part, index) => [part.token, of(part, index)]));

/** Answers where nothing is right or wrong. */
const OPEN: Readonly<Record<string, Own>> = {
  'open-question': ({ fields }: Open, activity) => textFor(activity, fields[0]),
  writing: ({ fields }: Open, { id, n }) => byToken(fields, (field, index) => textFor({ id, n: n + index }, field)),
  'word-cloud': ({ min }: Open) => WORDS.filter((word) => !word.includes(',')).slice(0, min),
  // A map to read has no branches to fill.
  'mind-map': ({ branches = [] }: Partial<Open>) => byToken(branches, (_, index) => WORDS.slice(2 * index, 2 * index + 2)),
  checklist: ({ choices }: Choices) => choices.filter((_, index) => index % 2 === 0).map(({ token }) => token),
  scale: ({ levels, items, fields }: Open & { fields?: Open['fields'] }, activity) => ({
    levels: byToken(items, (_, index) => levels[index % levels.length]?.token ?? ''),
    ...(fields && { comment: textFor(activity, fields[0]) }),
  }),
  sliders: ({ items, fields, min, max }: Open, activity) => ({
    values: byToken(items, (_, index) => max - (index % (max - min))),
    facts: byToken(fields, (field) => textFor(activity, field)),
  }),
};

/** The right answer, any one where nothing is right or wrong, null where there is nothing to answer. */
export function rightAnswer(activity: Activity): Answer {
  const own = OPEN[activity.type];
  if (own) return own(activity.options as never, activity);
  // A story for the learner alone has no slot.
  if (activity.slots.length === 0 && activity.type !== 'branching') return null;
  return activityTypes.get(activity.type)?.scoring?.solve?.(activity.options) ?? null;
}

/** An answer with nothing right in it; any one where nothing is right or wrong. */
export function wrongAnswer(activity: Activity): Answer {
  const right = rightAnswer(activity);
  return (right && WRONG[activity.type]?.(activity.options as never, right as never)) ?? right;
}

/** Answers to the whole module. @param isRight which activities get their right answer */
export function planOf({ activities }: ModuleContent, isRight: (activity: Activity) => boolean): Plan {
  const answers = activities.map((activity) => [activity.id, isRight(activity) ? rightAnswer(activity) : wrongAnswer(activity)] as const);
  return new Map(answers.filter(([, answer]) => answer !== null));
}
