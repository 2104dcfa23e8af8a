import { FolderStore } from './folder-store.ts';

/** Folder of the studio's courses in this browser's storage. */
const HOME = 'courses';

/** Opens this browser's storage for a project, which is made if there is none. @param id name of its folder */
export async function browserStore(id: string, name = id): Promise<FolderStore> {
  const root = await navigator.storage.getDirectory();
  const home = await root.getDirectoryHandle(HOME, { create: true });
  return new FolderStore(await home.getDirectoryHandle(id, { create: true }), 'browser', name);
}

/** Lists the projects that this browser keeps. */
export async function browserProjects(): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const home = await root.getDirectoryHandle(HOME, { create: true });
  const names: string[] = [];
  for await (const [name, handle] of home.entries()) if (handle.kind === 'directory') names.push(name);
  return names.sort();
}
