import type { LearnerState, ChapterState as Reached } from '../state/state.ts';

export type Status = LearnerState['status'];

/** Best score compared with the pass mark; `none`: there is no pass mark. */
export type Mark = 'none' | 'below' | 'reached';

/** Facts that decide the status. */
export interface Facts {
  readonly mark: Mark;
  /** True if the completion rule is met, apart from the pass mark (see `mark`). */
  readonly done: boolean;
  /** True if the module can be failed, and every graded quiz has used its last attempt. */
  readonly spent: boolean;
}

/** Status earned by facts, whatever the prior status. A fact not listed may have any value. No match: incomplete. */
const earned: readonly (Partial<Facts> & { readonly status: Status })[] = [
  { mark: 'none', done: true, status: 'completed' },
  { mark: 'reached', done: true, status: 'passed' },
  { mark: 'below', spent: true, status: 'failed' },
];

/** Statuses, worst first. Saved state stores the index: append only. */
export const ranks: readonly Status[] = ['incomplete', 'failed', 'completed', 'passed'];

/** Tests whether a status means that the work is done, with or without a pass mark. */
export function isCompleted(status: Status): boolean {
  return status === 'completed' || status === 'passed';
}

/** Returns the better of two statuses. */
export function higher(one: Status, other: Status): Status {
  return ranks.indexOf(other) > ranks.indexOf(one) ? other : one;
}

/** Takes the better score and the better status of two results. */
export function better<One extends Reached>(one: One, other: Reached): One {
  const score = Math.max(one.score ?? -1, other.score ?? -1);
  return { ...one, ...(score < 0 ? {} : { score }), status: higher(one.status, other.status) };
}

/** Computes the status of a module from its prior status and the facts. Never lowers it. */
export function nextStatus(prior: Status, facts: Facts): Status {
  const { mark, done, spent } = facts;
  const now =
    earned.find((row) => row.mark === mark && (row.done ?? done) === done && (row.spent ?? spent) === spent)?.status ?? 'incomplete';
  return higher(prior, now);
}

/** Row of the table of states. */
export interface StatusRow extends Facts {
  readonly prior: Status;
  readonly status: Status;
}

/** Lists every row of the table, for the documents and the tests. */
export function statusTable(): StatusRow[] {
  const flags = [false, true];
  const marks: readonly Mark[] = ['none', 'below', 'reached'];
  const facts = marks.flatMap((mark) => flags.flatMap((done) => flags.map((spent) => ({ mark, done, spent }))));
  return ranks.flatMap((prior) => facts.map((fact) => ({ prior, ...fact, status: nextStatus(prior, fact) })));
}
