import type { Change, Place } from '../kinds.ts';
import type { SourcePlaces, VersionPage, VersionSession } from '../model.ts';
import { atPage, atSession, named } from './place.ts';

/** A session in two packages. */
export interface SessionsCompared {
  readonly old: VersionSession;
  readonly now: VersionSession;
  /** Positions in the new sources, if they are at hand. */
  readonly places?: SourcePlaces | undefined;
}

function idsOf(list: readonly { readonly id: string }[], among: readonly { readonly id: string }[]): string {
  const there = new Set(among.map(({ id }) => id));
  return list
    .map(({ id }) => id)
    .filter((id) => there.has(id))
    .join();
}

function competencyChanges({ old, now }: SessionsCompared, place: Place): Change[] {
  const [before, after] = [old, now].map(({ competencies }) => new Map(competencies.map(({ id, title }) => [id, title])));
  if (!before || !after) return [];
  return [
    ...[...after].flatMap(([id, title]): Change[] => {
      const was = before.get(id);
      if (was === undefined) return [{ kind: 'competency-added', place, values: { after: title } }];
      return was === title ? [] : [{ kind: 'competency-renamed', place, values: { before: was, after: title } }];
    }),
    ...[...before].flatMap(([id, title]): Change[] =>
      after.has(id) ? [] : [{ kind: 'competency-removed', place, values: { before: title } }],
    ),
  ];
}

function factChanges({ old, now, places }: SessionsCompared): Change[] {
  const place = atSession(now, places);
  const change = (kind: Change['kind'], before: string | number, after: string | number): Change[] =>
    before === after ? [] : [{ kind, place, values: { before, after } }];
  return [
    ...change('session-renamed', old.title, now.title),
    ...change('minutes-changed', old.minutes, now.minutes),
    ...change('pass-changed', old.pass ?? '', now.pass ?? ''),
    ...change('completion-changed', old.completion, now.completion),
    ...change('on-fail-changed', old.onFail, now.onFail),
    ...competencyChanges({ old, now }, place),
  ];
}

/** Finds a new page that took the place of a removed one: it has the same title, or one of its activities. */
function heirOf(gone: VersionPage, { old, now }: SessionsCompared): VersionPage | undefined {
  const known = new Set(old.pages.map(({ id }) => id));
  const own = new Set(old.activities.filter(({ page }) => page === gone.id).map(({ id }) => id));
  return now.pages.find(
    (page) => !known.has(page.id) && (page.title === gone.title || now.activities.some((one) => one.page === page.id && own.has(one.id))),
  );
}

function pageChange(before: VersionPage, after: VersionPage, compared: SessionsCompared): Change[] {
  const place = atPage(compared.now, after, compared.places);
  return [
    ...(before.title !== after.title
      ? [{ kind: 'page-renamed', place, values: { before: before.title, after: after.title } } as const]
      : []),
    ...(before.text !== after.text ? [{ kind: 'page-edited', place } as const] : []),
    ...(before.further !== after.further ? [{ kind: after.further ? 'page-further' : 'page-on-route', place } as const] : []),
  ];
}

/** Compares the pages of a session. @param elsewhere ids of pages in the other sessions of the same item */
function pageChanges(compared: SessionsCompared, elsewhere: Readonly<Record<'old' | 'now', ReadonlySet<string>>>): Change[] {
  const { old, now, places } = compared;
  const heirs = new Map(
    old.pages.filter((page) => !now.pages.some(({ id }) => id === page.id)).map((page) => [page, heirOf(page, compared)]),
  );
  const changes = now.pages.flatMap((page): Change[] => {
    const before = old.pages.find(({ id }) => id === page.id);
    if (before) return pageChange(before, page, compared);
    const place = atPage(now, page, places);
    if (elsewhere.old.has(page.id)) return [{ kind: 'page-moved', place }];
    const parent = [...heirs].find(([, heir]) => heir === page)?.[0];
    return parent ? [{ kind: 'page-id-changed', place, values: { before: parent.id, after: page.id } }] : [{ kind: 'page-added', place }];
  });
  const gone = [...heirs].flatMap(([page, heir]): Change[] =>
    heir || elsewhere.now.has(page.id) ? [] : [{ kind: 'page-removed', place: { session: named(now), page: named(page) } }],
  );
  const isReordered = idsOf(old.pages, now.pages) !== idsOf(now.pages, old.pages);
  return [...changes, ...gone, ...(isReordered ? [{ kind: 'pages-reordered', place: atSession(now, places) } as const] : [])];
}

/** Compares a session that both packages have, without its activities. */
export function compareSession(compared: SessionsCompared, elsewhere: Parameters<typeof pageChanges>[1]): Change[] {
  return [...factChanges(compared), ...pageChanges(compared, elsewhere)];
}
