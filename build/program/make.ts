import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { putInPlace } from '../put-in-place.ts';
import { isAlive } from '../sweep.ts';
import { ALIASES } from '../zip/aliases.ts';
import { withoutChildProcesses } from './left-out.ts';
import { packageFolders, programNotices } from './libraries.ts';
import { makePieces } from './pieces.ts';
import { plainFields } from './plain-fields.ts';
import { makePreview } from './preview.ts';
import { registrySource } from './registry.ts';

/** Gives the types and forms as the module `virtual:cartable-types`. */
export function registryPlugin(root: string): Plugin {
  return {
    name: 'registry',
    setup(setup) {
      setup.onResolve({ filter: /^virtual:cartable-types$/ }, () => ({ path: 'types', namespace: 'registry' }));
      setup.onLoad({ filter: /.*/, namespace: 'registry' }, () => ({ contents: registrySource(root), loader: 'ts', resolveDir: root }));
    },
  };
}

/** Options for bundling the command-line program. Only two of zod's languages are kept: the others are half of its weight. */
function programOptions(root: string, outfile: string): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: root,
    entryPoints: ['build/cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    keepNames: false,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    // Fflate's build for Node looks for worker threads when it is loaded.
    alias: { ...ALIASES, fflate: 'fflate/browser' },
    define: { 'import.meta.url': '__cartableUrl' },
    banner: { js: 'const __cartableUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [registryPlugin(root), plainFields(), withoutChildProcesses()],
  };
}

/** Bundles the program and the pieces of the runtime into `.cartable/program/`, with the licences of all that is in them. */
export async function makeProgram(root: string): Promise<void> {
  const goal = join(root, '.cartable/program');
  removeLeft(join(root, '.cartable'));
  // Another process may be running from the old folder: the new one takes its place only when it is whole.
  const folder = `${goal}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const [pieces, preview, program] = await Promise.all([
    makePieces(root, join(folder, 'pieces')),
    makePreview(root, join(folder, 'preview')),
    build(programOptions(root, join(folder, 'cli.cjs'))),
  ]);
  writeFileSync(join(folder, 'NOTICES.txt'), programNotices(root, [...pieces, ...preview, ...packageFolders(program.metafile)]));
  wrap(join(folder, 'cli.cjs'));
  writeFileSync(join(folder, 'made'), stampOf(folder));
  takePlace(folder, goal);
}

/** The program as the launcher runs it: a function, one byte a character. Patterns are what esbuild leaves as they are. */
function wrap(path: string): void {
  const text = readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(path, `(function (require, __filename, __dirname, module, exports) {${text}\n})`);
}

/** Names the program and all that it puts into packages: with another name, all of them are made again. */
export function stampOf(folder: string): string {
  const hash = createHash('sha1').update(readFileSync(join(folder, 'cli.cjs')));
  const pieces = join(folder, 'pieces');
  for (const name of readdirSync(pieces).sort()) hash.update(`\0${name}\0`).update(readFileSync(join(pieces, name)));
  return hash.digest('hex');
}

/** Puts a finished program in its place; one that another process has put there meanwhile stays. */
export function takePlace(folder: string, goal: string): void {
  const old = `${goal}.old.${process.pid}`;
  passing(
    (code) => code === 'ENOENT',
    () => putInPlace(goal, old),
  );
  // Where there is one again, another process has just put the same program there: Windows calls that EPERM.
  passing(
    (code) => ['ENOTEMPTY', 'EEXIST'].includes(code) || (code === 'EPERM' && existsSync(goal)),
    () => putInPlace(folder, goal),
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

/** What a process was making when it was killed. */
const LEFT = /^(?:program\.(?:old\.)?(\d+)|make\.(\d+)\.mjs)$/;

/** Removes what killed processes left; one that is still at work keeps its own. */
export function removeLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, program, make] = LEFT.exec(name) ?? [];
    const owner = Number(program ?? make ?? process.pid);
    if (!isAlive(owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
