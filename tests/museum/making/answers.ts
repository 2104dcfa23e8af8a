import type { Activity, Answer, Scoring, Token } from '../../../src/model/course/activity.ts';
import { diceOf, mixed } from '../../soak/dice.ts';

/** Answers of one learner to one activity. */
export interface Answers {
  readonly right: Answer;
  /** Nothing in it is right; a different answer where nothing is judged. */
  readonly wrong: Answer;
  /** Some of it is right, where that is possible. */
  readonly partly: Answer;
  /** The beginning of the right answer. */
  readonly begun: Answer;
}

/** Words with characters that a codec, a standard or a page may get wrong. */
const ODD =
  'La table du jeudi : trois « voisins », l’œuvre d’une équipe à 100 % bénévole, déjà prête pour Noël — un budget de 1 250,50 € {sic} a[,]b [.] & <b>, deux clés 🗝️ et la naïveté d’un début ; on évalue "chaque" été'.split(
    ' ',
  );

interface Field {
  readonly token: Token;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly maxCharacters: number;
}

interface Story {
  readonly token: Token;
  readonly choices: readonly { readonly token: Token; readonly to: Token; readonly needs?: unknown }[];
}

interface Options {
  readonly fields?: readonly [Field, ...Field[]];
  readonly choices: readonly { readonly token: Token; readonly right: boolean; readonly text: string }[];
  readonly multiple?: boolean;
  readonly cards: readonly { readonly token: Token; readonly right: boolean }[];
  readonly passages: readonly { readonly token: Token; readonly right: boolean }[];
  readonly items: readonly { readonly token: Token }[];
  readonly levels: readonly { readonly token: Token }[];
  readonly branches?: readonly { readonly token: Token }[];
  readonly scenes: readonly Story[];
  readonly words?: readonly string[];
  readonly min: number;
  readonly max: number;
}

const tokens = (parts: readonly { readonly token: Token }[]): Token[] => parts.map(({ token }) => token);
const turned = <Item>(items: readonly Item[]): Item[] => [...items.slice(1), ...items.slice(0, 1)];

/** Writing of a learner: the words, and whether each field is filled to its limit. */
export interface Style {
  readonly pool: readonly string[];
  readonly isWordy: boolean;
}

/** Writes a text of two lines for a field. @param turn another one gives another text */
function text({ n }: Activity, { minWords = 0, maxWords = 45, maxCharacters }: Field, turn: number, { pool, isWordy }: Style): string {
  const dice = diceOf(mixed(n, turn));
  const count = isWordy ? maxWords : Math.min(maxWords, minWords + 6 + (n % 12));
  let words = dice.one(ODD);
  for (let index = 1; index < count; index++) {
    const more = `${words}${index === 9 ? '\n' : ' '}${dice.one(index % 5 === 0 ? ODD : pool)}`;
    if (more.length > maxCharacters) break;
    words = more;
  }
  return words;
}

/** Finds a path through a story to an ending, without a circle. @param turn 0 prefers first choices, any other last ones */
function pathTo(scenes: readonly Story[], turn: number, from = scenes[0], met: readonly Story[] = []): Token[] | undefined {
  if (!from || met.includes(from)) return undefined;
  if (from.choices.length === 0) return [];
  const free = from.choices.filter(({ needs }) => needs === undefined);
  for (const { token, to } of turn === 0 ? free : free.reverse()) {
    const next = scenes.find((scene) => scene.token === to);
    const rest = pathTo(scenes, turn, next, [...met, from]);
    if (rest) return [token, ...rest];
  }
  return undefined;
}

const byToken = (parts: readonly { readonly token: Token }[], of: (index: number) => Answer): Record<Token, Answer> =>
  Object.fromEntries(tokens(parts).map((token, index) => [token, of(index)]));

/** Input for an answer to an unscored activity. */
interface Open {
  readonly options: Options;
  /** Varies the answer. */
  readonly turn: number;
  readonly text: (field: Field, more?: number) => string;
}

const fieldsOf = ({ fields }: Options, text: Open['text']): Record<Token, Answer> =>
  Object.fromEntries((fields ?? []).map((field, index) => [field.token, text(field, index)]));

/** Makes answers where nothing is right or wrong, by type. */
const OPEN: Readonly<Record<string, (open: Open) => Answer>> = {
  'open-question': ({ options: { fields }, text }) => (fields ? text(fields[0]) : ''),
  writing: ({ options, text }) => fieldsOf(options, text),
  recap: ({ options: { fields }, text }) => (fields ? { [fields[0].token]: text(fields[0]) } : {}),
  'word-cloud': ({ options: { min }, turn }) => ['écoute', 'l’été', 'à deux', 'œuvre', '100 %', 'naïveté'].slice(turn, turn + min),
  // A tab puts the second idea under the first one.
  'mind-map': ({ options: { branches = [] }, turn }) => byToken(branches, (index) => [`Idée ${index + turn}`, '\tSous l’idée', 'L’été']),
  checklist: ({ options: { choices }, turn }) => tokens(choices.filter((_, index) => index % 2 === turn % 2)),
  branching: ({ options: { scenes }, turn }) => pathTo(scenes, turn) ?? [],
  scale: ({ options: { items, levels, fields }, turn, text }) => ({
    levels: byToken(items, (index) => levels[(index + turn) % levels.length]?.token ?? ''),
    ...(fields && { comment: text(fields[0]) }),
  }),
  sliders: ({ options, turn, text }) => ({
    values: byToken(options.items, (index) => options.min + ((index * 3 + turn) % (options.max - options.min + 1))),
    ...(options.fields && { facts: fieldsOf(options, text) }),
  }),
};

const isList = (value: unknown): value is readonly Answer[] => Array.isArray(value);
const isRecord = (value: Answer): value is Readonly<Record<string, Answer>> =>
  typeof value === 'object' && value !== null && !isList(value);

/** Gives each part the value of another one. */
function swapped(right: Readonly<Record<string, Answer>>, { words = [] }: Options): Answer {
  const given = Object.values(right).map((value) => JSON.stringify(value));
  const other = (mine: Answer): Answer => {
    if (typeof mine === 'boolean') return !mine;
    const next = given.find((value) => value !== JSON.stringify(mine));
    return next === undefined ? (words.find((word) => word !== mine) ?? 'tout autre chose') : (JSON.parse(next) as Answer);
  };
  return Object.fromEntries(Object.entries(right).map(([token, mine]) => [token, other(mine)]));
}

function wrongOf({ type }: Activity, options: Options, right: Answer): Answer {
  const lures = (parts: readonly { readonly token: Token; readonly right: boolean }[]): Token[] =>
    tokens(parts.filter((one) => !one.right));
  if (type === 'choice') return lures(options.choices).slice(0, options.multiple ? undefined : 1);
  if (type === 'mark-text') return lures(options.passages);
  if (type === 'hotspots') return lures(options.cards);
  if (type === 'numeric') return options.choices[0]?.text ?? '1789,5';
  if (type === 'short-text') return options.choices[0]?.text ?? 'tout autre chose';
  if (type === 'order' && isList(right)) return turned(right);
  return isRecord(right) ? swapped(right, options) : right;
}

function partlyOf({ type }: Activity, options: Options, right: Answer, wrong: Answer): Answer {
  if (isRecord(right) && isRecord(wrong)) {
    const mine = Object.keys(right);
    return Object.fromEntries(mine.map((token, index) => [token, (index < mine.length / 2 ? right : wrong)[token] ?? null]));
  }
  if (type === 'order' && isList(right)) return [...right.slice(0, -2), ...turned(right.slice(-2))];
  return isList(right) && (type !== 'choice' || options.multiple) ? right.slice(0, Math.max(1, right.length - 1)) : wrong;
}

function begunOf(type: string, right: Answer, partly: Answer): Answer {
  // An order has all its steps from the start.
  if (type === 'order') return partly;
  if (typeof right === 'string') return right.slice(0, Math.ceil(right.length / 2));
  if (isList(right)) return right.slice(0, 1);
  if (!isRecord(right)) return right;
  const [first] = Object.entries(right).map(([key, value]) => [key, isRecord(value) ? begunOf('', value, value) : value] as const);
  return first ? Object.fromEntries([first]) : right;
}

/** Has parts to open, and submits itself after the last one. */
export function isOpened({ type, slots, options }: Activity): boolean {
  return type === 'memory' || (slots.length === 0 && (options as Partial<Options>).cards !== undefined);
}

/** Makes answers in the shape of the activity's type. */
export function answersTo(activity: Activity, scoring: Scoring, style: Style): Answers {
  const options = activity.options as Options;
  const all = tokens(options.cards ?? []);
  if (isOpened(activity) && all.length > 0) return { right: all, wrong: all, partly: all, begun: all.slice(0, 1) };
  const open = (turn: number): Answer | undefined =>
    OPEN[activity.type]?.({ options, turn, text: (field, more = 0) => text(activity, field, turn + 10 * more, style) });
  const right = open(0) ?? scoring.solve?.(options) ?? scoring.largest(options);
  const wrong = open(1) ?? wrongOf(activity, options, right);
  const partly = open(2) ?? partlyOf(activity, options, right, wrong);
  return { right, wrong, partly, begun: begunOf(activity.type, right, partly) };
}
