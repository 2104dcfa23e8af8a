import { insertIds } from '../../text/insert-ids.ts';
import type { Path, Problem } from '../engine/problem.ts';
import type { Studio } from '../studio.ts';

/** Finds the activities and pages without an id, each once, by file. */
export function missingIds(problems: readonly Problem[]): ReadonlyMap<Path, readonly { readonly line: number; readonly id: string }[]> {
  const found = new Map<Path, { readonly line: number; readonly id: string }[]>();
  for (const { code, path, line, values } of problems) {
    if (code !== 'missing-id') continue;
    const own = found.get(path) ?? [];
    if (!own.some((one) => one.line === line)) own.push({ line, id: String(values.suggestion).replace(/[{}#]/g, '') });
    found.set(path, own);
  }
  return found;
}

/** Writes the suggested ids into the texts. Nothing else in them changes. */
export function addIds(
  studio: Pick<Studio, 'edit'> & { readonly project: Pick<Studio['project'], 'text'> },
  problems: readonly Problem[],
): void {
  for (const [path, ids] of missingIds(problems)) {
    const text = studio.project.text(path);
    if (text !== undefined) studio.edit(path, insertIds(text, ids).text);
  }
}
