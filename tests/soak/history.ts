import type { Activity } from '../../src/model/course/activity.ts';
import type { LearnerState } from '../../src/model/state/state.ts';
import { type Account, type Facts, RANKS, type Reached } from './account.ts';

/** Activities that are kept or lost together: a single one, or a quiz with its questions. */
interface Unit {
  readonly name: string;
  readonly members: readonly Activity[];
}

/** State after an action of the learner. */
interface Entry {
  readonly at: number;
  /** By the unit's name, as text. */
  readonly units: ReadonlyMap<string, string>;
  readonly seen: readonly number[];
  readonly score: number | undefined;
  readonly rank: number;
  /** By lock number. */
  readonly chapters: ReadonlyMap<number, Reached>;
  /** Typed or placed, not submitted. */
  readonly typed: boolean;
}

/** Data that should be there and is missing. */
export interface Missing {
  readonly kind: 'lost' | 'lowered';
  readonly what: string;
}

function unitsOf({ content, isQuiz }: Account, account: Account): Unit[] {
  return content.activities
    .filter(({ quiz }) => quiz === undefined)
    .map((one) => ({
      name: one.id,
      members: isQuiz.call(account, one) ? [one, ...content.activities.filter(({ quiz }) => quiz === one.id)] : [one],
    }));
}

function textOf(members: readonly Activity[], factsOf: (activity: Activity) => Facts | undefined): string {
  return JSON.stringify(
    members.map((member) => {
      const facts = factsOf(member);
      return facts && [facts.answer, facts.draft, facts.tries, Math.round(facts.best * 1e6)];
    }),
  );
}

/** Everything that a learner did since the last launch, and how much of it must be there at the next one. */
export class History {
  readonly account: Account;
  private readonly units: readonly Unit[];
  private entries: Entry[] = [];
  /** Index of the last entry that must be there. */
  private sure = 0;
  /** Nothing is saved yet, since a text that could not be applied is still there. */
  isHeld: () => boolean = () => false;
  /** Highest score and status that a package of another lock may have added. */
  private ceiling = { score: -1, rank: 0 };

  constructor(account: Account) {
    this.account = account;
    this.units = unitsOf(account, account);
    this.restart(0);
  }

  /** Takes the current state as the start of the next visit. */
  restart(at: number): void {
    this.entries = [];
    this.sure = 0;
    this.ceiling = { score: -1, rank: 0 };
    this.note(at, false);
  }

  /** After each deed. */
  note(at: number, typed: boolean): void {
    const { account } = this;
    this.entries.push({
      at: this.isHeld() ? Number.POSITIVE_INFINITY : at,
      typed,
      units: new Map(this.units.map(({ name, members }) => [name, textOf(members, (one) => account.facts.get(one.n))])),
      seen: [...account.seen],
      score: account.score,
      rank: RANKS.indexOf(account.status),
      chapters: new Map(account.chapters),
    });
  }

  get last(): number {
    return this.entries.length - 1;
  }

  /** Score and status are kept, whichever package earned them. */
  allow(score: number | undefined, rank: number): void {
    // A score that was earned there may be what is still missing here.
    const isHigher = (score ?? -1) > (this.entries.at(-1)?.score ?? -1);
    this.ceiling = {
      score: Math.max(this.ceiling.score, score ?? -1),
      rank: isHigher ? RANKS.length : Math.max(this.ceiling.rank, rank),
    };
  }

  /** Everything up to this entry is kept for certain. */
  secure(index: number): void {
    this.sure = Math.max(this.sure, index);
  }

  /** The last entry that a page which died had time to save: submitted a second before, typed ten. */
  savedBefore(death: number, since: number): number {
    const inTime = ({ at, typed }: Entry): boolean => at > since && at < death - (typed ? 10_000 : 1000);
    return this.entries.findLastIndex(inTime);
  }

  /**
   * Compares what is there at a launch with what must be, and goes on from it.
   * @param without lock numbers of activities whose words the LMS had no room for
   */
  compare(state: LearnerState, without: ReadonlySet<number>): Missing[] {
    const must = this.entries.slice(this.sure);
    const found = new Map<number, Facts>();
    for (const activity of this.account.content.activities) {
      const kept = state.activities[activity.n];
      if (!kept) continue;
      const { best = 0, ...rest } = kept;
      found.set(activity.n, { ...rest, best: Math.max(best, this.account.ratio(activity, kept.answer)) });
    }
    const missing: Missing[] = [];
    for (const { name, members } of this.units) {
      const text = textOf(members, (one) => found.get(one.n));
      const [first] = must;
      const isThere = must.some(({ units }) => units.get(name) === text) || members.some(({ n }) => without.has(n));
      if (!isThere)
        missing.push({ kind: 'lost', what: `${name}: ${text.slice(0, 300)} instead of ${first?.units.get(name)?.slice(0, 300)}` });
    }
    const [first] = must;
    const unseen = (first?.seen ?? []).filter((n) => !state.seen.includes(n));
    if (unseen.length > 0) missing.push({ kind: 'lost', what: `pages ${unseen}` });
    if ((state.score ?? -1) < (first?.score ?? -1))
      missing.push({ kind: 'lowered', what: `score ${state.score} instead of ${first?.score}` });
    if (RANKS.indexOf(state.status) < (first?.rank ?? 0)) missing.push({ kind: 'lowered', what: `status ${state.status}` });
    const last = this.entries.at(-1);
    if ((state.score ?? -1) > Math.max(last?.score ?? -1, this.ceiling.score))
      missing.push({ kind: 'lost', what: `score ${state.score} is more than ${last?.score}` });
    if (RANKS.indexOf(state.status) > Math.max(last?.rank ?? 0, this.ceiling.rank))
      missing.push({ kind: 'lost', what: `status ${state.status} was never reached` });
    missing.push(...comparedChapters(state, first, last));
    this.account.facts = found;
    this.account.seen = new Set(state.seen);
    this.account.score = state.score;
    this.account.status = state.status;
    const chapters = Object.entries(state.chapters ?? {}).map(([n, { score, status }]): [number, Reached] => [
      Number(n),
      { score, status },
    ]);
    this.account.chapters = new Map(chapters);
    return missing;
  }
}

/** Each chapter has at least what is sure, and nothing that was never reached. */
function comparedChapters({ chapters = {} }: LearnerState, first: Entry | undefined, last: Entry | undefined): Missing[] {
  const rank = (one: { readonly status: Reached['status'] } | undefined): number => RANKS.indexOf(one?.status ?? 'incomplete');
  const numbers = new Set([...(first?.chapters.keys() ?? []), ...Object.keys(chapters).map(Number)]);
  return [...numbers].flatMap((n): Missing[] => {
    const [now, least, most] = [chapters[n], first?.chapters.get(n), last?.chapters.get(n)];
    const isLower = (now?.score ?? -1) < (least?.score ?? -1) || rank(now) < rank(least);
    const isHigher = (now?.score ?? -1) > (most?.score ?? -1) || rank(now) > rank(most);
    const what = `chapter ${n}: ${JSON.stringify(now)} between ${JSON.stringify(least)} and ${JSON.stringify(most)}`;
    return isLower || isHigher ? [{ kind: isLower ? 'lowered' : 'lost', what }] : [];
  });
}
