import type { LockActivity, LockPart } from '../../model/lock.ts';
import { isLine } from './lock-line.ts';

type Members = Readonly<Record<string, unknown>>;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPart(part: Partial<LockPart> | null): boolean {
  const { text, key, from } = part ?? {};
  return isText(text) && (key === undefined || isText(key)) && (from === undefined || (isText(from) && /^[\w-]{2}$/.test(from)));
}

/** Tests for texts without duplicates: two numbers for one id would split its answers. */
function areIds(list: readonly unknown[]): boolean {
  return list.every(isText) && new Set(list).size === list.length;
}

/** Tests for a list of texts, or undefined. */
function areTexts(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.every(isText));
}

function isActivity({ type, was, parts }: Partial<LockActivity>): boolean {
  return (type === undefined || isText(type)) && areTexts(was) && Array.isArray(parts) && parts.every(isPart);
}

function isModule(value: unknown): boolean {
  const { pages, gonePages, activities } = (value ?? {}) as Members;
  if (!Array.isArray(pages) || !Array.isArray(activities) || !areTexts(gonePages)) return false;
  return areIds(pages) && areIds(activities.map((one) => one?.id)) && activities.every(isActivity);
}

/** Tests for the numbers of a course that is one SCO, each given once. */
function isLockCourse(value: unknown): boolean {
  const { modules, pages, activities } = (value ?? {}) as Members;
  if (!Array.isArray(modules) || !Array.isArray(pages) || !Array.isArray(activities) || !areIds(modules) || !areIds(pages)) return false;
  const isHome = (one: Members | null): boolean => isText(one?.id) && Array.isArray(one?.in) && one.in.length > 0;
  return activities.every(isHome) && areIds(activities.map((one) => `${one.in.at(-1)}/${one.id}`));
}

/** Tests for all required members of a lock's file, which may have been edited. Locks of 0.1 have no line. */
export function isLockFile(value: unknown): boolean {
  const { version, line, merged, modules, course } = (value ?? {}) as Members;
  if (version === 2 ? !isLine(line) : version !== 1) return false;
  if (typeof modules !== 'object' || modules === null || Array.isArray(modules)) return false;
  return areTexts(merged) && Object.values(modules).every(isModule) && (course === undefined || isLockCourse(course));
}
