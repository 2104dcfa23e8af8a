import type { Activity, Answer, Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import type { Interaction } from '../../src/model/record/interaction.ts';
import type { LearnerState } from '../../src/model/state/state.ts';

/** A learner's work on one activity. `best` is the ratio 0..1 of the best try. */
export interface Facts {
  readonly answer?: Answer;
  readonly draft?: Answer;
  readonly tries: number;
  readonly best: number;
}

interface QuizAnswer {
  readonly drawn: readonly number[];
  readonly kept: readonly (readonly [number, number])[];
}

interface QuizOptions {
  readonly questions?: readonly unknown[];
  readonly draw?: { readonly total: number };
}

/** A module that is alone, or one chapter, with what is asked there and what stands there. */
export interface Share extends Pick<ModuleContent, 'completion' | 'pass' | 'onFail' | 'pages' | 'activities'> {
  readonly id: string;
  /** Lock number of a chapter. */
  readonly n?: number;
}

/** Pages follow one another, chapter after chapter. */
function sharesOf({ chapters, ...content }: ModuleContent): Share[] {
  const rest = [...content.pages];
  return (chapters ?? []).map((chapter) => {
    const pages = rest.splice(0, chapter.pages);
    return { ...chapter, pages, activities: content.activities.filter(({ page }) => pages.some(({ id }) => id === page)) };
  });
}

/** Best result of a module or chapter. */
export interface Reached {
  readonly score: number | undefined;
  readonly status: Status;
}

export type Scorings = Readonly<Record<string, Scoring>>;
export type Status = LearnerState['status'];

/** Worst first. */
export const RANKS: readonly Status[] = ['incomplete', 'failed', 'completed', 'passed'];

const same = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);
const nothing: Facts = { tries: 0, best: 0 };

/** Points won and to be won, and whether anything was answered. */
interface Points {
  readonly won: number;
  readonly total: number;
  readonly begun: boolean;
}

const percent = ({ won, total, begun }: Points): number | undefined =>
  begun && total > 0 ? Math.round((10_000 * won) / total + 1e-6) / 100 : undefined;

const sum = (parts: readonly Points[]): Points => ({
  won: parts.reduce((all, { won }) => all + won, 0),
  total: parts.reduce((all, { total }) => all + total, 0),
  begun: parts.some(({ begun }) => begun),
});

/**
 * The learner's own account of what was done in a module: as plain as can be, and nothing shared with the runtime but
 * the types' scoring.
 */
export class Account {
  readonly content: ModuleContent;
  private readonly types: Scorings;
  facts = new Map<number, Facts>();
  seen = new Set<number>();
  score: number | undefined;
  status: Status = 'incomplete';
  /** None in a module that is alone. */
  readonly shares: readonly Share[];
  /** By lock number. */
  chapters = new Map<number, Reached>();

  constructor(content: ModuleContent, types: Scorings) {
    this.content = content;
    this.types = types;
    this.shares = sharesOf(content);
  }

  of({ n }: Activity): Facts {
    return this.facts.get(n) ?? nothing;
  }

  ratio({ type, options }: Activity, answer: Answer | undefined): number {
    return answer === undefined || answer === null ? 0 : (this.types[type]?.score(options, answer).ratio ?? 0);
  }

  report({ type, options }: Activity, answer: Answer): readonly Interaction[] {
    return this.types[type]?.report(options, answer) ?? [];
  }

  isQuiz({ type }: Activity): boolean {
    return this.types[type]?.draw !== undefined;
  }

  /** Tests whether no tries are left, or everything is right. */
  isLocked(activity: Activity): boolean {
    const { answer, tries } = this.of(activity);
    if (answer === undefined || this.isQuiz(activity)) return false;
    const isJudged = activity.points > 0 || activity.slots.some(({ right }) => right.length > 0);
    return (isJudged && this.ratio(activity, answer) === 1) || (activity.attempts > 0 && tries >= activity.attempts);
  }

  see(n: number): void {
    this.seen.add(n);
    this.settle();
  }

  draft(activity: Activity, answer: Answer): void {
    const { draft: _, ...facts } = this.of(activity);
    if (!same(answer, facts.answer ?? null)) this.facts.set(activity.n, { ...facts, draft: answer });
    else if (facts.answer === undefined) this.facts.delete(activity.n);
    else this.facts.set(activity.n, facts);
  }

  submit(activity: Activity, answer: Answer): void {
    const { tries, best } = this.of(activity);
    this.facts.set(activity.n, { answer, tries: tries + 1, best: Math.max(best, this.ratio(activity, answer)) });
    this.settle();
  }

  /** A new round: its questions are forgotten, and the quiz has its tries back where all are used. */
  restart(quiz: Activity, numbers: readonly number[]): void {
    for (const n of numbers) this.facts.delete(n);
    const facts = this.of(quiz);
    if (quiz.attempts > 0 && facts.tries >= quiz.attempts) this.facts.set(quiz.n, { ...facts, tries: 0 });
    this.settle();
  }

  /** The pass mark that counts where an activity stands. */
  passFor(activity: Activity): number | undefined {
    return (this.shares.find(({ activities }) => activities.includes(activity)) ?? this.content).pass;
  }

  /** Computes the best score and the best status, also of each chapter. */
  settle(): void {
    const whole = this.reach(this.content, this);
    for (const share of this.shares) {
      const n = share.n ?? 0;
      this.chapters.set(n, this.reach(share, this.chapters.get(n) ?? { score: undefined, status: 'incomplete' }));
    }
    this.score = whole.score;
    const all = this.shares.map(({ n = 0 }) => this.chapters.get(n)?.status);
    const together = RANKS.filter((status) => all.includes(status)).find((status) => status !== 'completed') ?? 'completed';
    const earned = this.shares.length === 0 ? whole.status : together;
    if (RANKS.indexOf(earned) > RANKS.indexOf(this.status)) this.status = earned;
  }

  private reach(share: Share, before: Reached): Reached {
    const points = percent(sum(share.activities.filter(({ quiz }) => quiz === undefined).map((one) => this.points(one))));
    const score = points === undefined ? before.score : Math.max(before.score ?? 0, points);
    const earned = this.earned(share, score);
    return { score, status: RANKS.indexOf(earned) > RANKS.indexOf(before.status) ? earned : before.status };
  }

  private points(activity: Activity): Points {
    if (activity.points === 0) return { won: 0, total: 0, begun: false };
    if (this.isQuiz(activity)) return this.quizPoints(activity);
    const { answer, best } = this.of(activity);
    return { won: best * activity.points, total: activity.points, begun: answer !== undefined };
  }

  private quizPoints(quiz: Activity): Points {
    const questions = this.content.activities.filter((one) => one.quiz === quiz.id && one.points > 0);
    const { answer, draft } = this.of(quiz);
    const { drawn = [], kept = [] } = ((draft ?? answer) as unknown as QuizAnswer | undefined) ?? {};
    const { questions: all = [], draw } = quiz.options as QuizOptions;
    const best = new Map(kept);
    const keptPoints = questions
      .filter(({ n }) => best.has(n))
      .map(({ n, points }) => ({ won: (points * (best.get(n) ?? 0)) / 10_000, total: points, begun: true }));
    const livePoints = questions
      .filter(({ n }) => drawn.includes(n))
      .map((one) => ({ won: one.points * this.of(one).best, total: one.points, begun: this.of(one).answer !== undefined }));
    if (keptPoints.length + livePoints.length > 0) {
      const isLiveBetter = (percent(sum(livePoints)) ?? 0) > (percent(sum(keptPoints)) ?? -1);
      return sum(isLiveBetter ? livePoints : keptPoints);
    }
    const total = questions.reduce((points, one) => points + one.points, 0);
    return { won: 0, total: total * Math.min(1, (draw?.total ?? all.length) / questions.length), begun: false };
  }

  private earned({ completion, pass, pages, activities, onFail }: Share, score: number | undefined): Status {
    const isReached = pass !== undefined && (score ?? -1) >= pass;
    const hasSeen = pages.every(({ n }) => this.seen.has(n));
    const hasAnswered = activities.every((one) => one.quiz !== undefined || !one.required || this.of(one).answer !== undefined);
    const rules = { visited: hasSeen, activities: hasAnswered, score: isReached, 'visited+score': hasSeen && isReached };
    if (rules[completion] && (pass === undefined || isReached)) return pass === undefined ? 'completed' : 'passed';
    const quizzes = activities.filter((one) => this.isQuiz(one) && one.points > 0);
    const isUsed = (quiz: Activity): boolean => quiz.attempts > 0 && this.of(quiz).tries >= quiz.attempts;
    const isSpent = onFail === 'failed' && quizzes.length > 0 && quizzes.every(isUsed);
    return pass !== undefined && !isReached && isSpent ? 'failed' : 'incomplete';
  }
}
