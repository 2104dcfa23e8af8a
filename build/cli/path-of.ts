import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandContext } from './context.ts';

/** Finds a path in the folders that relative paths start from; in the first one if it is in none. */
export function pathOf(name: string, { folders }: Pick<CommandContext, 'folders'>): string {
  const paths = folders.map((folder) => resolve(folder, name));
  return paths.find((path) => existsSync(path)) ?? paths[0] ?? name;
}
