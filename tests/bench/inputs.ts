import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { registryPlugin } from '../../build/toolchain/make.ts';
import { root } from './processes.ts';
import type { Row } from './row.ts';

/** Sources ask where they lie: in the bundle they must answer as before. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

/** Going through the gallery: bundled with the registry of types, as the program is, since answers are known by it. */
export async function benchInputs(): Promise<Row[]> {
  const folder = join(root, '.cartable');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `inputs.${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/gallery.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    plugins: [registryPlugin(root), places],
  });
  try {
    const { benchGallery } = (await import(pathToFileURL(outfile).href)) as { benchGallery(): Promise<Row[]> };
    return await benchGallery();
  } finally {
    rmSync(outfile);
  }
}
