import type { Change, Named } from '../kinds.ts';
import type { SourcePlaces, VersionItem, VersionSession } from '../model.ts';
import { compareActivity, type Found, type ItemsCompared } from './activity.ts';
import { atActivity, atSession, named } from './place.ts';
import { compareSession } from './session.ts';

/** Two items, and what else is known of their packages. */
export interface ItemContext extends ItemsCompared {
  readonly places?: SourcePlaces | undefined;
  /** Finds the session that has an activity of this id now, here or elsewhere in the course. */
  sessionWith(id: string): Named | undefined;
}

/** Finds the activities of an item by id, in the order of its pages. */
function foundIn({ sessions }: VersionItem): Map<string, Found> {
  return new Map(
    sessions.flatMap((session) =>
      session.pages.flatMap(({ id }) =>
        session.activities.filter(({ page }) => page === id).map((activity) => [activity.id, { activity, session }] as const),
      ),
    ),
  );
}

/** Finds a new activity with most parts of a removed one, or its question: most likely its id was changed. */
function heirOf({ activity }: Found, fresh: readonly Found[]): Found | undefined {
  const words = activity.parts.map((part) => part.words).filter((text) => text !== '');
  return fresh.find(({ activity: one }) => {
    if (one.type !== activity.type) return false;
    const there = new Set(one.parts.map((part) => part.words));
    const same = words.filter((text) => there.has(text)).length;
    return words.length > 0 ? same * 2 > words.length : one.title === activity.title;
  });
}

function goneChange(found: Found, heir: Found | undefined, { places, sessionWith }: ItemContext): Change {
  const { activity, session } = found;
  if (heir) {
    const place = atActivity(heir.session, heir.activity, places);
    return { kind: 'activity-id-changed', place, values: { before: activity.id, after: heir.activity.id } };
  }
  const place = atActivity(session, activity);
  const other = sessionWith(activity.id);
  // In its own session it is there for another cohort.
  const isElsewhere = other !== undefined && other.id !== session.id;
  return isElsewhere ? { kind: 'activity-left', place, values: { after: other.title } } : { kind: 'activity-removed', place };
}

function activityChanges(context: ItemContext): Change[] {
  const [before, after] = [foundIn(context.old), foundIn(context.now)];
  const fresh = [...after.values()].filter(({ activity }) => !before.has(activity.id));
  const heirs = new Map(
    [...before.values()].flatMap((found) => (after.has(found.activity.id) ? [] : [[found, heirOf(found, fresh)] as const])),
  );
  const taken = new Set([...heirs.values()]);
  return [
    ...[...after].flatMap(([id, found]): Change[] => {
      const place = atActivity(found.session, found.activity, context.places);
      const old = before.get(id);
      if (old) return compareActivity(old, found, context, place);
      return taken.has(found) ? [] : [{ kind: 'activity-added', place }];
    }),
    ...[...heirs].map(([found, heir]) => goneChange(found, heir, context)),
  ];
}

/** Ids of all pages of some sessions but one. */
function pagesBeside(sessions: readonly VersionSession[], id: string): ReadonlySet<string> {
  return new Set(sessions.filter((one) => one.id !== id).flatMap(({ pages }) => pages.map((page) => page.id)));
}

function sessionChanges({ old, now, places }: ItemContext): Change[] {
  // A single session is the same one whatever its id: a changed id is reported with the item.
  const isSingle = old.content.chapters === undefined;
  const matching = (session: VersionSession, among: readonly VersionSession[]): VersionSession | undefined =>
    isSingle ? among[0] : among.find(({ id }) => id === session.id);
  return [
    ...now.sessions.flatMap((session): Change[] => {
      const before = matching(session, old.sessions);
      if (!before) return [{ kind: 'chapter-added', place: atSession(session, places) }];
      const elsewhere = { old: pagesBeside(old.sessions, before.id), now: pagesBeside(now.sessions, session.id) };
      return compareSession({ old: before, now: session, places }, elsewhere);
    }),
    ...old.sessions.flatMap((session): Change[] =>
      matching(session, now.sessions) ? [] : [{ kind: 'chapter-removed', place: { session: named(session) } }],
    ),
  ];
}

/** Tests for changes that the cover repeats: titles, minutes, the plan. */
function isOnCover({ kind }: Change): boolean {
  return /^(?:page-(?!edited)|pages-|session-|minutes-|chapter-)/.test(kind);
}

/** Compares an item that both packages have: its sessions, pages, activities and their parts. */
export function compareItem(context: ItemContext): Change[] {
  const changes = sessionChanges(context);
  const { old, now, sameProgram, places } = context;
  const [first] = now.sessions;
  const isCoverEdited = sameProgram && old.cover !== now.cover && !changes.some(isOnCover);
  const cover: Change[] = isCoverEdited && first ? [{ kind: 'cover-edited', place: atSession(first, places) }] : [];
  return [...changes, ...cover, ...activityChanges(context)];
}
