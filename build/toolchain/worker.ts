import { build, type Plugin } from 'esbuild';
import { packageFolders } from './libraries.ts';
import { registryPlugin } from './make.ts';

/** Refuses Node's own modules. esbuild alone accepts a guarded import, and a browser would fail at it. */
export const noNode: Plugin = {
  name: 'no-node',
  setup(setup) {
    setup.onResolve({ filter: /^node:/ }, ({ path }) => ({ errors: [{ text: `"${path}" does not run in a browser.` }] }));
  },
};

/**
 * Bundles the engine and the Web Worker around it into one script.
 * @param entry the worker's own by default
 * @returns folders of packages with code in it
 * @throws if a module of Node is imported
 */
export async function makeWorker(root: string, outfile: string, entry = 'build/worker/main.ts'): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    plugins: [noNode, registryPlugin(root)],
  });
  return packageFolders(metafile);
}
