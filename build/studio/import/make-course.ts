import { newBrowserProject } from '../storage/browser-storage.ts';
import { bytesOf, type Files } from './descriptions.ts';

/** Writes a new course into this browser's storage, under a name that is free. @returns the name */
export async function makeCourse(files: Files): Promise<string> {
  const [, own = 'import'] = /^modules\/([^/]+)\//.exec([...files.keys()][0] ?? '') ?? [];
  return (await newBrowserProject(own, bytesOf(files))).name;
}
