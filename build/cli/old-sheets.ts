import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A sheet of a learner. */
const SHEET = /^releve-[a-z0-9-]+\.html$/;

/** Reads the names of the sheets of the last report in a folder; [] if there is none. */
function sheetsIn(folder: string): string[] {
  try {
    const { people }: { people: { sheet: unknown }[] } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    return people.flatMap(({ sheet }) => (typeof sheet === 'string' && SHEET.test(sheet) ? sheet : []));
  } catch {
    return [];
  }
}

/**
 * Finds the sheets of the last report that the next one doesn't have: of learners who left, or with names where the next has none.
 * @returns removes them, once the next report is written
 */
export function oldSheetsRemover(folder: string, kept: ReadonlySet<string>): () => void {
  const old = sheetsIn(folder).filter((name) => !kept.has(name));
  return () => {
    for (const name of old) rmSync(join(folder, name), { force: true });
  };
}
