import type { Change, Kind, Named } from '../kinds.ts';
import type { Version, VersionItem, VersionSession } from '../model.ts';
import { compareItem } from './item.ts';
import { atSession, named } from './place.ts';
import { unreadable } from './saved.ts';

const NOWHERE = {};

/** Compares two versions of Cartable. '' is 0.1. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => (text === '' ? '0.1' : text).split(/[.-]/).map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (a?.[at] || 0) - (b?.[at] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function factChanges(old: Version, now: Version): Change[] {
  const change = (kind: Kind, before: string | undefined, after: string | undefined): Change[] =>
    before === undefined || after === undefined || before === after ? [] : [{ kind, place: NOWHERE, values: { before, after } }];
  const order = compareVersions(old.cartable, now.cartable);
  const isTheme =
    change('theme-changed', old.theme.name, now.theme.name).length + change('theme-changed', old.theme.accent, now.theme.accent).length;
  return [
    ...(order === 0 ? [] : change(order > 0 ? 'cartable-older' : 'cartable-newer', old.cartable || '0.1', now.cartable || '0.1')),
    ...change('course-id-changed', old.course, now.course),
    ...change('course-renamed', old.courseTitle, now.courseTitle),
    ...change('cohort-changed', old.cohort, now.cohort),
    ...change('language-changed', old.lang, now.lang),
    ...(isTheme > 0 ? [{ kind: 'theme-changed', place: NOWHERE } as const] : []),
  ];
}

/** Returns a file's name as its author knows it: a build adds a digest of its path. */
function plainName(name: string): string {
  return name.replace(/^assets\/(.+)-[a-z0-9]{6}(\.[a-z0-9]+)?$/, '$1$2');
}

function isSameFile(name: string, old: Version['media'], now: Version['media']): boolean {
  if (old.sizes.get(name) !== now.sizes.get(name)) return false;
  const [one, other] = [old.read(name), now.read(name)];
  return one === undefined || other === undefined || one.every((byte, at) => byte === other[at]);
}

/** Lists media that were added, removed or replaced: one change for each of the three, with the names. */
function mediaChanges({ media: old }: Version, { media: now }: Version): Change[] {
  const [before, after] = [[...old.sizes.keys()], [...now.sizes.keys()]];
  const lists: readonly [Kind, string[]][] = [
    ['media-added', after.filter((name) => !old.sizes.has(name))],
    ['media-replaced', after.filter((name) => old.sizes.has(name) && !isSameFile(name, old, now))],
    ['media-removed', before.filter((name) => !now.sizes.has(name))],
  ];
  return lists.flatMap(([kind, names]): Change[] =>
    names.length === 0 ? [] : [{ kind, place: NOWHERE, values: { names: names.map(plainName).join(', ') } }],
  );
}

/** Compares what an LMS runs: the standard, and how many items it has. */
function shapeChanges(old: Version, now: Version): Change[] {
  const values = { before: old.target, after: now.target };
  const isWeb = (old.target === 'web') !== (now.target === 'web');
  const isEdition = [old, now].every(({ target }) => target.startsWith('scorm2004'));
  const hasChapters = ({ items }: Version): boolean => items.some(({ content }) => content.chapters !== undefined);
  return [
    ...(old.target !== now.target
      ? [{ kind: isWeb ? 'web-changed' : isEdition ? 'edition-changed' : 'standard-changed', place: NOWHERE, values } as const]
      : []),
    ...(hasChapters(old) !== hasChapters(now) || old.whole !== now.whole ? [{ kind: 'shape-changed', place: NOWHERE } as const] : []),
  ];
}

/** Tests whether two items are the same session under two ids: they share most activities, or all pages. */
function isLike(old: VersionItem, now: VersionItem): boolean {
  const ids = (item: VersionItem): string[] => item.content.activities.map(({ id }) => id);
  const there = new Set(ids(now));
  const same = ids(old).filter((id) => there.has(id)).length;
  const pages = ({ content }: VersionItem): string => content.pages.map(({ id }) => id).join();
  return ids(old).length > 0 ? same * 2 > ids(old).length : pages(old) === pages(now);
}

interface Match {
  readonly old: VersionItem;
  readonly now: VersionItem;
}

/** Pairs the items of both packages: by identifier, and the rest by what they contain. */
function matchesOf(old: Version, now: Version): Match[] {
  const found: Match[] = [];
  const take = (isSame: (one: VersionItem, other: VersionItem) => boolean): void => {
    for (const one of old.items.filter((item) => !found.some((match) => match.old === item))) {
      const other = now.items.find((item) => !found.some((match) => match.now === item) && isSame(one, item));
      if (other) found.push({ old: one, now: other });
    }
  };
  take((one, other) => one.identifier === other.identifier);
  take(isLike);
  return found;
}

function itemChanges(old: Version, now: Version, matches: readonly Match[]): Change[] {
  const first = ({ sessions }: VersionItem) => sessions[0] as VersionItem['sessions'][number];
  const at = (item: VersionItem) => atSession(first(item), now.sources?.places);
  const order = (side: 'old' | 'now', items: readonly VersionItem[]): string =>
    items
      .flatMap((item) => (matches.some((match) => match[side] === item) ? matches.findIndex((match) => match[side] === item) : []))
      .join();
  return [
    ...matches.flatMap(({ old: one, now: other }): Change[] =>
      one.identifier === other.identifier
        ? []
        : [{ kind: 'item-renamed', place: at(other), values: { before: one.identifier, after: other.identifier } }],
    ),
    ...now.items
      .filter((item) => !matches.some((match) => match.now === item))
      .map((item) => ({ kind: 'item-added', place: at(item) }) as const),
    ...old.items
      .filter((item) => !matches.some((match) => match.old === item))
      .map((item) => ({ kind: 'item-removed', place: { session: named(first(item)) } }) as const),
    ...(order('old', old.items) !== order('now', now.items) ? [{ kind: 'items-reordered', place: NOWHERE } as const] : []),
  ];
}

/** Tests whether two packages belong to one course; its id may have changed. */
export function isSameCourse(old: Version, now: Version): boolean {
  const line = ({ items }: Version): string => items[0]?.content.line ?? '';
  return old.course === now.course || (line(old) !== '' && line(old) === line(now));
}

/** Tests whether a package has any session of another one. */
export function hasSessionOf(old: Version, now: Version): boolean {
  return old.whole || now.whole || matchesOf(old, now).length > 0;
}

function sessionIn({ items }: Version, id: string): VersionSession | undefined {
  return items.flatMap(({ sessions }) => sessions).find(({ activities }) => activities.some((one) => one.id === id));
}

/**
 * Lists everything that changes when a package replaces another one. If both are of different shapes, nothing of the old package
 * is read by the new one, so only that is listed.
 */
export function comparePackages(old: Version, now: Version): Change[] {
  const shape = shapeChanges(old, now);
  const facts = [...factChanges(old, now), ...mediaChanges(old, now)];
  if (shape.some(({ kind }) => kind === 'shape-changed')) return [...shape, ...facts];
  const matches = matchesOf(old, now);
  const reasons = matches.map((match) => unreadable(match.old.content, match.now.content));
  const [reason] = reasons.filter((one) => one !== undefined);
  const sessionWith = (id: string): Named | undefined => now.sources?.homes.get(id) ?? sessionIn(now, id);
  const inside = matches.flatMap((match) =>
    compareItem({
      ...match,
      isRead: reason === undefined && match.old.identifier === match.now.identifier,
      sameProgram: old.cartable === now.cartable,
      places: now.sources?.places,
      sessionWith,
    }),
  );
  const isBack = inside.some(({ kind }) => kind === 'part-newer');
  return [
    ...shape,
    ...itemChanges(old, now, matches),
    ...(reason ? [{ kind: reason, place: NOWHERE } as const] : []),
    ...(isBack ? [{ kind: 'going-back', place: NOWHERE } as const] : []),
    ...facts,
    ...inside,
  ];
}
