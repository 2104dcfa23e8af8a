import { join } from 'pathe';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Host } from '../../host/host.ts';
import type { CourseSource } from '../../model/course.ts';
import { AT_LOCK, type BuiltLock, LOCK_FILE } from '../../model/lock.ts';
import type { LockOptions } from '../../model/run.ts';
import { findBuiltLock, knownLock } from './built-lock.ts';
import type { KnownLock } from './read-lock.ts';

/** The lock of a course, completed with that of the last build. */
export interface CourseLocks {
  readonly known: KnownLock;
  /** The lock of the last build; absent if there is none, or if it isn't compared. */
  readonly built?: BuiltLock;
}

/** Tests whether a lock has none of a course's modules: it belongs to another course. */
function isForeign({ lock, isBroken }: KnownLock, { course }: CourseSource): boolean {
  const ids = Object.keys(lock.modules);
  return !isBroken && !course.isBroken && ids.length > 0 && !ids.some((id) => course.value.modules.includes(id));
}

/** Reads the lock of a course, and reports one that can't be trusted. */
export function readLocks(source: CourseSource, options: LockOptions, { files, shown }: Host, diagnostics: Diagnostics): CourseLocks {
  const { out, writes = true, lockFile = join(source.shown, LOCK_FILE), reports = [] } = options;
  const { id } = source.course.value;
  const local = diagnostics.below(source.shown);
  const built = out === undefined ? undefined : findBuiltLock(files, out, id);
  const known = knownLock(files, lockFile, built, { course: id, writes, show: shown }, { local, diagnostics });
  // Nothing was built here, so only the lock's modules show its course.
  if (!built && out !== undefined && isForeign(known, source)) local.error('lock-foreign', AT_LOCK);
  for (const module of source.course.value.modules) {
    const isBuilt = reports.some((report) => report.course === id && report.module === module);
    const isMissing = isBuilt && !known.isBroken && !Object.hasOwn(known.lock.modules, module);
    if (isMissing && files.facts(join(source.folder.root, `${module}.md`))) local.error('lock-missing-module', AT_LOCK, { id: module });
  }
  return { known, ...(built && { built }) };
}
