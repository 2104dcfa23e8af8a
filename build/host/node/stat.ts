import { type Stats, statSync } from 'node:fs';

/**
 * Stats a path, following links; null if nothing is there. A name that is too long, or below a file, counts as missing too;
 * Node's option `throwIfNoEntry` doesn't cover these.
 */
export function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
