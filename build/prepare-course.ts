import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityTypes, bodyForms } from './activities.ts';
import { checkAccent } from './bundle/theme.ts';
import type { Diagnostics, Position } from './diagnostics.ts';
import { emptyLock, type Lock, lockModule, type ModuleNumbers, readLock, writeLock } from './lock.ts';
import { readText } from './disk.ts';
import { pictureSize } from './picture-size.ts';
import { asset, type CourseSource, type ModuleFile, readBank, readCourse, readModule } from './stages/read.ts';
import { validateBank, validateModule } from './stages/validate.ts';
import type { Node, ValidModule } from './source.ts';
import { type CourseContext, Ids } from './validate/context.ts';
import { checkCohorts } from './validate/cohorts.ts';

export const LOCK_FILE = 'course.lock.yaml';

/** A module that was read and validated. Left out of it: everything of the parser. */
export interface PreparedModule {
  readonly module: ValidModule;
  readonly numbers: ModuleNumbers;
  readonly at: Position;
}

/** A course whose texts are in order: what `resolve` and the later stages work on. */
export interface PreparedCourse {
  readonly source: CourseSource;
  readonly modules: readonly PreparedModule[];
  readonly lock: Lock;
  /** The lock's text, where it differs from the file on disk. */
  readonly newLock?: string;
}

export interface PrepareOptions {
  /** Missing ids get provisional ones and a notice (preview). */
  readonly provisional: boolean;
  /** Ids of modules that an earlier build has packed. */
  readonly builtBefore: readonly string[];
}

function contextOf(source: CourseSource, options: PrepareOptions, diagnostics: Diagnostics): CourseContext {
  const banks = new Map<string, Node[]>();
  const context: CourseContext = {
    course: source.course.value,
    types: activityTypes(),
    forms: bodyForms,
    diagnostics,
    ids: new Ids(),
    provisional: options.provisional,
    asset: (path, at) => asset(source.folder, path, at, diagnostics),
    pictureSize: (path) => pictureSize(join(source.folder.root, path)),
    text: (path, at) => readText(source.folder, path, at, diagnostics) ?? '',
    bank: (path, at) => {
      let nodes = banks.get(path);
      if (!nodes) {
        const file = readBank(source, path, at, diagnostics);
        nodes = file ? validateBank(file, context) : [];
        banks.set(path, nodes);
      }
      return nodes;
    },
  };
  return context;
}

function readLockOf(source: CourseSource, diagnostics: Diagnostics): { lock: Lock; text: string } {
  const path = join(source.folder.root, LOCK_FILE);
  if (!existsSync(path)) return { lock: emptyLock, text: '' };
  const text = readFileSync(path, 'utf8');
  const lock = readLock(text);
  if (!lock) diagnostics.error('lock-broken', { file: LOCK_FILE, line: 1, column: 1 });
  return { lock: lock ?? emptyLock, text };
}

function checkTheme(source: CourseSource, diagnostics: Diagnostics): void {
  const files = [source.course, ...source.cohorts.map((cohort) => cohort.file)];
  for (const file of files) {
    const { accent, logo } = file.value.theme;
    const poor = accent === undefined ? null : checkAccent(accent);
    if (poor) diagnostics.error('poor-contrast', file.at('theme', 'accent'), { colour: accent ?? '', ratio: poor.ratio, needed: 4.5, suggestion: poor.suggestion });
    if (logo !== undefined) asset(source.folder, logo, file.at('theme', 'logo'), diagnostics);
  }
}

/** Reads and validates a whole course; everything wrong is reported. Null where nothing could be read. */
export function prepareCourse(path: string, options: PrepareOptions, diagnostics: Diagnostics): PreparedCourse | null {
  const local = diagnostics.below(path);
  const source = readCourse(path, local);
  if (!source) return null;
  const context = contextOf(source, options, local);
  checkTheme(source, local);
  checkCohorts(source, local);
  const { lock, text } = readLockOf(source, local);
  const locked: Record<string, Lock['modules'][string]> = { ...lock.modules };
  const modules: PreparedModule[] = [];
  for (const id of source.course.value.modules) {
    const file: ModuleFile | null = readModule(source, id, local);
    if (!file) continue;
    const module = validateModule(file, id, context);
    if (!lock.modules[id] && options.builtBefore.includes(id)) local.error('lock-missing-module', { file: LOCK_FILE, line: 1, column: 1 }, { id });
    const update = lockModule(lock.modules[id], module);
    locked[id] = update.lock;
    modules.push({ module, numbers: update.numbers, at: file.front.at('title') });
  }
  const newLock = writeLock({ version: 1, modules: locked });
  return { source, modules, lock: { version: 1, modules: locked }, ...(newLock !== text && { newLock }) };
}
