import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { slashed } from '../files/folder.ts';
import type { WrittenLock } from '../model/run.ts';

/** Longest wait for git, in milliseconds: on a disconnected drive it never answers. */
const PATIENCE = 3000;

/** Tests whether a folder or a parent is a git repository. */
function isUnderGit(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isUnderGit(parent);
}

/** Finds the files that git ignores; none if git fails. */
function ignoredByGit(folder: string, paths: readonly string[]): ReadonlySet<string> {
  const cwd = realpathSync(folder);
  if (!isUnderGit(cwd)) return new Set();
  const names = new Map(paths.map((path) => [slashed(relative(cwd, path)), path]));
  const input = [...names.keys()].join('\0');
  const { stdout } = spawnSync('git', ['check-ignore', '-z', '--stdin'], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: PATIENCE,
    windowsHide: true,
  });
  return new Set((stdout ?? '').split('\0').flatMap((name) => names.get(name) ?? []));
}

/**
 * Reports the first lock of a course, and locks that git ignores.
 * @param modules folder of the courses
 */
export function reportLocks(locks: readonly WrittenLock[], modules: string, diagnostics: Diagnostics): void {
  const at = (path: string) => ({ file: path, line: 1, column: 1 });
  for (const { path, isFirst } of locks) if (isFirst) diagnostics.notice('lock-first', at(path));
  const paths = locks.map(({ path }) => path);
  for (const path of ignoredByGit(modules, paths)) diagnostics.warning('lock-ignored-by-git', at(path));
}
