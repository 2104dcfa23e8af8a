import type { Language } from '../../diagnostics/format.ts';
import type { MemoryFiles } from '../../host/browser/files.ts';
import type { Engine } from '../../host/engine.ts';
import type { BuildRequest } from '../../model/request.ts';

/** Root of the project in the worker's files. */
export const ROOT = '/project';

/** Folder of the packages there. */
export const OUT = `${ROOT}/dist`;

/** An open course, as the parts of the engine share it. */
export interface World {
  readonly files: MemoryFiles;
  readonly engine: Engine;
  /** Folder of the course. */
  readonly folder: string;
  /** Id of the course. */
  readonly course: string;
  readonly language: Language;
}

/** Makes the request to look at packages: nothing is written. @param cohorts '' for the version without a cohort */
export function lookAt(names: readonly string[], targets: BuildRequest['targets'], cohorts: readonly string[]): BuildRequest {
  return {
    modules: `${ROOT}/modules`,
    out: OUT,
    names,
    targets,
    cohorts: cohorts.map((name) => name || 'base'),
    frozen: false,
    checksOnly: true,
    coursePackages: true,
    sheets: false,
    progress: () => {},
  };
}
