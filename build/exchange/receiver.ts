import { basename } from 'pathe';
import { addModule } from '../files/add-module.ts';
import type { Imported } from './import.ts';

/** Lists the ids in a text of a course, with that of the text itself. Banks that no session uses have ids, too. */
export function idsInText(path: string, text: string): string[] {
  const own = [...text.matchAll(/\{\s*#([a-z][a-z0-9-]*)/g)].map(([, id = '']) => id);
  return [basename(path, '.md'), ...own];
}

/** Adds sessions to a `course.yaml`; null if it has no list for them. */
export function withSessions(yaml: string, sessions: readonly string[]): string | null {
  if (/^modules: \[\]/m.test(yaml)) return yaml.replace('modules: []', `modules: [${sessions.join(', ')}]`);
  return sessions.reduce<string | null>((text, id) => text && addModule(text, id), yaml);
}

/** Name of the report of an import: the base of its other files. */
export function reportName({ files, session }: Pick<Imported, 'files' | 'session'>): string {
  const first = files[0]?.path ?? 'import.md';
  return `IMPORT-${session ?? basename(first, '.md')}.md`;
}
