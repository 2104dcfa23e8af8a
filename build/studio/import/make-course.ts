import { newBrowserProject } from '../storage/browser-storage.ts';
import type { Files } from './descriptions.ts';

/** Writes a new course into this browser's storage, under a name that is free. @returns the name */
export async function makeCourse(files: Files): Promise<string> {
  const [, own = 'import'] = /^modules\/([^/]+)\//.exec([...files.keys()][0] ?? '') ?? [];
  const encoder = new TextEncoder();
  const bytes = [...files].map(([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content] as const);
  return (await newBrowserProject(own, new Map(bytes))).name;
}
