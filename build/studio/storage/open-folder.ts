import { isProjectFile, isProjectFolder } from '../../files/project-file.ts';
import type { Path } from '../engine/calls.ts';
import { folderName } from './course-layout.ts';
import { FolderStore } from './folder-store.ts';
import { MountedStore } from './mounted-store.ts';
import type { Store } from './store.ts';

async function has(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
}

/** Opens a folder of the disk: a project, or the folder of one course. */
export async function folderStore(handle: FileSystemDirectoryHandle): Promise<Store> {
  if (!(await has(handle, 'course.yaml'))) return new FolderStore(handle, 'folder');
  const course = `modules/${folderName(handle.name)}`;
  const placeOf = (path: Path): Path => (/^(?:dist|releases)(?:\/|$)/.test(path) ? path : `${course}/${path}`);
  const wanted = { file: (path: Path) => isProjectFile(placeOf(path)), folder: (path: Path) => isProjectFolder(placeOf(path)) };
  return new MountedStore(new FolderStore(handle, 'folder', handle.name, wanted), course);
}
