import type { Activity, Answer } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { rightAnswer } from './answers.ts';
import { writtenOpen } from './expected-open.ts';
import type { Told, Version } from './record.ts';

/** Work in a module: the activities that were answered, and those answered rightly. */
export interface Done {
  readonly content: ModuleContent;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly isRight: (activity: Activity) => boolean;
  /** Ids checked by the learner; of a quiz, those that were drawn. */
  readonly checked: readonly string[];
}

type Parts = Readonly<Record<string, string | boolean | readonly string[]>>;

interface Options {
  readonly choices?: readonly { readonly token: string; readonly right: boolean }[];
  readonly blanks?: readonly { readonly token: string }[];
  readonly pairs?: readonly { readonly token: string; readonly left?: string }[];
  readonly items?: readonly { readonly token: string }[];
  readonly groups?: readonly { readonly token: string }[];
  readonly passages?: readonly { readonly token: string }[];
}

const MARKS = { '1.2': [',', '.', 't', 'f'], '2004': ['[,]', '[.]', 'true', 'false'] } as const;

/** Answers of a type as each standard writes them: token of the part ('' = the whole), type, text. */
function written(activity: Activity, answer: Answer, version: Version): [part: string, type: string, text: string][] {
  const { type, options } = activity;
  const { choices = [], blanks = [], pairs = [], items = [], groups = [], passages = [] } = options as Options;
  const [and, pair, yes, no] = MARKS[version];
  const text = version === '1.2' ? 'fill-in' : 'long-fill-in';
  const parts = answer as Parts;
  const list = (tokens: readonly string[]): string => tokens.join(and);
  const inOrder = (all: readonly { readonly token: string }[], mine: unknown): string[] =>
    all.map(({ token }) => token).filter((token) => (mine as readonly string[]).includes(token));
  switch (type) {
    case 'choice':
      return [['', 'choice', list(inOrder(choices, answer))]];
    case 'mark-text':
      return [['', 'choice', list(inOrder(passages, answer))]];
    case 'true-false':
      return choices.map(({ token }) => [token, 'true-false', parts[token] ? yes : no]);
    case 'cloze':
      return blanks.map(({ token }) => [token, text, String(parts[token])]);
    case 'matching':
      return [['', 'matching', list(pairs.filter(({ token }) => parts[token]).map(({ token }) => token + pair + String(parts[token])))]];
    case 'categorize':
      return [['', 'matching', list(items.flatMap(({ token }) => inOrder(groups, parts[token]).map((group) => token + pair + group)))]];
    case 'order':
      return [['', 'sequencing', list(answer as readonly string[])]];
    case 'numeric':
      return [['', 'numeric', String(Number(answer))]];
    case 'short-text':
      return [['', text, String(answer)]];
    default:
      return writtenOpen(activity, answer, { and, pair, text });
  }
}

/** Nothing in it is right or wrong. */
const isOpen = ({ slots }: Activity): boolean => slots.every(({ right }) => right.length === 0);

function resultWord(neutral: boolean, isRight: boolean, version: Version): string {
  if (neutral) return 'neutral';
  return isRight ? 'correct' : version === '1.2' ? 'wrong' : 'incorrect';
}

/** The first right answer; '' where there is none. A number is right within bounds. */
function rightTexts(activity: Activity, version: Version): string[] {
  const { answer = 0, tolerance = 0 } = activity.options as { answer?: number; tolerance?: number };
  if (isOpen(activity)) return [];
  if (activity.type !== 'numeric') return written(activity, rightAnswer(activity), version).map(([, , text]) => text);
  const [min, max] = [answer - tolerance, answer + tolerance];
  return [version === '2004' ? `${min}[:]${max}` : min === max ? String(min) : `${min}:${max}`];
}

/** Interactions that the LMS must have, by id. */
export function expectedTold({ content, answers, isRight, checked }: Done, version: Version): Map<string, Told> {
  const reported = new Map<string, Told>();
  // A large 2004 package leaves these out.
  const { thrift = [] } = content;
  for (const activity of content.activities) {
    const { id, points, seenBy } = activity;
    const answer = answers.get(id);
    if (answer === undefined || !checked.includes(id) || seenBy === 'me') continue;
    const right = thrift.includes('patterns') ? [] : rightTexts(activity, version);
    const weighting = thrift.includes('weighting') ? '' : String(points);
    for (const [index, [part, kind, response]] of written(activity, answer, version).entries()) {
      // What an answer leaves out is sent in 2004 only: in 1.2 it is an empty text.
      if (response === '') continue;
      const result = resultWord(isOpen(activity), isRight(activity), version);
      reported.set(part ? `${id}.${part}` : id, { type: kind, response, result, weighting, pattern: right[index] ?? '' });
    }
  }
  return reported;
}

/** Activities that count: each scored one on the pages, and of the scored quizzes the questions that were drawn. */
function scored({ content, checked }: Done): Activity[] {
  const byId = new Map(content.activities.map((activity) => [activity.id, activity]));
  return content.activities.filter(({ id, type, points, quiz }) => {
    if (points === 0 || type === 'quiz') return false;
    return quiz === undefined || (checked.includes(id) && (byId.get(quiz)?.points ?? 0) > 0);
  });
}

function percent({ isRight, checked }: Done, activities: readonly Activity[]): number {
  const sum = (some: readonly Activity[]): number => some.reduce((points, activity) => points + activity.points, 0);
  const won = activities.filter((activity) => checked.includes(activity.id) && isRight(activity));
  return Math.round((10_000 * sum(won)) / sum(activities)) / 100;
}

/** The module's score once all of it was answered, 0..100 with two decimals. */
export function expectedScore(done: Done): number {
  return percent(done, scored(done));
}

/** Score and whether the pass mark is reached, by competency; those that nothing scored carries are left out. */
export function expectedCompetencies(done: Done): Map<string, { score: number; passed: boolean }> {
  const { competencies, pass = 100 } = done.content;
  return new Map(
    competencies.flatMap(({ id }) => {
      const carried = scored(done).filter((activity) => activity.competencies.includes(id));
      const score = percent(done, carried);
      return carried.length === 0 ? [] : [[id, { score, passed: score >= pass }] as const];
    }),
  );
}

/** `data-state` of every activity once all of it was done and its quizzes are over. */
export function expectedStates({ content, checked, isRight }: Done): Record<string, string> {
  return Object.fromEntries(
    content.activities.map((activity) => {
      const { id, quiz } = activity;
      if (quiz !== undefined && !checked.includes(id)) return [id, 'new'];
      if (isOpen(activity)) return [id, 'done'];
      return [id, isRight(activity) ? 'right' : 'wrong'];
    }),
  );
}
