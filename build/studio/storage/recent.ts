import type { Path } from '../engine/calls.ts';
import { browserProjects, browserStore, removeBrowserProject } from './browser-storage.ts';
import { readEntries, removeEntry, writeEntry } from './database.ts';
import { folderStore } from './open-folder.ts';
import { type Store, StoreError } from './store.ts';

/** A course that was open on this device. */
export interface RecentCourse {
  /** Name of its entry; equal for each visit of one course. */
  readonly id: string;
  readonly kind: 'folder' | 'browser';
  /** Name of its folder: on the disk, or in this browser's storage. */
  readonly name: string;
  /** Folder of the course in its project; '' if it was never opened: the first one is. */
  readonly course: Path;
  readonly title: string;
  /** Number of sessions. */
  readonly sessions: number;
  /** Time (ms since 1970) of the last visit; 0 if it is unknown. */
  readonly opened: number;
  /** The folder on the disk. The browser asks for permission again. */
  readonly handle?: FileSystemDirectoryHandle;
}

/** Data that a visit adds to an entry. */
export type Visit = Pick<RecentCourse, 'course' | 'title' | 'sessions'>;

function browserId(name: string): string {
  return `browser:${name}`;
}

/** Lists recent courses, the last one first. Each project of this browser is among them, whether it was noted or not. */
export async function recentCourses(): Promise<readonly RecentCourse[]> {
  const [noted, names] = await Promise.all([entries(), browserProjects()]);
  const known = noted.filter(({ kind, name }) => kind === 'folder' || names.includes(name));
  const others = names.filter((name) => !known.some(({ id }) => id === browserId(name)));
  const unnoted = others.map((name) => ({
    id: browserId(name),
    kind: 'browser' as const,
    name,
    course: '',
    title: name,
    sessions: 0,
    opened: 0,
  }));
  return [...known, ...unnoted].sort((one, other) => other.opened - one.opened || one.title.localeCompare(other.title));
}

/** Reads the entries. A browser that keeps no database has none. */
async function entries(): Promise<readonly RecentCourse[]> {
  return readEntries<RecentCourse>().catch(() => []);
}

/** Finds the entry of a folder that was opened before, whatever it was called. */
async function entryOf(handle: FileSystemDirectoryHandle): Promise<RecentCourse | undefined> {
  for (const entry of await entries()) if (entry.handle && (await entry.handle.isSameEntry(handle))) return entry;
  return undefined;
}

/** Finds the name of a course among the tabs of this browser: the id of its entry. */
export async function visitId({ kind, name, id, handle }: Store): Promise<string> {
  if (kind === 'server') return `server:${name}-${id ?? ''}`;
  if (kind === 'browser' || !handle) return browserId(name);
  return (await entryOf(handle))?.id ?? `folder:${crypto.randomUUID()}`;
}

/**
 * Notes a visit of a course, if the browser keeps a database. A served folder is found by the command that serves it.
 * @param id of its entry, from `visitId`
 * @returns the id
 */
export async function noteVisit(store: Store, visit: Visit, id?: string): Promise<string> {
  const { kind, name, handle } = store;
  const known = id ?? (await visitId(store));
  if (kind === 'server') return known;
  const place = kind === 'browser' || !handle ? { kind: 'browser' as const } : { kind, handle };
  const entry: RecentCourse = { ...visit, ...place, id: known, name, opened: Date.now() };
  await writeEntry(entry).catch(() => undefined);
  return known;
}

/** Opens a recent course. A folder needs the user's permission again, which a browser asks for only after a click. @throws StoreError */
export async function reopen({ kind, name, handle }: RecentCourse): Promise<Store> {
  if (kind === 'browser') return browserStore(name);
  if (!handle || (await handle.requestPermission({ mode: 'readwrite' })) !== 'granted') throw new StoreError('forbidden', name);
  return folderStore(handle);
}

/** Takes a course off the list. A course of this browser is removed for good. */
export async function forget({ id, kind, name }: RecentCourse): Promise<void> {
  if (kind === 'browser') await removeBrowserProject(name);
  await removeEntry(id);
}
