import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../helpers/examples-project.ts';

/** The product's TypeScript files, without tests, by their path from the root. */
export const sources: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'build', 'src', 'templates'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name) && existsSync(join(root, name)))
  .sort();

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const IMPORT =
  /^(?:import|export)\s+(?:type\s+)?(?:(?:\w+,\s*)?\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Imports of a file, types too: paths from the root, or names of packages. */
export function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(IMPORT)].map(([, plain, bare, later]) => {
    const name = plain ?? bare ?? later ?? '';
    return name.startsWith('.') ? join(dirname(file), name).replaceAll('\\', '/') : name;
  });
}

/** True for a path inside the project, as `importsOf` gives it. */
export function isOurs(name: string): boolean {
  return /^(?:build|src|templates)\//.test(name);
}

/** Room of a file of `build/`: `model`, `stages/check`; the file's own name where it is in the root. */
export function roomOf(file: string): string {
  const [, room = '', inner = ''] = file.split('/');
  return room === 'stages' || room === 'preview' ? `${room}/${inner}` : room;
}

/** Files that these lead to, themselves too. */
export function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const types = sources.filter((file) => /^build\/stages\/check\/forms\/|^templates\/(?!_)[^/]+\/(?:schema|scoring)\.ts$/.test(file));
  const reached = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const name of importsOf(file)) {
      if (name === 'virtual:cartable-types') open.push(...types);
      else if (isOurs(name) && name.endsWith('.ts')) open.push(name);
    }
  }
  return reached;
}
