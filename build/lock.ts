import { createHash } from 'node:crypto';
import { tokenAt } from '../src/model/token.ts';
import type { PartText, ValidActivity, ValidModule } from './source.ts';
import { activitiesIn } from './validate/completion.ts';

/** A part that was built once. Its position is its number; `gone`: it stands in no text any more. */
export interface LockPart {
  readonly text: string;
  readonly key?: string;
  readonly gone?: true;
}

export interface LockActivity {
  readonly id: string;
  readonly gone?: true;
  readonly parts: readonly LockPart[];
}

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

/** Spaces, quotes, apostrophes and case make no difference to what a part says. */
function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[«»“”„"]/g, '"')
    .replace(/[’‘`]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/" | "/g, '"')
    .trim();
}

/** More than half of the longer text's words stand in the other, too. */
function mostWordsSame(a: string, b: string): boolean {
  const words = (text: string): string[] => text.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  const rest = words(b);
  const length = Math.max(words(a).length, rest.length);
  let same = 0;
  for (const word of words(a)) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    same++;
  }
  return same * 2 > length;
}

interface PartsUpdate {
  readonly parts: LockPart[];
  /** Position in the lock of each part of the text. */
  readonly positions: number[];
}

/** Finds each part of a text among those of the lock: the same words anywhere, or mended words at the same place. */
function updateParts(old: readonly LockPart[], now: readonly PartText[]): PartsUpdate {
  const texts = now.map((part) => normalise(part.text));
  const taken = new Set<number>();
  const take = (position: number): number => {
    if (position >= 0) taken.add(position);
    return position;
  };
  const positions = texts.map((text, index) => {
    const same = (part: LockPart, at: number): boolean => !taken.has(at) && part.text === text;
    const exact = old.findIndex((part, at) => same(part, at) && part.key === now[index]?.key);
    return take(exact >= 0 ? exact : old.findIndex(same));
  });
  const places = old.flatMap((part, at) => (part.gone ? [] : [at]));
  const parts: LockPart[] = [...old];
  positions.forEach((found, index) => {
    if (found >= 0) return;
    const place = places[index] ?? -1;
    const before = old[place];
    const mended = before && !taken.has(place) && before.key === now[index]?.key && mostWordsSame(before.text, texts[index] ?? '');
    positions[index] = mended ? take(place) : parts.push({ text: '' }) - 1;
  });
  positions.forEach((position, index) => {
    const key = now[index]?.key;
    parts[position] = { text: texts[index] ?? '', ...(key !== undefined && { key }) };
  });
  const live = new Set(positions);
  return { parts: parts.map((part, at) => (live.has(at) || part.gone ? part : { ...part, gone: true as const })), positions };
}

function updateActivities(old: readonly LockActivity[], now: readonly ValidActivity[]) {
  const activities: LockActivity[] = [...old];
  const places = new Map(old.map(({ id }, at) => [id, at]));
  const numbers = new Map<string, number>();
  const tokens = new Map<string, readonly string[]>();
  for (const activity of now) {
    const at = places.get(activity.id) ?? activities.length;
    const { parts, positions } = updateParts(activities[at]?.parts ?? [], activity.parts);
    activities[at] = { id: activity.id, parts };
    places.set(activity.id, at);
    numbers.set(activity.id, at);
    tokens.set(activity.id, positions.map(tokenAt));
  }
  const marked = activities.map((activity) =>
    numbers.has(activity.id) || activity.gone ? activity : { ...activity, gone: true as const },
  );
  return { activities: marked, numbers, tokens };
}

/** What a module adds to the lock, and the numbers and tokens that it gets. All cohorts share them. */
export function lockModule(old: LockModule | undefined, module: ValidModule): { lock: LockModule; numbers: ModuleNumbers } {
  const pages = [...new Set([...(old?.pages ?? []), ...module.pages.map((page) => page.id)])];
  const now = module.pages.flatMap((page) => activitiesIn(page.nodes));
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
