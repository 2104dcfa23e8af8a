import { join } from 'node:path';
import v8 from 'node:v8';
import { activityTypes } from './activities.ts';
import { type BuiltLock, findBuiltLock, knownLock } from './built-lock.ts';
import { Diagnostics } from './diagnostics.ts';
import { isSameLink, type LinkedModule, linkUnits } from './link-course.ts';
import { goneIds, isSameModule, type Line, type Lock, lockModule, type ModuleNumbers, writeLock } from './lock.ts';
import { type ChapterNumbers, chapterNumbers, lockCourse } from './lock-course.ts';
import type { Code } from './messages/codes.ts';
import { ownValue } from './own-value.ts';
import { touches } from './page-memory.ts';
import { AT_LOCK, type KnownLock, LOCK_FILE, lockTextOf } from './read-lock.ts';
import type { ValidModule } from './source.ts';
import { type CourseSource, readCourse } from './stages/read.ts';
import { type BankUnit, type ModuleUnit, type ReadBefore, UnitReader } from './unit-reader.ts';
import { checkTheme } from './validate/check-theme.ts';
import { checkCohorts } from './validate/cohorts.ts';
import { Ids } from './validate/context.ts';
import { checkModuleNames, checkObjectives } from './validate/course-names.ts';

/** Where more modules than this are read again at once, it is not an author who saves one: their pages are not worth the memory. */
const MOST_REMEMBERED = 3;

/** A course of so many modules is worth the time that a small memory costs. */
const MANY = 200;

/** A module that was read and validated. Left out of it: everything of the parser. */
export interface PreparedModule extends ModuleUnit, LinkedModule {
  /** The module before it was linked with the others. */
  readonly written: ValidModule;
  readonly numbers: ModuleNumbers;
}

/** A course whose texts are in order: what `resolve` and the later stages work on. */
export interface PreparedCourse {
  readonly source: CourseSource;
  readonly modules: readonly PreparedModule[];
  readonly banks: ReadonlyMap<string, BankUnit>;
  /** Ids of the modules that were read now; the others are those of an earlier time. */
  readonly fresh: ReadonlySet<string>;
  /** By module, where the course is one SCO: the numbers that it has there. */
  readonly chapters?: ReadonlyMap<string, ChapterNumbers>;
  readonly lock: Lock;
  /** The lock before this reading. */
  readonly known: Lock;
  /** The course had no lock. */
  readonly isFirst?: true;
  /** The lock's file as it was read. */
  readonly lockText: string;
  /** The lock of the last build as it was read; absent: there was none, or nobody asked for it. */
  readonly built?: BuiltLock;
  /** The text of `lock`. */
  readonly lockNow: string;
  /** The same, where it differs from the file on disk. */
  readonly newLock?: string;
}

export interface PrepareOptions {
  /** Missing ids get provisional ones and a notice (preview). */
  readonly provisional: boolean;
  /** Ids of modules that an earlier build has packed. */
  readonly builtBefore: readonly string[];
  /** Folder of the packages, where the lock is compared with that of the last build. */
  readonly out?: string;
  /** False: the lock will not be written. */
  readonly writes?: boolean;
  /** Path of the lock, where it isn't the course's own. */
  readonly lockFile?: string;
}

/** The same course a moment ago, without an error, and the files of its folder that may have changed since. */
export interface Before {
  readonly course: PreparedCourse;
  readonly changed: ReadonlySet<string>;
}

/** True where what the whole course rests on is as it was: its own file, its cohorts, its lock. */
function standsStill({ course, changed }: Before, lockText: string, built: BuiltLock | undefined): boolean {
  if (lockText !== course.lockText && lockText !== course.newLock) return false;
  if (built?.text !== course.built?.text && built?.text !== course.lockNow) return false;
  return ![...changed].some((path) => path.startsWith('cohorts/')) && !touches(course.source.folder.seen ?? new Set(), changed);
}

/** Is this the lock of another course? It knows none of the modules. */
function isForeign({ lock, isBroken }: KnownLock, { course }: CourseSource): boolean {
  const ids = Object.keys(lock.modules);
  return !isBroken && !course.isBroken && ids.length > 0 && !ids.some((id) => course.value.modules.includes(id));
}

/** Modules of an earlier time that none of the changes touches, and their ids and banks. */
function keptOf(before: Before | undefined, ids: Ids): { modules: Map<string, PreparedModule>; banks: Map<string, BankUnit> } {
  const still = ({ files }: { files: ReadonlySet<string> }): boolean => before !== undefined && !touches(files, before.changed);
  const modules = (before?.course.modules ?? []).filter(still);
  const banks = [...(before?.course.banks ?? [])].filter(([, bank]) => still(bank));
  for (const unit of [...modules, ...banks.map(([, bank]) => bank)]) ids.keep(unit.ids);
  return { modules: new Map(modules.map((unit) => [unit.module.id, unit])), banks: new Map(banks) };
}

function lastOf(id: string, before: Before | undefined): ReadBefore | undefined {
  return before && { unit: before.course.modules.find((one) => one.module.id === id), changed: before.changed };
}

/** What the modules of a course are read with. */
interface Reading {
  readonly source: CourseSource;
  readonly options: PrepareOptions;
  readonly known: KnownLock;
  readonly built: BuiltLock | undefined;
  readonly before?: Before;
}

/** A module as it was read, now or at an earlier time. */
interface Unlinked {
  readonly unit: ModuleUnit;
  readonly same: PreparedModule | undefined;
  readonly written: ValidModule;
}

/** @param reserved ids that are not to be suggested where one is missing */
function prepareModules(
  { source, options, known, built, before }: Reading,
  reserved: ReadonlySet<string>,
  diagnostics: Diagnostics,
): PreparedCourse {
  // By itself V8 lets three times as much pile up as is in use before it looks: with many modules that is more than all else.
  if (source.course.value.modules.length > MANY) v8.setFlagsFromString('--heap-growing-percent=10');
  const ids = new Ids(reserved);
  const { modules: kept, banks } = keptOf(before, ids);
  const reader = new UnitReader({ source, ids, diagnostics, provisional: options.provisional, banks });
  const few = source.course.value.modules.length - kept.size <= MOST_REMEMBERED;
  const units = source.course.value.modules.flatMap((id): Unlinked[] => {
    const same = kept.get(id);
    const unit = same ?? reader.module(id, few ? lastOf(id, before) : undefined);
    if (unit && !known.isBroken && !ownValue(known.lock.modules, id) && options.builtBefore.includes(id))
      diagnostics.error('lock-missing-module', AT_LOCK, { id });
    return unit ? [{ unit, same, written: same?.written ?? unit.module }] : [];
  });
  const linked = linkUnits(units, { listed: source.course.value.modules, types: activityTypes(), diagnostics });
  const { modules, lock, fresh, chapters } = lockUnits(known.lock, linked, source.course.value.package === 'one-sco');
  const lockNow = lock === known.lock && !known.isStale ? (before?.course.lockNow ?? known.text) : writeLock(lock);
  const used = new Map([...banks].filter(([bank]) => modules.some((module) => module.files.has(bank))));
  return {
    ...{ source, modules, banks: used, fresh, lock, known: known.lock, lockText: known.text, lockNow },
    ...(built && { built }),
    ...(known.isFirst && { isFirst: known.isFirst }),
    ...(chapters && { chapters }),
    ...(lockNow !== known.text && { newLock: lockNow }),
  };
}

interface Linked extends Unlinked {
  readonly link: LinkedModule;
}

type Locked = Pick<PreparedCourse, 'modules' | 'lock' | 'fresh' | 'chapters'>;

/** Numbers and tokens of the modules that were read now; those that have some keep them. The same lock where nothing is new. */
function lockUnits(known: Lock, units: readonly Linked[], isOne: boolean): Locked {
  const start = isOne
    ? lockCourse(
        known,
        units.map(({ link }) => link.module),
      )
    : known;
  const locked: Record<string, Lock['modules'][string]> = { ...start.modules };
  const fresh = new Set<string>();
  const line: Line = { line: known.line, ...(known.old && { old: true }) };
  let grown = start.course !== known.course || known.version === 1;
  const modules = units.map(({ unit, same, written, link }): PreparedModule => {
    if (same && isSameLink(same, link)) return same;
    const { id } = written;
    const update = lockModule(ownValue(locked, id), link.module);
    grown ||= !isSameModule(ownValue(known.modules, id), update.lock);
    locked[id] = update.lock;
    fresh.add(id);
    // One of an earlier time brings what others named in it then.
    const { named: _, ...own } = unit as ModuleUnit & Partial<LinkedModule>;
    return { ...own, ...link, written, numbers: { ...line, ...update.numbers } };
  });
  const lock: Lock = grown ? { ...start, version: 2, modules: locked } : known;
  if (!isOne || !start.course) return { modules, lock, fresh };
  const numbersOf = chapterNumbers(start.course);
  return { modules, lock, fresh, chapters: new Map(modules.map(({ module, numbers }) => [module.id, numbersOf(module.id, numbers)])) };
}

function valuesOf(diagnostics: Diagnostics, code: Code, value: string): ReadonlySet<string> {
  return new Set(diagnostics.list.filter((one) => one.code === code).map(({ values }) => String(values[value])));
}

/** Reads the modules, and once more where an id is missing: only then is it known which ids stand further on. */
function readModules(reading: Reading, diagnostics: Diagnostics): PreparedCourse {
  const gone = goneIds(reading.known.lock);
  const first = new Diagnostics();
  const course = prepareModules(reading, gone, first.below(reading.source.shown));
  const suggested = valuesOf(first, 'missing-id', 'suggestion');
  if (suggested.size === 0) {
    diagnostics.take(first);
    return course;
  }
  const met = [...course.modules, ...course.banks.values()].flatMap(({ ids }) => ids.map(([id]) => id));
  const written = met.filter((id) => !suggested.has(`{#${id}}`));
  const reserved = new Set([...gone, ...written, ...valuesOf(first, 'duplicate-id', 'id')]);
  return prepareModules(reading, reserved, diagnostics.below(reading.source.shown));
}

function builtLockOf({ course }: CourseSource, { out }: PrepareOptions): BuiltLock | undefined {
  return out === undefined ? undefined : findBuiltLock(out, course.value.id);
}

function readAgain(lockFile: string, options: PrepareOptions, before: Before, diagnostics: Diagnostics): PreparedCourse | null {
  const text = lockTextOf(lockFile);
  const { source, lock } = before.course;
  const built = builtLockOf(source, options);
  if (!standsStill(before, text, built)) return null;
  const trial = new Diagnostics();
  const course = readModules({ source, options, known: { lock, text }, built, before }, trial);
  // What is wrong may lie between a module that was read again and one that was not.
  if (trial.failed) return null;
  diagnostics.take(trial);
  return course;
}

/**
 * Reads and validates a whole course; everything wrong is reported. Null where nothing could be read.
 * @param before where it is given, only what the changes touch is read again, unless something is wrong
 */
export function prepareCourse(path: string, options: PrepareOptions, diagnostics: Diagnostics, before?: Before): PreparedCourse | null {
  const lockFile = options.lockFile ?? join(path, LOCK_FILE);
  const again = before && readAgain(lockFile, options, before, diagnostics);
  if (again) return again;
  const local = diagnostics.below(path);
  const source = readCourse(path, local);
  if (!source) return null;
  checkModuleNames(source, local);
  checkObjectives(source, local);
  checkTheme(source, local);
  checkCohorts(source, local);
  const { id } = source.course.value;
  const built = builtLockOf(source, options);
  const known = knownLock(lockFile, built, { course: id, writes: options.writes ?? true }, { local, diagnostics });
  // Nothing was built here: only its modules show whose it is.
  if (!built && options.out !== undefined && isForeign(known, source)) local.error('lock-foreign', AT_LOCK);
  return readModules({ source, options, known, built }, diagnostics);
}
