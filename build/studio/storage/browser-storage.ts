import { freeName } from '../../model/free-name.ts';
import type { Path } from '../engine/calls.ts';
import { FolderStore } from './folder-store.ts';
import type { Store } from './store.ts';

/** Folder of the studio's courses in this browser's storage. */
const HOME = 'courses';

async function homeFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(HOME, { create: true });
}

/** Opens this browser's storage for a project, which is made if there is none. @param id name of its folder */
export async function browserStore(id: string, name = id): Promise<FolderStore> {
  return new FolderStore(await (await homeFolder()).getDirectoryHandle(id, { create: true }), 'browser', name);
}

/** Lists the projects that this browser keeps. */
export async function browserProjects(): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const [name, handle] of (await homeFolder()).entries()) if (handle.kind === 'directory') names.push(name);
  return names.sort();
}

/** Removes a project from this browser's storage for good. */
export async function removeBrowserProject(id: string): Promise<void> {
  await (await homeFolder()).removeEntry(id, { recursive: true });
}

/**
 * Makes a new project in this browser's storage.
 * @param wanted its name, if it is free
 * @throws StoreError if there is no room; nothing of it stays
 */
export async function newBrowserProject(wanted: string, files: ReadonlyMap<Path, Uint8Array<ArrayBuffer>>): Promise<Store> {
  const taken = await browserProjects();
  const id = freeName(wanted, (one) => taken.includes(one));
  const store = await browserStore(id);
  try {
    for (const [path, bytes] of files) await store.write(path, bytes, null);
  } catch (error) {
    await removeBrowserProject(id).catch(() => undefined);
    throw error;
  }
  return store;
}
