const ID_IN_BRACES = /\{[^{}\n]*?#([a-z][a-z0-9-]*)/g;

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
    else if (path.endsWith('course.lock.yaml')) for (const [id] of text.matchAll(/[a-z][a-z0-9-]*/g)) used.add(id);
  }
  return used;
}

/** Returns the name itself or the first of `name-2`, `name-3`, … that is free. */
export function freshId(name: string, used: ReadonlySet<string>): string {
  let id = name;
  for (let number = 2; used.has(id); number += 1) id = `${name}-${number}`;
  return id;
}

/** Gives each directive of new lines an id that is free, and changes what refers to it. */
export function withFreshIds(lines: string, used: ReadonlySet<string>): string {
  const taken = new Set(used);
  let result = lines;
  for (const [, id = ''] of lines.matchAll(/^:{2,}[a-z-]+\{#([a-z][a-z0-9-]*)/gm)) {
    const fresh = freshId(id, taken);
    taken.add(fresh);
    if (fresh !== id) result = result.replace(new RegExp(`(?<=#|=|["; ])${id}(?![a-z0-9-])(?=[^\\n]*\\})`, 'g'), fresh);
  }
  return result;
}
