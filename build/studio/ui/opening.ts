import { EngineClient } from '../engine/client.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import type { TemplateName } from '../start/new-course.ts';
import type { NewCourse, Place } from '../start/templates/template.ts';
import { newBrowserProject, onlyBrowserProject } from '../storage/browser-storage.ts';
import { coursesIn } from '../storage/course-layout.ts';
import { folderStore } from '../storage/open-folder.ts';
import { servedStore } from '../storage/server-store.ts';
import type { Store } from '../storage/store.ts';
import { unzipOwn } from '../storage/unzip.ts';
import { Studio } from '../studio.ts';

/** Opens a course of a store with a new engine. @param wanted its folder; '' for the first one. @returns null if there is no course */
export async function openCourseIn(store: Store, wanted: string, settings: StudioSettings): Promise<Studio | null> {
  const course = wanted || coursesIn((await store.list()).keys())[0];
  if (course === undefined) return null;
  const engine = new EngineClient(() => new Worker(absolute(settings.engine), { type: 'module' }));
  return Studio.open(store, course, engine, { ...settings.program, folder: absolute(settings.program.folder) });
}

/** Opens a sample. At first it is copied into this browser's storage, where it can be changed. */
export function sampleStore(name: string, settings: StudioSettings): Promise<Store> {
  return onlyBrowserProject(name, async () => {
    const zip = new Uint8Array(await (await fetch(absolute(settings.samples[name] ?? ''))).arrayBuffer());
    return new Map([...unzipOwn(zip)].map(([path, bytes]) => [`modules/${name}/${path}`, bytes]));
  });
}

/** Asks the user for a folder of the disk. */
export async function pickedFolder(): Promise<Store> {
  return folderStore(await window.showDirectoryPicker({ mode: 'readwrite' }));
}

/** Asks the user for a folder, or opens the served one. Null: the browser keeps the course. */
async function placeStore(place: Place): Promise<Store | null> {
  if (place === 'folder') return pickedFolder();
  return place === 'served' ? servedStore() : null;
}

/** Writes a new course into this browser's storage or a folder. @returns null if the folder has a course of this name */
export async function newCourseStore(template: TemplateName, course: NewCourse, place: Place): Promise<Store | null> {
  // The browser asks for a folder only right after a click.
  const folder = await placeStore(place);
  const { newCourseFiles } = await import('../start/new-course.ts');
  const files = newCourseFiles(template, course);
  if (!folder) return newBrowserProject(course.id, files);
  const known = await folder.list();
  if ([...known.keys()].some((path) => path.startsWith(`modules/${course.id}/`))) return null;
  for (const [path, bytes] of files) await folder.write(path, bytes, null);
  return folder;
}
