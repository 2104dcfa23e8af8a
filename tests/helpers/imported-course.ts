import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import type { Imported } from '../../build/exchange/import.ts';
import { MemoryFiles } from '../../build/host/browser/files.ts';
import type { ValidModule } from '../../build/model/source.ts';
import { openCourse } from '../../build/open-course.ts';
import { engine } from './engine.ts';

/** A course with imported files, as a build reads it. */
export interface ImportedCourse {
  /** Errors and warnings, as `code file:line`. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly modules: readonly ValidModule[];
}

/** Puts the files of an import into a course in memory, and reads it. */
export function importedCourse({ files, session }: Pick<Imported, 'files' | 'session'>, lang = 'fr'): ImportedCourse {
  const memory = new MemoryFiles();
  memory.write('/cours/course.yaml', `id: cours\ntitle: Cours\nlang: ${lang}\nmodules: [${session ?? ''}]\n`);
  for (const { path, data } of files) memory.write(`/cours/${path}`, data);
  const diagnostics = new Diagnostics();
  const host = { ...engine.host, files: memory };
  const course = openCourse('/cours', { provisional: false }, { ...engine, host }, diagnostics);
  const shown = (severity: string): string[] =>
    diagnostics.list
      .filter((one) => one.severity === severity)
      .map(({ code, at }) => `${code} ${at.file.replace('/cours/', '')}:${at.line}`);
  return { errors: shown('error'), warnings: shown('warning'), modules: (course?.modules ?? []).map(({ module }) => module) };
}
