import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writerOf } from '../part-name.ts';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes leftovers of killed processes from the folders that are written to. */
export class Sweeper {
  private readonly swept = new Set<string>();

  /** Sweeps a folder the first time that it is named. Files of running processes stay. */
  sweep(folder: string): void {
    if (this.swept.has(folder)) return;
    this.swept.add(folder);
    for (const name of namesIn(folder)) {
      const owner = writerOf(name);
      if (owner !== undefined && !isAlive(owner)) rmSync(join(folder, name), { force: true });
    }
  }
}

/** Tests whether a process is running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
