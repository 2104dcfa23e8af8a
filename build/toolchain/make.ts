import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { putInPlace } from '../host/node/put-in-place.ts';
import { isAlive } from '../host/node/sweep.ts';
import { packageFolders, programNotices } from './libraries.ts';
import { makePieces } from './pieces.ts';
import { makePreview } from './preview.ts';
import { virtualModules } from './registry.ts';
import { makeVerify } from './verify.ts';

/** Provides types and forms as the module `virtual:cartable-types`, sheets and reports as `virtual:cartable-papers`. */
export function registryPlugin(root: string, modules = virtualModules): Plugin {
  return {
    name: 'registry',
    setup(setup) {
      setup.onResolve({ filter: /^virtual:cartable-(?:types|papers)$/ }, ({ path }) => ({ path, namespace: 'registry' }));
      setup.onLoad({ filter: /.*/, namespace: 'registry' }, ({ path }) => ({
        contents: modules.get(path)?.(root) ?? '',
        loader: 'ts',
        resolveDir: root,
      }));
    },
  };
}

/** Options for bundling the command-line program. */
function programOptions(root: string, outfile: string): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: root,
    entryPoints: ['build/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [registryPlugin(root)],
  };
}

/** Bundles the program and the pieces of the runtime into `.cartable/program/`, with the licences of all code in them. */
export async function makeProgram(root: string): Promise<void> {
  const goal = join(root, '.cartable/program');
  removeLeft(join(root, '.cartable'));
  // Another process may be running from the old folder: the new one replaces it only when it is complete.
  const folder = `${goal}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const [pieces, preview, verify, program] = await Promise.all([
    makePieces(root, join(folder, 'pieces')),
    makePreview(root, join(folder, 'preview')),
    makeVerify(root, join(folder, 'verify')),
    build(programOptions(root, join(folder, 'cli.cjs'))),
  ]);
  writeFileSync(join(folder, 'NOTICES.txt'), programNotices(root, [...pieces, ...preview, ...verify, ...packageFolders(program.metafile)]));
  writeFileSync(join(folder, 'made'), stampOf(folder));
  takePlace(folder, goal);
}

/** Computes a stamp over the program and everything that it puts into packages: if it changes, all are made again. */
export function stampOf(folder: string): string {
  const hash = createHash('sha1').update(readFileSync(join(folder, 'cli.cjs')));
  const pieces = join(folder, 'pieces');
  for (const name of readdirSync(pieces).sort()) hash.update(`\0${name}\0`).update(readFileSync(join(pieces, name)));
  return hash.digest('hex');
}

/** Moves a finished program into place; one that another process has put there meanwhile stays. */
export function takePlace(folder: string, goal: string, move = putInPlace): void {
  const old = `${goal}.old.${process.pid}`;
  passing(
    (code) => code === 'ENOENT',
    () => move(goal, old),
  );
  // If there is one again, another process has just put the same program there; Windows reports EPERM.
  passing(
    (code) => ['ENOTEMPTY', 'EEXIST'].includes(code) || (code === 'EPERM' && existsSync(goal)),
    () => move(folder, goal),
  );
  for (const path of [old, folder]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function passing(isFine: (code: string) => boolean, task: () => void): void {
  try {
    task();
  } catch (error) {
    if (!isFine((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Names of leftovers of killed processes. */
const LEFT = /^(?:program\.(?:old\.)?(\d+)|make\.(\d+)\.mjs)$/;

/** Removes leftovers of killed processes; files of running ones stay. */
export function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, program, make] = LEFT.exec(name) ?? [];
    const owner = Number(program ?? make ?? process.pid);
    if (!isAlive(owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
