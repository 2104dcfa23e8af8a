import { freeName } from '../../model/free-name.ts';

const ID_IN_BRACES = /\{[^{}\n]*?#([a-z][a-z0-9-]*)/g;

/** Ids in a lock: the keys of sessions, the pages of each, and the activities. */
const LOCKED = /(?<key>[a-z][a-z0-9-]*)"?\s*:|"id"\s*:\s*"(?<id>[^"]+)|"pages"\s*:\s*\[(?<pages>[^\]]*)\]/g;

/** Collects the ids of a lock, those of what is gone too. Texts of parts and names of types are none. */
function lockedIds(lock: string): string[] {
  return [...lock.matchAll(LOCKED)].flatMap(({ groups: { key = '', id = '', pages = '' } = {} }) => [
    key,
    id,
    ...(pages.match(/[a-z][a-z0-9-]*/g) ?? []),
  ]);
}

/** Files whose names are taken: texts, and the lock with what learners have answered. */
interface Texts {
  readonly paths: readonly string[];
  text(path: string): string | undefined;
}

/** Lists every id of a project, those of earlier versions too: an id that comes back would bring old answers with it. */
export function usedIds(project: Texts): ReadonlySet<string> {
  const used = new Set<string>();
  for (const path of project.paths) {
    const text = /\.(?:md|ya?ml)$/.test(path) ? (project.text(path) ?? '') : '';
    if (path.endsWith('.md')) for (const [, id = ''] of text.matchAll(ID_IN_BRACES)) used.add(id);
    else if (path.endsWith('course.lock.yaml')) for (const id of lockedIds(text)) used.add(id);
  }
  return used;
}

/** Returns the id, or with the first number that makes it free: `tram-1` becomes `tram-2`. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  const base = id.replace(/-\d+$/, '');
  return freeName(base, (one) => one === base || taken.has(one));
}

/** Gives each directive of new lines an id that is free, and changes what refers to it. */
export function withFreshIds(lines: string, used: ReadonlySet<string>): string {
  const ids = new Set([...lines.matchAll(/^:{2,}[a-z-]+\{#([a-z][a-z0-9-]*)/gm)].map(([, id = '']) => id));
  // No new id may be one of these lines: two directives would share it.
  const taken = new Set([...used, ...ids]);
  let result = lines;
  for (const id of ids) {
    if (!used.has(id)) continue;
    const fresh = freeId(id, taken);
    taken.add(fresh);
    result = result.replace(new RegExp(`(?<=#|=|["; ])${id}(?![a-z0-9-])(?=[^\\n]*\\})`, 'g'), fresh);
  }
  return result;
}
