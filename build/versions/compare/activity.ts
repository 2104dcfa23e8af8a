import type { Change, Kind, Place } from '../kinds.ts';
import type { VersionActivity, VersionItem, VersionSession } from '../model.ts';
import { compareParts } from './parts.ts';
import { fateOf } from './saved.ts';

/** An activity in its session. */
export interface Found {
  readonly activity: VersionActivity;
  readonly session: VersionSession;
}

/** Facts about two items that are compared. */
export interface ItemsCompared {
  readonly old: VersionItem;
  readonly now: VersionItem;
  /** False: no answer is read anyway, which is reported once. */
  readonly isRead: boolean;
  /** The same version of Cartable made both: every difference is the author's. */
  readonly sameProgram: boolean;
}

type Values = Change['values'];

/** Finds the numbers that a package gives to something else now. */
function fateChange(old: VersionActivity, now: VersionActivity, { now: item, isRead }: ItemsCompared, place: Place): Change | undefined {
  if (old.type !== now.type) return { kind: 'type-changed', place, values: { before: old.type, after: now.type } };
  const fate = fateOf(old, [], item.content);
  return isRead && fate !== 'same' ? { kind: 'numbers-changed', place } : undefined;
}

function pointsChange(before: number, after: number): Kind {
  if (before === 0) return 'activity-scored';
  return after === 0 ? 'activity-unscored' : 'points-changed';
}

function questionChanges(old: VersionActivity, now: VersionActivity): [Kind, Values?][] {
  return [
    ...(old.title !== now.title ? [['question-reworded', { before: old.title, after: now.title }] as [Kind, Values]] : []),
    ...(old.required !== now.required ? [[now.required ? 'activity-required' : 'activity-optional'] as [Kind]] : []),
    ...(old.points !== now.points
      ? [[pointsChange(old.points, now.points), { before: old.points, after: now.points }] as [Kind, Values]]
      : []),
    ...(old.attempts !== now.attempts ? [['attempts-changed', { before: old.attempts, after: now.attempts }] as [Kind, Values]] : []),
    ...(String(old.competencies) !== String(now.competencies) ? [['trained-on-changed'] as [Kind]] : []),
    ...(old.quiz !== now.quiz ? [['quiz-changed'] as [Kind]] : []),
    ...(old.seenBy !== now.seenBy ? [[now.seenBy === 'trainer' ? 'shown-to-trainer' : 'kept-from-trainer'] as [Kind]] : []),
  ];
}

/** Lists the sentences in some options: strings with a space. Settings have none. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return /\S\s\S/.test(value) ? [value.replace(/<[^>]*>/g, '')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentencesIn);
}

/** Returns what is left to compare: explanations and settings; of two programs, the sentences alone. */
function restOf({ options, after, heading, text }: VersionActivity, sameProgram: boolean): string {
  const { questions: _, ...own } = options;
  return JSON.stringify([after, heading, sameProgram ? [own, text] : sentencesIn(own).sort()]);
}

/** Compares an activity that both packages have. @param place its new position */
export function compareActivity(before: Found, after: Found, compared: ItemsCompared, place: Place): Change[] {
  const [old, now] = [before.activity, after.activity];
  const moved: Change[] = [
    ...(before.session.id !== after.session.id
      ? [{ kind: 'activity-chapter', place, values: { before: before.session.title, after: after.session.title } } as const]
      : old.page !== now.page
        ? [{ kind: 'activity-moved', place, values: { before: pageTitle(before), after: pageTitle(after) } } as const]
        : []),
  ];
  const fate = fateChange(old, now, compared, place);
  if (fate) return [...moved, fate];
  const changes = [
    ...questionChanges(old, now).map(([kind, values]): Change => ({ kind, place, ...(values && { values }) })),
    ...compareParts(old, now, compared.now.content, place),
  ];
  const isEdited = changes.length === 0 && restOf(old, compared.sameProgram) !== restOf(now, compared.sameProgram);
  return [...moved, ...changes, ...(isEdited ? [{ kind: 'activity-edited', place } as const] : [])];
}

function pageTitle({ activity, session }: Found): string {
  return session.pages.find(({ id }) => id === activity.page)?.title ?? activity.page;
}
