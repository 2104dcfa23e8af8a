import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ALIASES } from '../zip/aliases.ts';
import { makePieces } from './pieces.ts';
import { plainFields } from './plain-fields.ts';
import { makePreview } from './preview.ts';
import { registrySource } from './registry.ts';

function registryPlugin(root: string): Plugin {
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
      // One byte a character: read and compared at each start.
      charset: 'ascii',
      legalComments: 'none',
      logLevel: 'error',
      external: ['esbuild', 'fsevents'],
      // Fflate's build for Node looks for worker threads when it is loaded.
      alias: { ...ALIASES, fflate: 'fflate/browser' },
      define: { 'import.meta.url': '__cartableUrl' },
      banner: { js: 'const __cartableUrl = require("node:url").pathToFileURL(__filename).href;' },
      plugins: [registryPlugin(root), plainFields()],
    }),
  ]);
  const stamp = createHash('sha1')
    .update(readFileSync(join(folder, 'cli.cjs')))
    .digest('hex');
  writeFileSync(join(folder, 'made'), stamp);
  takePlace(folder, goal);
}

function takePlace(folder: string, goal: string): void {
  const old = `${goal}.old.${process.pid}`;
  if (existsSync(goal)) renameSync(goal, old);
  renameSync(folder, goal);
  rmSync(old, { recursive: true, force: true });
}
