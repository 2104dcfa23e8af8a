import type { NumberedCourse } from '../../model/course.ts';
import { activitiesOn } from '../../model/inner-nodes.ts';
import type { Named } from '../kinds.ts';
import type { Sources } from '../model.ts';

/** Finds the position of everything in the sources, and the session of each activity. @param shown formats a path */
export function sourcePlaces({ source, modules, chapters }: NumberedCourse, shown: (path: string) => string): Sources {
  const places = new Map<string, string>();
  const homes = new Map<string, Named>();
  for (const { module, at } of modules) {
    const { id } = module;
    const put = (key: string, { file, line }: typeof at): void => void places.set(key, `${shown(`${source.shown}/${file}`)}:${line}`);
    put(id, at);
    for (const page of module.pages) {
      put(`${id}/${page.id}`, page.at);
      for (const activity of activitiesOn(page)) {
        const name = chapters?.get(id)?.names?.get(activity.id) ?? activity.id;
        for (const one of [name, activity.id]) put(`${id}/${one}`, activity.at);
        homes.set(activity.id, { id, title: module.title });
      }
    }
  }
  return { places, homes };
}
