import { freeName } from '../../model/free-name.ts';
import type { Path } from '../engine/calls.ts';
import { FolderStore } from './folder-store.ts';
import type { Store } from './store.ts';

/** Folder of the studio's courses in this browser's storage. */
const HOME = 'courses';

/** File of a project that isn't whole yet. A tab that is closed meanwhile leaves it, and nothing takes the project for a course. */
const UNFINISHED = '.unfinished';

/** Lock of the tab that makes a project. Without it, two tabs could choose one name. */
const MAKING = 'cartable-studio making';

/** Files of a project, by path. */
type Files = ReadonlyMap<Path, Uint8Array<ArrayBuffer>>;

async function homeFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(HOME, { create: true });
}

/** Opens this browser's storage for a project, which is made if there is none. @param id name of its folder */
export async function browserStore(id: string, name = id): Promise<FolderStore> {
  return new FolderStore(await (await homeFolder()).getDirectoryHandle(id, { create: true }), 'browser', name);
}

/** Tests whether all files of a project have been written. */
async function isWhole(folder: FileSystemDirectoryHandle): Promise<boolean> {
  let isEmpty = true;
  for await (const name of folder.keys()) {
    if (name === UNFINISHED) return false;
    isEmpty = false;
  }
  return !isEmpty;
}

/** Lists projects: those that are whole, or those that a tab has begun and not finished. */
async function projects(areWhole: boolean): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const [name, handle] of (await homeFolder()).entries())
    if (handle.kind === 'directory' && (await isWhole(handle as FileSystemDirectoryHandle)) === areWhole) names.push(name);
  return names.sort();
}

/** Lists the projects that this browser keeps. */
export function browserProjects(): Promise<readonly string[]> {
  return projects(true);
}

/** Removes a project from this browser's storage for good. Another tab may have removed it already. */
export async function removeBrowserProject(id: string): Promise<void> {
  try {
    await (await homeFolder()).removeEntry(id, { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  }
}

/** Writes all files of a project. The tab has the lock. @throws StoreError if there is no room; nothing of it stays */
async function make(id: string, files: Files): Promise<Store> {
  const store = await browserStore(id);
  try {
    await store.handle.getFileHandle(UNFINISHED, { create: true });
    for (const [path, bytes] of files) await store.write(path, bytes, null);
    await store.handle.removeEntry(UNFINISHED);
  } catch (error) {
    await removeBrowserProject(id).catch(() => undefined);
    throw error;
  }
  return store;
}

/** Runs a task while no other tab makes a project, and without what closed tabs have left unfinished. */
function alone<Value>(task: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(MAKING, async () => {
    // One that the browser still holds is removed another time: its name isn't given meanwhile.
    for (const name of await projects(false)) await removeBrowserProject(name).catch(() => undefined);
    return task();
  });
}

/**
 * Makes a new project in this browser's storage.
 * @param wanted its name, if it is free
 * @throws StoreError if there is no room; nothing of it stays
 */
export function newBrowserProject(wanted: string, files: Files): Promise<Store> {
  return alone(async () => {
    const taken = [...(await projects(true)), ...(await projects(false))];
    const id = freeName(wanted, (one) => taken.includes(one));
    return make(id, files);
  });
}

/** Opens a project of this browser. If there is none of this name, it is made. @throws StoreError if there is no room */
export async function onlyBrowserProject(id: string, load: () => Promise<Files>): Promise<Store> {
  const isThere = async (): Promise<boolean> => (await browserProjects()).includes(id);
  if (await isThere()) return browserStore(id);
  const files = await load();
  return alone(async () => ((await isThere()) ? browserStore(id) : make(id, files)));
}
