// Bundles the soak with the registry of types, as the program is, and runs it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { registryPlugin } from '../../build/program/make.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.cartable');
mkdirSync(folder, { recursive: true });
// Two may run at a time.
const outfile = join(folder, `soak.${process.pid}.mjs`);
await build({
  absWorkingDir: root,
  entryPoints: ['tests/soak/cli.ts'],
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
