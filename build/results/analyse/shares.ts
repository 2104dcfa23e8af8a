import type { Answer } from '../join/attempt.ts';
import { answerWords, itemsOf, itemWords, type Verdict } from '../join/decode-answer.ts';
import type { Question } from '../model.ts';
import type { Share } from '../report-schema.ts';

/** Maximum number of equally frequent wrong answers that are marked as tempting. If there are more, none stands out. */
const MOST_TEMPTING = 3;

type Counted = Omit<Share, 'tempting'>;

/** An answer, and the index of the person who gave it. */
export interface Given {
  readonly person: number;
  readonly answer: Answer;
}

/** Marks the most frequent wrong answers. */
function withTempting(shares: readonly Counted[]): Share[] {
  const wrong = shares.filter((share) => share.verdict === 'wrong').map(({ n }) => n);
  const most = Math.max(1, ...wrong);
  const isClear = wrong.filter((n) => n === most).length <= MOST_TEMPTING;
  return shares.map((share) => ({ ...share, tempting: isClear && share.verdict === 'wrong' && share.n === most }));
}

/** Orders by frequency, highest first; right answers come first among equals. */
function byFrequency(a: Counted, b: Counted): number {
  return b.n - a.n || Number(b.verdict === 'right') - Number(a.verdict === 'right');
}

/** An item that occurs in answers. */
interface Item {
  readonly words: string;
  readonly people: number[];
  /** True if an answer with it was right, perhaps in an older version. */
  isRight: boolean;
}

/** Collects the items of all answers, each in the words of the version that was answered. */
function itemsGiven(given: readonly Given[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const { person, answer } of given)
    for (const raw of new Set(itemsOf(answer.question, answer.raw))) {
      const key = standard(raw);
      const item = items.get(key) ?? { words: itemWords(answer.question, raw), people: [], isRight: false };
      item.people.push(person);
      item.isRight ||= answer.verdict === 'right';
      items.set(key, item);
    }
  return items;
}

/** Counts choices, levels and pairs: everything on offer, and anything else that was answered. */
function itemShares(question: Question, given: readonly Given[]): Counted[] {
  const items = itemsGiven(given);
  const right = new Set(question.right.flatMap((pattern) => itemsOf(question, pattern).map(standard)));
  const offered = question.kind === 'matching' || question.kind === 'performance' ? right : question.near.keys();
  return [...new Set([...[...offered].map(standard), ...items.keys()])].map((key) => {
    const { words, people, isRight } = items.get(key) ?? { words: itemWords(question, key), people: [], isRight: false };
    const verdict: Verdict = right.size === 0 ? 'none' : right.has(key) || isRight ? 'right' : 'wrong';
    return { words, n: people.length, verdict, people };
  });
}

/** Converts an item to the notation of 1.2, so that answers of both standards are counted together. */
function standard(item: string): string {
  return item
    .replace(/^([a-z]{1,3})\[\.\x5d/, '$1.')
    .replace(/^true$/, 't')
    .replace(/^false$/, 'f');
}

/** Counts whole answers: orders, words, numbers. */
function wholeShares(question: Question, given: readonly Given[]): Counted[] {
  const groups = new Map<string, { readonly words: string; readonly verdict: Verdict; readonly people: number[] }>();
  for (const { person, answer } of given) {
    const words = answerWords(answer.question, answer.raw).trim();
    const key = `${answer.verdict} ${words.toLowerCase()}`;
    const group = groups.get(key) ?? { words, verdict: answer.verdict, people: [] };
    group.people.push(person);
    groups.set(key, group);
  }
  const shares = [...groups.values()].map((group) => ({ ...group, n: group.people.length }));
  const isMissing = question.rightWords !== '' && !shares.some(({ verdict }) => verdict === 'right');
  return isMissing ? [...shares, { words: question.rightWords, n: 0, verdict: 'right', people: [] }] : shares;
}

/** Counts the answers to a question, in words, with the most tempting wrong ones. Free texts have no shares. */
export function sharesOf(question: Question, given: readonly Given[]): Share[] {
  switch (question.kind) {
    case 'text':
      return [];
    case 'likert':
      return withTempting(itemShares(question, given));
    case 'choice':
    case 'true-false':
    case 'matching':
    case 'performance':
      return withTempting(itemShares(question, given).sort(byFrequency));
    default:
      return withTempting(wholeShares(question, given).sort(byFrequency));
  }
}
