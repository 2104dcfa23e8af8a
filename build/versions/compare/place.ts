import type { Named, Place } from '../kinds.ts';
import type { SourcePlaces, VersionActivity, VersionPage, VersionSession } from '../model.ts';

export function named({ id, title }: Named): Named {
  return { id, title };
}

function nameOfActivity({ id, heading, title }: VersionActivity): Named {
  return { id, title: heading ?? (title || id) };
}

/** Makes the place of a session. @param places positions in the new sources; absent if the session is only in the old package */
export function atSession(session: VersionSession, places?: SourcePlaces): Place {
  const at = places?.get(session.id);
  return { session: named(session), ...(at !== undefined && { at }) };
}

export function atPage(session: VersionSession, page: VersionPage, places?: SourcePlaces): Place {
  const at = places?.get(`${session.id}/${page.id}`);
  return { session: named(session), page: named(page), ...(at !== undefined && { at }) };
}

export function atActivity(session: VersionSession, activity: VersionActivity, places?: SourcePlaces): Place {
  const page = session.pages.find(({ id }) => id === activity.page);
  const at = places?.get(`${session.id}/${activity.id}`);
  return {
    session: named(session),
    ...(page && { page: named(page) }),
    activity: nameOfActivity(activity),
    ...(at !== undefined && { at }),
  };
}
