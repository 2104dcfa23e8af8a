import type { ComparedChange, Comparison } from './comparison-schema.ts';
import { type Risk, risks } from './kinds.ts';
import type { VersionStrings } from './strings.ts';

/** A change as a reader sees it. */
export interface ShownChange {
  /** '' for the package as a whole. */
  readonly where: string;
  readonly at: string;
  readonly what: string;
  /** '' if the same reason stands above it. */
  readonly why: string;
}

/** The changes of one risk. */
export interface ChangeGroup {
  readonly risk: Risk;
  readonly title: string;
  /** Name of the risk alone. */
  readonly label: string;
  readonly changes: readonly ShownChange[];
}

/** Returns the sentence that sums up a comparison. */
export function verdictOf({ same, risk, changes }: Comparison, strings: VersionStrings): string {
  if (same) return strings.format('verdict.same');
  return strings.format(changes.length === 0 ? 'verdict.none' : `verdict.${risk}`);
}

function shownChanges(changes: readonly ComparedChange[], isSingle: boolean, strings: VersionStrings): ShownChange[] {
  const explained = new Set<string>();
  return changes.map(({ kind, session, page, activity, at = '', what, why }) => {
    const isNew = !explained.has(kind);
    explained.add(kind);
    const inside = { ...(page && { page }), ...(activity && { activity }) };
    // The title of the only session would stand in each line.
    const isInside = isSingle && (page ?? activity) !== undefined;
    const where = strings.where(isInside ? inside : { ...(session && { session }), ...inside });
    return { where, at, what, why: isNew ? why : '' };
  });
}

/** Groups the changes by risk, the gravest first. Each reason is given once in its group. */
export function groupsOf({ changes, new: now }: Comparison, strings: VersionStrings): ChangeGroup[] {
  return risks.flatMap((risk) => {
    const own = changes.filter((change) => change.risk === risk);
    if (own.length === 0) return [];
    const label = strings.risk(risk);
    const title = strings.format('group', { risk: label, n: own.length });
    return [{ risk, title, label, changes: shownChanges(own, now.sessions.length === 1, strings) }];
  });
}
