import { browserProjects, browserStore } from '../storage/browser-storage.ts';
import type { Files } from './descriptions.ts';

/** Writes a new course into this browser's storage, under a name that is free. @returns the name */
export async function makeCourse(files: Files): Promise<string> {
  const [, own = 'import'] = /^modules\/([^/]+)\//.exec([...files.keys()][0] ?? '') ?? [];
  const taken = new Set(await browserProjects());
  let name = own;
  for (let number = 2; taken.has(name); number++) name = `${own}-${number}`;
  const store = await browserStore(name);
  const encoder = new TextEncoder();
  for (const [path, content] of files) await store.write(path, typeof content === 'string' ? encoder.encode(content) : content, null);
  return name;
}
