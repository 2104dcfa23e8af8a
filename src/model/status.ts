import type { LearnerState, ChapterState as Reached } from './state.ts';

export type Status = LearnerState['status'];

/** How the best score stands to the pass mark; `none`: there is no pass mark. */
export type Mark = 'none' | 'below' | 'reached';

/** What decides about the status. */
export interface Facts {
  readonly mark: Mark;
  /** All that the completion rule asks for is done, the pass mark left out: that is `mark`. */
  readonly done: boolean;
  /** The last attempt of every graded quiz is used, in a module that can be failed. */
  readonly spent: boolean;
}

/** What is earned by which facts, whatever came before; a fact that is not named may be either. Else: incomplete. */
const earned: readonly (Partial<Facts> & { readonly status: Status })[] = [
  { mark: 'none', done: true, status: 'completed' },
  { mark: 'reached', done: true, status: 'passed' },
  { mark: 'below', spent: true, status: 'failed' },
];

/** Worst first. Saved state keeps the place in it: append only. */
export const ranks: readonly Status[] = ['incomplete', 'failed', 'completed', 'passed'];

/** The better of two. */
export function higher(one: Status, other: Status): Status {
  return ranks.indexOf(other) > ranks.indexOf(one) ? other : one;
}

/** The better of two scores and of two statuses. */
export function better<One extends Reached>(one: One, other: Reached): One {
  const score = Math.max(one.score ?? -1, other.score ?? -1);
  return { ...one, ...(score < 0 ? {} : { score }), status: higher(one.status, other.status) };
}

/** The one state machine of a module: from the status so far and the facts to the status now. Nothing is ever lowered. */
export function nextStatus(prior: Status, facts: Facts): Status {
  const { mark, done, spent } = facts;
  const now =
    earned.find((row) => row.mark === mark && (row.done ?? done) === done && (row.spent ?? spent) === spent)?.status ?? 'incomplete';
  return higher(prior, now);
}

/** One line of the table of states. */
export interface StatusRow extends Facts {
  readonly prior: Status;
  readonly status: Status;
}

/** The whole table, for the documents and the tests. */
export function statusTable(): StatusRow[] {
  const flags = [false, true];
  const marks: readonly Mark[] = ['none', 'below', 'reached'];
  const facts = marks.flatMap((mark) => flags.flatMap((done) => flags.map((spent) => ({ mark, done, spent }))));
  return ranks.flatMap((prior) => facts.map((fact) => ({ prior, ...fact, status: nextStatus(prior, fact) })));
}
