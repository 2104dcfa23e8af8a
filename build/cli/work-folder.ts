import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of Cartable's own folder beside the courses. A new one is hidden from git, so that `git add -A` adds nothing of it. */
export function workFolder(project: string): string {
  const folder = join(project, '.cartable');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
  }
  return folder;
}
