import { lstatSync, type Stats, statSync } from 'node:fs';

/**
 * What stands at a path, behind links too; null where nothing does. A name too long, or one below something that is no folder, is
 * nothing as well: what Node is told to pass over is only what is missing.
 */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** The same of the path itself: a link is a link. */
export function lstatOrNull(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}
