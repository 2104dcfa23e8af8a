import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { makePieces } from './pieces.ts';
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
  const folder = join(root, '.cartable/program');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    makePieces(root, join(folder, 'pieces')),
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
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'error',
      external: ['esbuild', 'fsevents'],
      define: { 'import.meta.url': '__cartableUrl' },
      banner: { js: 'const __cartableUrl = require("node:url").pathToFileURL(__filename).href;' },
      plugins: [registryPlugin(root)],
    }),
  ]);
  const stamp = createHash('sha1').update(readFileSync(join(folder, 'cli.cjs'))).digest('hex');
  writeFileSync(join(folder, 'made'), stamp);
}
