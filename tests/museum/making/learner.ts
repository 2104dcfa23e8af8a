import type { Activity, Answer } from '../../../src/model/course/activity.ts';
import type { Tracker } from '../../../src/visit/tracker.ts';
import { drawQuestions } from '../../../templates/quiz/draw-questions.ts';
import { FULL, type Answer as Round } from '../../../templates/quiz/scoring.ts';
import type { Options as QuizOptions } from '../../../templates/quiz/type.ts';
import type { Account } from '../../soak/account.ts';
import type { Clock } from '../../soak/clock.ts';
import type { Dice } from '../../soak/dice.ts';
import type { Scorings } from '../visit.ts';
import { type Answers, answersTo, isOpened, type Style } from './answers.ts';

interface Shown {
  readonly fill?: boolean;
  readonly asks?: boolean;
}

/** Has nothing to answer. */
const isRead = ({ type, options }: Activity): boolean =>
  (type === 'mind-map' && !(options as Shown).fill) || (type === 'compare' && !(options as Shown).asks);

/** Submits itself when it is shown. */
const isPassive = (activity: Activity): boolean => activity.type === 'recap' || isRead(activity);

/** Input of the learner, besides the module. */
interface World {
  readonly types: Scorings;
  readonly clock: Clock;
  readonly dice: Dice;
  /** Fills each field to its limit. */
  readonly isWordy: boolean;
}

/** Collects the words of the module's questions. */
function wordsIn({ content }: Account): string[] {
  const texts = content.activities.map(({ title, after = '' }) => `${title} ${after.replace(/<[^>]*>/g, ' ')}`);
  return [...new Set(texts.join(' ').split(/\s+/))].filter((word) => word !== '');
}

/** A learner: does what the player allows, and keeps an account of it. */
export class Learner {
  readonly account: Account;
  page = '';
  private tracker: Tracker | undefined;
  private readonly types: Scorings;
  private readonly clock: Clock;
  private readonly dice: Dice;
  private readonly style: Style;

  constructor(account: Account, { types, clock, dice, isWordy }: World) {
    this.account = account;
    this.types = types;
    this.clock = clock;
    this.dice = dice;
    this.style = { pool: wordsIn(account), isWordy };
  }

  /** Begins a new visit. */
  sitDown(tracker: Tracker): void {
    this.tracker = tracker;
  }

  private get at(): Tracker {
    if (!this.tracker) throw new Error('no visit is open');
    return this.tracker;
  }

  /** Shows a page: a new quiz draws its questions, and what has nothing to answer submits itself. */
  turnTo(id: string): void {
    const page = this.account.content.pages.find((one) => one.id === id);
    if (!page) throw new Error(`no page ${id}`);
    this.page = id;
    const here = this.account.content.activities.filter((one) => one.page === id);
    for (const quiz of here.filter((one) => this.account.isQuiz(one) && !this.round(one)))
      this.draft(quiz, { round: 1, drawn: this.drawn(quiz), done: false, kept: [] }, true);
    this.account.see(page.n);
    this.at.visit(id);
    for (const activity of here) if (isPassive(activity) && !this.at.standing(activity.id).submitted) this.submit(activity, {}, true);
    this.clock.pass(this.dice.count(4000, 40_000));
  }

  draft(activity: Activity, answer: Answer, byItself = false): void {
    this.account.draft(activity, answer);
    this.at.draft(activity.id, answer, byItself);
    if (!byItself) this.clock.pass(this.dice.count(1500, 25_000));
  }

  submit(activity: Activity, answer: Answer, byItself = false): void {
    this.account.submit(activity, answer);
    this.at.submit(activity.id, answer, byItself);
    if (!byItself) this.clock.pass(this.dice.count(1500, 25_000));
    const quiz = this.account.content.activities.find(({ id }) => id === activity.quiz);
    if (quiz) this.endRound(quiz);
  }

  /** Gives this learner's answers to an activity. */
  answers(activity: Activity): Answers {
    const scoring = this.types[activity.type];
    if (!scoring) throw new Error(`no scoring of ${activity.type}`);
    return answersTo(activity, scoring, this.style);
  }

  /** Works on an activity. @param manner 0 to 6 */
  workOn(activity: Activity, manner: number): void {
    const { right, wrong, partly, begun } = this.answers(activity);
    if (isOpened(activity)) {
      this.draft(activity, begun);
      if (manner % 3 > 0) this.submit(activity, right);
      return;
    }
    const first = [right, wrong, wrong, begun, partly, wrong, right][manner] ?? right;
    this.draft(activity, first);
    if (manner === 3) return;
    this.submit(activity, first);
    if (manner === 1) this.submit(activity, right);
    if (this.account.isLocked(activity)) return;
    if (manner === 4) this.submit(activity, wrong);
    if (manner === 5) this.draft(activity, right);
    if (manner === 6) this.draft(activity, begun);
  }

  /** Activities of a page that are not locked, without quizzes and their questions. */
  openOn(page: string): Activity[] {
    return this.account.content.activities.filter(
      (one) => one.page === page && one.quiz === undefined && !isRead(one) && !this.account.isQuiz(one) && !this.account.isLocked(one),
    );
  }

  quizzesOn(page: string): Activity[] {
    return this.account.content.activities.filter((one) => one.page === page && this.account.isQuiz(one));
  }

  /** Open questions of the round, in its order. */
  questions(quiz: Activity): Activity[] {
    const { drawn = [], done = false } = this.round(quiz) ?? {};
    const asked = drawn.map((number) => this.account.content.activities.find(({ n }) => n === number));
    return done ? [] : asked.filter((one) => one !== undefined).filter((one) => this.account.of(one).answer === undefined);
  }

  /** « Recommencer » */
  again(quiz: Activity): void {
    const before = this.round(quiz);
    if (!before?.done) throw new Error(`${quiz.id} is not over`);
    const drawn = this.drawn(quiz);
    this.draft(quiz, { round: before.round + 1, drawn, done: false, kept: before.kept });
    const numbers = [...new Set([...before.drawn, ...drawn])];
    this.account.restart(quiz, numbers);
    this.at.restart(numbers);
  }

  /** « Reprendre ces questions »: opens those that were not right. */
  secondChance(quiz: Activity): void {
    const round = this.round(quiz);
    const second = this.missed(quiz);
    if (!round || second.length === 0) throw new Error(`${quiz.id} offers no second chance`);
    this.draft(quiz, { ...round, second, kept: this.better(round) });
    this.account.restart(quiz, second);
    this.at.restart(second);
  }

  /** Questions for a second chance, once all are answered. */
  missed(quiz: Activity): number[] {
    const round = this.round(quiz);
    const isOffered = (quiz.options as QuizOptions).secondChance && !round?.second && !round?.done && this.questions(quiz).length === 0;
    return round && isOffered ? this.ratios(round).flatMap(([n, ratio]) => (ratio < FULL ? [n] : [])) : [];
  }

  private round(quiz: Activity): Round | undefined {
    const { answer, draft } = this.account.of(quiz);
    return (draft ?? answer) as Round | undefined;
  }

  private drawn({ options }: Activity): number[] {
    return drawQuestions(options as QuizOptions, this.dice.next);
  }

  private ratios({ drawn }: Round): Round['kept'] {
    const { activities } = this.account.content;
    return drawn.map((number) => {
      const question = activities.find(({ n }) => n === number) as Activity;
      return [number, Math.round(this.account.ratio(question, this.account.of(question).answer) * FULL)] as const;
    });
  }

  /** The better of this round and the best one before. All questions have the same points here. */
  private better(round: Round): Round['kept'] {
    const now = this.ratios(round);
    const mean = (kept: Round['kept']): number => kept.reduce((sum, [, ratio]) => sum + ratio, 0) / kept.length;
    return round.kept.length === 0 || mean(now) >= mean(round.kept) ? now : round.kept;
  }

  /** Ends a round whose questions are all answered, unless the quiz offers a second chance. */
  private endRound(quiz: Activity): void {
    const round = this.round(quiz);
    if (!round || this.questions(quiz).length > 0 || this.missed(quiz).length > 0) return;
    this.submit(quiz, { ...round, done: true, kept: this.better(round) });
  }
}
