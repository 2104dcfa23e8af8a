import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ALIASES } from '../zip/aliases.ts';
import { withoutChildProcesses } from './left-out.ts';
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

/**
 * Bundles the program and the pieces of the runtime into `.cartable/program/`.
 * Only two of zod's languages are kept: the others are half of its weight.
 */
export async function makeProgram(root: string): Promise<void> {
  const goal = join(root, '.cartable/program');
  // Another process may be running from the old folder: the new one takes its place only when it is whole.
  const folder = `${goal}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    makePieces(root, join(folder, 'pieces')),
    makePreview(root, join(folder, 'preview')),
    build({
      absWorkingDir: root,
      entryPoints: ['build/cli.ts'],
      outfile: join(folder, 'cli.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      minify: true,
      keepNames: false,
      charset: 'ascii',
      legalComments: 'none',
      logLevel: 'error',
      external: ['esbuild', 'fsevents'],
      // Fflate's build for Node looks for worker threads when it is loaded.
      alias: { ...ALIASES, fflate: 'fflate/browser' },
      define: { 'import.meta.url': '__cartableUrl' },
      banner: { js: 'const __cartableUrl = require("node:url").pathToFileURL(__filename).href;' },
      plugins: [registryPlugin(root), plainFields(), withoutChildProcesses()],
    }),
  ]);
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

function takePlace(folder: string, goal: string): void {
  const old = `${goal}.old.${process.pid}`;
  if (existsSync(goal)) renameSync(goal, old);
  renameSync(folder, goal);
  rmSync(old, { recursive: true, force: true });
}
