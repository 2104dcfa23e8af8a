import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { registryPlugin } from '../../build/toolchain/make.ts';

const root = join(import.meta.dirname, '../..');
// As deep as the sources: helpers find the project from their own folder.
const folder = join(root, '.cartable/bundled');

/** Bundles a script with the registry of types, as the program is, and runs it. @param entry path below the root */
export async function runBundled(entry: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // Two may run at a time.
  const outfile = join(folder, `${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [registryPlugin(root)],
  });
  try {
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
