import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../files/folder.ts';
import { statOrNull } from '../host/node/stat.ts';
import type { CommandContext } from './context.ts';

/** Matches a path or `course/session`, not a plain id. */
const PATH = /[/\\]|^\.\.?$|\.(?:md|ya?ml)$/;

/** `x/seance-1.md` → `x/seance-1`; any other file or folder of a course gives the course. */
function nameOfPath(path: string): string {
  return /^[^/]+\/[^/]+\.md$/.test(path) ? path.slice(0, -'.md'.length) : (path.split('/')[0] ?? path);
}

/** Returns the path of a file or folder below `modules/`, with slashes; null if it is elsewhere. */
function below(modules: string, path: string): string | null {
  const inner = relative(modules, path);
  return isAbsolute(inner) || inner.startsWith('..') ? null : slashed(inner);
}

/** Converts one name to an id or `course/session`; '' if it means all courses. */
function askedName(name: string, { folders, modules, project }: CommandContext): string {
  const plain = slashed(name);
  if (folders.some((folder) => resolve(folder, plain) === modules)) return '';
  if (!PATH.test(name)) return name;
  for (const folder of folders) {
    const path = resolve(folder, plain);
    if (path === project) return '';
    const inner = below(modules, path);
    if (inner === null) continue;
    if (statOrNull(path)) return nameOfPath(inner);
    if (statOrNull(`${path}.md`)?.isFile()) return nameOfPath(`${inner}.md`);
  }
  return plain.replace(/^(?:\.\/)*(?:modules\/)?|\/+$|\.md$/g, '');
}

/**
 * Converts the names given to a command: ids, `course/session`, or paths relative to the current folder.
 * @returns names for a request; none if all courses are meant
 */
export function askedNames(names: readonly string[], context: CommandContext): readonly string[] {
  const found = names.map((name) => askedName(name, context));
  return found.includes('') ? [] : found;
}
