import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './disk.ts';
import { writerOf } from './part-name.ts';

const swept = new Set<string>();

/** Removes what a killed process left in a folder, once a run. Another process that is still at work keeps its own. */
export function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const owner = writerOf(name);
    if (owner !== undefined && !isAlive(owner)) rmSync(join(folder, name), { force: true });
  }
}

/** Is there a process of this number? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
