import { createHash } from 'node:crypto';
import type { ModuleContent } from '../src/model/course.ts';
import { type Lineage, type LockActivity, type LockPart, updateActivity } from './lock-activity.ts';
import { lineOfOld, newLine } from './lock-line.ts';
import { isLockFile } from './lock-shape.ts';
import type { ValidActivity, ValidModule } from './source.ts';
import { activitiesOn } from './validate/completion.ts';

/** A module's pages and activities in order of first appearance: positions are numbers in saved state. */
export interface LockModule {
  readonly pages: readonly string[];
  /** Ids of pages that the text no longer has; absent: it has all. */
  readonly gonePages?: readonly string[];
  readonly activities: readonly LockActivity[];
}

/** An activity of a course that is one SCO. */
export interface LockHome {
  readonly id: string;
  /** The modules where it stood, one after the other: the last one has the tokens of its parts. */
  readonly in: readonly string[];
}

/** Modules, pages and activities of a course that is one SCO, in order of first appearance: positions are numbers in its saved state. */
export interface LockCourse {
  readonly modules: readonly string[];
  readonly pages: readonly string[];
  readonly activities: readonly LockHome[];
}

/** Names the line of a course's numbers. `old`: they go back to 0.1, whose answers name no line. */
export type Line = Pick<ModuleContent, 'line' | 'old'>;

export interface Lock extends Line {
  /** Version of the file that was read; 2 is always written. */
  readonly version: 1 | 2;
  /** Sums of the locks that were merged into this one. */
  readonly merged?: readonly string[];
  readonly modules: Readonly<Record<string, LockModule>>;
  /** Only where the course is one SCO, or was. */
  readonly course?: LockCourse;
}

/** Makes the first lock of a course. */
export function newLock(): Lock {
  return { version: 2, line: newLine(), modules: {} };
}

/** What resolve needs of the lock for one module. */
export interface ModuleNumbers extends Line {
  /** Number of a page by id. */
  readonly pages: ReadonlyMap<string, number>;
  /** Number of an activity by id. */
  readonly activities: ReadonlyMap<string, number>;
  /** Tokens of an activity's parts, in the order of its text. */
  readonly tokens: ReadonlyMap<string, readonly string[]>;
  /** Origins that saved answers are checked against, by the activity's id. */
  readonly lineage: ReadonlyMap<string, Lineage>;
  /** Ids under which activities go in the one SCO of their course, where these aren't their own. */
  readonly names?: ReadonlyMap<string, string>;
}

const HEADER = `# Written by \`cartable build\`. Commit it and never edit it: saved answers of learners are found by these numbers.
# It only grows: what a text no longer has stays here, marked gone.
`;

function updateActivities(old: readonly LockActivity[], now: readonly ValidActivity[]) {
  const activities: LockActivity[] = [...old];
  const places = new Map(old.map(({ id }, at) => [id, at]));
  const numbers = new Map<string, number>();
  const tokens = new Map<string, readonly string[]>();
  const lineage = new Map<string, Lineage>();
  for (const activity of now) {
    const at = places.get(activity.id) ?? activities.length;
    const update = updateActivity(activities[at], activity);
    activities[at] = update.lock;
    places.set(activity.id, at);
    numbers.set(activity.id, at);
    tokens.set(activity.id, update.tokens);
    lineage.set(activity.id, update.lineage);
  }
  const marked = activities.map((activity) =>
    numbers.has(activity.id) || activity.gone ? activity : { ...activity, gone: true as const },
  );
  return { activities: marked, numbers, tokens, lineage };
}

/** A module's entry in the lock, and its numbers and tokens. */
export interface ModuleUpdate {
  readonly lock: LockModule;
  readonly numbers: Omit<ModuleNumbers, keyof Line>;
}

/** What a module adds to the lock, and the numbers and tokens that it gets. All cohorts share them. */
export function lockModule(old: LockModule | undefined, module: ValidModule): ModuleUpdate {
  const there = new Set(module.pages.map((page) => page.id));
  const pages = [...new Set([...(old?.pages ?? []), ...there])];
  const gonePages = pages.filter((id) => !there.has(id));
  const now = module.pages.flatMap(activitiesOn);
  const { activities, numbers, ...given } = updateActivities(old?.activities ?? [], now);
  return {
    lock: { pages, ...(gonePages.length > 0 && { gonePages }), activities },
    numbers: { pages: new Map(pages.map((id, n) => [id, n])), activities: numbers, ...given },
  };
}

/** Modules that are not read again keep their object, and their text. */
const moduleTexts = new WeakMap<LockModule, string>();

function moduleText(module: LockModule): string {
  const known = moduleTexts.get(module);
  if (known !== undefined) return known;
  const activities = module.activities.map((activity) => `        ${JSON.stringify(activity)}`);
  const gone = module.gonePages ? `\n      "gonePages": ${JSON.stringify(module.gonePages)},` : '';
  const text = `{\n      "pages": ${JSON.stringify(module.pages)},${gone}\n      "activities": [\n${activities.join(',\n')}\n      ]\n    }`;
  moduleTexts.set(module, text);
  return text;
}

function isSameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function isSameActivity(a: LockActivity, b: LockActivity | undefined): boolean {
  if (!b || a.id !== b.id || a.type !== b.type || a.gone !== b.gone || a.parts.length !== b.parts.length) return false;
  const isSamePart = ({ text, key, from, gone }: LockPart, at: number): boolean => {
    const other = b.parts[at];
    return text === other?.text && key === other.key && from === other.from && gone === other.gone;
  };
  return isSameList(a.was, b.was) && a.parts.every(isSamePart);
}

/** Do two modules say the same in a lock? */
export function isSameModule(a: LockModule | undefined, b: LockModule): boolean {
  if (!a || !isSameList(a.pages, b.pages) || !isSameList(a.gonePages, b.gonePages)) return false;
  return a.activities.length === b.activities.length && a.activities.every((activity, at) => isSameActivity(activity, b.activities[at]));
}

function courseText({ modules, pages, activities }: LockCourse): string {
  const lines = activities.map((activity) => `      ${JSON.stringify(activity)}`);
  return `{\n    "modules": ${JSON.stringify(modules)},\n    "pages": ${JSON.stringify(pages)},\n    "activities": [\n${lines.join(',\n')}\n    ]\n  }`;
}

/** What tells that no hand was in a lock: the first letters of the SHA-256 of all that is no comment. */
export function sumOfBody(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 8);
}

function headText({ line, old, merged }: Lock): string {
  const members = { version: 2, line, ...(old && { old }), ...(merged && { merged }) };
  return Object.entries(members)
    .map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`)
    .join('');
}

/** The lock as a YAML text (JSON is YAML), a line an activity, so that changes read well. */
export function writeLock(lock: Lock): string {
  const modules = Object.entries(lock.modules).map(([id, module]) => `    ${JSON.stringify(id)}: ${moduleText(module)}`);
  const course = lock.course ? `,\n  "course": ${courseText(lock.course)}` : '';
  const body = `{\n${headText(lock)}  "modules": {\n${modules.join(',\n')}\n  }${course}\n}\n`;
  return `${HEADER}# Sum: ${sumOfBody(body)}\n${body}`;
}

/** The line of a lock that 0.1 wrote; one that has given no number yet begins a new one. */
function oldLine(course: string, { modules }: Pick<Lock, 'modules'>): Line {
  return Object.keys(modules).length === 0 ? { line: newLine() } : { line: lineOfOld(course, modules), old: true };
}

/**
 * Reads a lock; null where it isn't one.
 * @param course id of the course: the line of a lock that 0.1 wrote follows from it
 */
export function readLock(text: string, course: string): Lock | null {
  try {
    const value: Lock = JSON.parse(text.replace(/^#.*$/gm, ''));
    if (!isLockFile(value)) return null;
    return value.version === 1 ? { ...value, ...oldLine(course, value) } : value;
  } catch {
    return null;
  }
}

/** Ids of activities that were in the course once. */
export function goneIds(lock: Lock): ReadonlySet<string> {
  return new Set(
    Object.values(lock.modules).flatMap((module) => module.activities.flatMap((activity) => (activity.gone ? [activity.id] : []))),
  );
}
