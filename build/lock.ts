import { createHash } from 'node:crypto';
import { type LockActivity, type LockPart, updateActivity } from './lock-activity.ts';
import type { ValidActivity, ValidModule } from './source.ts';
import { activitiesOn } from './validate/completion.ts';

/** A module's pages and activities in order of first appearance: positions are numbers in saved state. */
export interface LockModule {
  readonly pages: readonly string[];
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

export interface Lock {
  readonly version: 1;
  readonly modules: Readonly<Record<string, LockModule>>;
  /** Only where the course is one SCO, or was. */
  readonly course?: LockCourse;
}

export const emptyLock: Lock = { version: 1, modules: {} };

/** What resolve needs of the lock for one module. */
export interface ModuleNumbers {
  /** Number of a page by id. */
  readonly pages: ReadonlyMap<string, number>;
  /** Number of an activity by id. */
  readonly activities: ReadonlyMap<string, number>;
  /** Tokens of an activity's parts, in the order of its text. */
  readonly tokens: ReadonlyMap<string, readonly string[]>;
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
  for (const activity of now) {
    const at = places.get(activity.id) ?? activities.length;
    const update = updateActivity(activities[at], activity);
    activities[at] = update.lock;
    places.set(activity.id, at);
    numbers.set(activity.id, at);
    tokens.set(activity.id, update.tokens);
  }
  const marked = activities.map((activity) =>
    numbers.has(activity.id) || activity.gone ? activity : { ...activity, gone: true as const },
  );
  return { activities: marked, numbers, tokens };
}

/** What a module adds to the lock, and the numbers and tokens that it gets. All cohorts share them. */
export function lockModule(old: LockModule | undefined, module: ValidModule): { lock: LockModule; numbers: ModuleNumbers } {
  const pages = [...new Set([...(old?.pages ?? []), ...module.pages.map((page) => page.id)])];
  const now = module.pages.flatMap(activitiesOn);
  const { activities, numbers, tokens } = updateActivities(old?.activities ?? [], now);
  return {
    lock: { pages, activities },
    numbers: { pages: new Map(pages.map((id, n) => [id, n])), activities: numbers, tokens },
  };
}

/** Modules that are not read again keep their object, and their text. */
const moduleTexts = new WeakMap<LockModule, string>();

function moduleText(module: LockModule): string {
  const known = moduleTexts.get(module);
  if (known !== undefined) return known;
  const activities = module.activities.map((activity) => `        ${JSON.stringify(activity)}`);
  const text = `{\n      "pages": ${JSON.stringify(module.pages)},\n      "activities": [\n${activities.join(',\n')}\n      ]\n    }`;
  moduleTexts.set(module, text);
  return text;
}

function isSameActivity(a: LockActivity, b: LockActivity | undefined): boolean {
  if (!b || a.id !== b.id || a.gone !== b.gone || a.parts.length !== b.parts.length) return false;
  return a.parts.every(({ text, key, gone }, at) => {
    const other = b.parts[at];
    return text === other?.text && key === other.key && gone === other.gone;
  });
}

/** Do two modules say the same in a lock? */
export function isSameModule(a: LockModule | undefined, b: LockModule): boolean {
  if (!a || a.pages.length !== b.pages.length || a.activities.length !== b.activities.length) return false;
  return (
    a.pages.every((page, at) => page === b.pages[at]) && a.activities.every((activity, at) => isSameActivity(activity, b.activities[at]))
  );
}

function courseText({ modules, pages, activities }: LockCourse): string {
  const lines = activities.map((activity) => `      ${JSON.stringify(activity)}`);
  return `{\n    "modules": ${JSON.stringify(modules)},\n    "pages": ${JSON.stringify(pages)},\n    "activities": [\n${lines.join(',\n')}\n    ]\n  }`;
}

/** What tells that no hand was in a lock: the first letters of the SHA-256 of all that is no comment. */
export function sumOfBody(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 8);
}

/** The lock as a YAML text (JSON is YAML), a line an activity, so that changes read well. */
export function writeLock(lock: Lock): string {
  const modules = Object.entries(lock.modules).map(([id, module]) => `    ${JSON.stringify(id)}: ${moduleText(module)}`);
  const course = lock.course ? `,\n  "course": ${courseText(lock.course)}` : '';
  const body = `{\n  "version": 1,\n  "modules": {\n${modules.join(',\n')}\n  }${course}\n}\n`;
  return `${HEADER}# Sum: ${sumOfBody(body)}\n${body}`;
}

function isPart(part: Partial<LockPart> | null): boolean {
  return typeof part?.text === 'string' && (part.key === undefined || typeof part.key === 'string');
}

/** Texts, each once: two numbers for one would part its answers. */
function areIds(list: readonly unknown[]): boolean {
  return list.every((id) => typeof id === 'string') && new Set(list).size === list.length;
}

function isLockModule(value: unknown): value is LockModule {
  const { pages, activities } = (value ?? {}) as Partial<LockModule>;
  if (!Array.isArray(pages) || !Array.isArray(activities)) return false;
  if (!areIds(pages) || !areIds(activities.map((one) => one?.id))) return false;
  return activities.every((one) => Array.isArray(one.parts) && one.parts.every(isPart));
}

function isLockCourse(value: unknown): value is LockCourse {
  const { modules, pages, activities } = (value ?? {}) as Partial<LockCourse>;
  if (!Array.isArray(modules) || !Array.isArray(pages) || !Array.isArray(activities) || !areIds(modules) || !areIds(pages)) return false;
  const isHome = (one: Partial<LockHome> | null): boolean => typeof one?.id === 'string' && Array.isArray(one.in) && one.in.length > 0;
  return activities.every(isHome) && areIds(activities.map((one) => `${one.in.at(-1)}/${one.id}`));
}

/** Reads a lock; null where it isn't one. */
export function readLock(text: string): Lock | null {
  try {
    const value: Partial<Lock> | null = JSON.parse(text.replace(/^#.*$/gm, ''));
    const modules = Object.values(value?.modules ?? { none: null });
    const isWhole = modules.every(isLockModule) && (value?.course === undefined || isLockCourse(value.course));
    return value?.version === 1 && !Array.isArray(value.modules) && isWhole ? (value as Lock) : null;
  } catch {
    return null;
  }
}
