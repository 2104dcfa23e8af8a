import type { Path, Problem } from './engine/problem.ts';
import { t } from './strings.ts';

/** Code of a directive whose type is in the project's own folder `types/`. */
export const OWN_TYPE = 'own-type';

const ORDER = { error: 0, warning: 1, notice: 2 } as const;

/** Sorts problems: errors, then warnings, then tips; in each, those of the text on screen first. */
export function mostUrgentFirst(problems: readonly Problem[], path: Path | undefined): readonly Problem[] {
  const isElsewhere = (one: Problem): number => Number(one.path !== path);
  return problems.toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity] || isElsewhere(one) - isElsewhere(other));
}

/** Lists the types that a project has in its own folder, of its paths. */
function ownTypes(paths: readonly Path[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => /^types\/([^/]+)\/type\.ts$/.exec(path)?.[1] ?? []));
}

/**
 * Words problems for the studio: no command of a terminal is advised where a button does the same, and the types of the project's
 * own folder, which only run on Node, are not reported as misspelt.
 * @param paths of the project
 */
export function inStudio(problems: readonly Problem[], paths: readonly Path[]): readonly Problem[] {
  const own = ownTypes(paths);
  return problems.map((one) => {
    const name = String(one.values.name);
    if (one.code === 'missing-id') return { ...one, write: t('problems.missingId', { id: String(one.values.suggestion) }) };
    if (one.code !== 'unknown-directive' || !own.has(name)) return one;
    return { ...one, code: OWN_TYPE, problem: t('problems.ownType', { name }), write: t('problems.ownType.write') };
  });
}
