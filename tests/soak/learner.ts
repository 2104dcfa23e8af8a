import type { Activity } from '../../src/model/course/activity.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { drawQuestions } from '../../templates/quiz/draw-questions.ts';
import { FULL, type Answer as QuizAnswer } from '../../templates/quiz/scoring.ts';
import type { Options as QuizOptions } from '../../templates/quiz/type.ts';
import type { Scorings } from './account.ts';
import { randomAnswer } from './answers.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';

/** Somebody at the page: does what the player and the quiz let a learner do, and puts it down in the account. */
export interface Learner {
  readonly history: History;
  readonly types: Scorings;
  readonly dice: Dice;
  now(): number;
  readonly report: (event: string) => void;
  tracker: Tracker;
  /** Id of the page on screen. */
  page: string;
}

/** Shows a page: a quiz on it that was never drawn draws now, as its `mount` does. */
export function turnTo(learner: Learner, page: string): void {
  const { history, tracker } = learner;
  const { account } = history;
  const found = account.content.pages.find(({ id }) => id === page);
  if (!found) return;
  learner.page = page;
  // The player mounts activities before it notifies the tracker that the page is on screen.
  for (const quiz of account.content.activities.filter((one) => one.page === page && account.isQuiz(one))) {
    const { answer, draft } = account.of(quiz);
    const stored = (draft ?? answer) as QuizAnswer | undefined;
    if (!stored?.drawn.length) draftQuiz(learner, quiz, { round: 1, drawn: draw(learner, quiz), done: false, kept: [] });
  }
  account.see(found.n);
  history.note(learner.now(), true);
  tracker.visit(page);
}

const draw = ({ dice }: Learner, { options }: Activity): number[] => drawQuestions(options as QuizOptions, dice.next);

function draftQuiz({ history, tracker, now }: Learner, quiz: Activity, answer: QuizAnswer): void {
  history.account.draft(quiz, answer);
  history.note(now(), true);
  tracker.draft(quiz.id, answer);
}

function quizOf({ history }: Learner, activity: Activity): Activity | undefined {
  return history.account.content.activities.find(({ id }) => id === activity.quiz);
}

function roundOf({ history }: Learner, quiz: Activity): QuizAnswer | undefined {
  const { answer, draft } = history.account.of(quiz);
  return (draft ?? answer) as QuizAnswer | undefined;
}

/** Lists the activities that can be answered on the page; of a quiz, only the drawn questions. */
function openOn(learner: Learner): Activity[] {
  const { account } = learner.history;
  return account.content.activities.filter((one) => {
    if (one.page !== learner.page || account.isQuiz(one) || account.isLocked(one)) return false;
    const quiz = quizOf(learner, one);
    return !quiz || (roundOf(learner, quiz)?.drawn.includes(one.n) ?? false);
  });
}

function scoring({ types }: Learner, { type }: Activity) {
  const found = types[type];
  if (!found) throw new Error(`no scoring of ${type}`);
  return found;
}

/** Types or places something. */
export function draft(learner: Learner): void {
  const { dice, history, tracker, now } = learner;
  const open = openOn(learner);
  if (open.length === 0) return;
  const activity = dice.one(open);
  const answer = randomAnswer(dice, activity, scoring(learner, activity));
  history.account.draft(activity, answer);
  history.note(now(), true);
  tracker.draft(activity.id, answer);
}

/** Submits an answer; the last one of a round ends it. */
export function submit(learner: Learner): void {
  const { dice, history, tracker, now } = learner;
  const open = openOn(learner);
  if (open.length === 0) return;
  const activity = dice.one(open);
  const { draft: written } = history.account.of(activity);
  const isTaken = written !== undefined && written !== null && dice.chance(0.7);
  const answer = isTaken ? written : randomAnswer(dice, activity, scoring(learner, activity));
  history.account.submit(activity, answer);
  history.note(now(), false);
  learner.report(`${new Date(now()).toISOString().slice(5, 23)} submits ${activity.id}`);
  tracker.submit(activity.id, answer);
  const quiz = quizOf(learner, activity);
  if (quiz) finish(learner, quiz);
}

function percentOf({ history }: Learner, quiz: Activity, ratios: ReadonlyMap<number, number>): number {
  const asked = history.account.content.activities.filter(({ quiz: id, n }) => id === quiz.id && ratios.has(n));
  const weight = asked.some(({ points }) => points > 0) ? ({ points }: Activity) => points : () => 1;
  const total = asked.reduce((all, one) => all + weight(one), 0);
  return total === 0 ? 0 : (100 * asked.reduce((all, one) => all + weight(one) * (ratios.get(one.n) ?? 0), 0)) / total;
}

const kept = (answer: QuizAnswer): Map<number, number> => new Map(answer.kept.map(([n, ratio]) => [n, ratio / FULL]));

/** Questions of a round and their ratios, once all are answered. */
function resultsOf({ history: { account } }: Learner, quiz: Activity, round: QuizAnswer): Map<number, number> | undefined {
  const asked = account.content.activities.filter(({ quiz: id, n }) => id === quiz.id && round.drawn.includes(n));
  if (asked.length === 0 || asked.some((one) => account.of(one).answer === undefined)) return undefined;
  return new Map(asked.map((one) => [one.n, account.ratio(one, account.of(one).answer)]));
}

/** Returns the best round so far, including the one just finished. */
function betterOf(learner: Learner, quiz: Activity, round: QuizAnswer, ratios: ReadonlyMap<number, number>): QuizAnswer['kept'] {
  const before = kept(round);
  const isBetter = before.size === 0 || percentOf(learner, quiz, ratios) >= percentOf(learner, quiz, before);
  return isBetter ? round.drawn.map((n) => [n, Math.round((ratios.get(n) ?? 0) * FULL)] as const) : round.kept;
}

/** Questions that a quiz offers once more. */
function missedIn(learner: Learner, quiz: Activity): number[] {
  const round = roundOf(learner, quiz);
  if (!round || round.done || round.second || !(quiz.options as QuizOptions).secondChance) return [];
  return [...(resultsOf(learner, quiz, round) ?? [])].filter(([, ratio]) => ratio < 1).map(([n]) => n);
}

/** Ends a round whose questions are all answered, unless some of them are offered once more. */
function finish(learner: Learner, quiz: Activity, turnedDown = false): void {
  const { history, tracker, now } = learner;
  const round = roundOf(learner, quiz);
  const ratios = round && !round.done && resultsOf(learner, quiz, round);
  if (!ratios || (!turnedDown && missedIn(learner, quiz).length > 0)) return;
  const answer: QuizAnswer = { ...round, ...(turnedDown && { second: [] }), done: true, kept: betterOf(learner, quiz, round, ratios) };
  history.account.submit(quiz, answer);
  history.note(now(), false);
  tracker.submit(quiz.id, answer);
}

/** « Reprendre ces questions », or « Voir les réponses », where a quiz on the page offers them. */
export function secondChance(learner: Learner): void {
  const { dice, history, tracker, now } = learner;
  const { account } = history;
  const offered = account.content.activities.filter(
    (one) => one.page === learner.page && account.isQuiz(one) && missedIn(learner, one).length > 0,
  );
  if (offered.length === 0) return;
  const quiz = dice.one(offered);
  if (dice.chance(0.3)) {
    finish(learner, quiz, true);
    return;
  }
  const round = roundOf(learner, quiz) as QuizAnswer;
  const second = missedIn(learner, quiz);
  draftQuiz(learner, quiz, { ...round, second, kept: betterOf(learner, quiz, round, resultsOf(learner, quiz, round) ?? new Map()) });
  account.restart(quiz, second);
  history.note(now(), false);
  tracker.restart(second);
}

/** « Recommencer », where a quiz on the page offers it. */
export function again(learner: Learner): void {
  const { dice, history, tracker, now } = learner;
  const { account } = history;
  const done = account.content.activities.filter(
    (one) => one.page === learner.page && account.isQuiz(one) && roundOf(learner, one)?.done === true,
  );
  if (done.length === 0) return;
  const quiz = dice.one(done);
  const pass = account.passFor(quiz);
  const round = roundOf(learner, quiz) as QuizAnswer;
  const best = percentOf(learner, quiz, kept(round));
  const left = quiz.attempts === 0 ? 1 : quiz.attempts - (round.round % quiz.attempts || quiz.attempts);
  if (best === 100 || (left === 0 && (pass === undefined || best >= pass))) return;
  const drawn = draw(learner, quiz);
  draftQuiz(learner, quiz, { round: round.round + 1, drawn, done: false, kept: round.kept });
  const numbers = [...new Set([...round.drawn, ...drawn])];
  account.restart(quiz, numbers);
  history.note(now(), false);
  tracker.restart(numbers);
}
