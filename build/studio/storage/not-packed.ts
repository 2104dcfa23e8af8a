import type { Packed, Path } from '../engine/calls.ts';
import { t } from '../strings.ts';

/** Explains that there are no packages because the lock could not be saved. @param path of the lock */
export function notPacked(path: Path): Packed {
  const words = { problem: t('storage.notPacked'), write: t('storage.notPacked.write') };
  const problem = { severity: 'error', code: 'lock-not-saved', path, line: 1, column: 1, values: {}, ...words } as const;
  return { problems: [problem], files: new Map(), packages: [], made: [] };
}
