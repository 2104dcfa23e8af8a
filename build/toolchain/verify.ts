import { join } from 'node:path';
import { build } from 'esbuild';
import { packageFolders } from './libraries.ts';

/**
 * Compiles what `verify` needs beside the program: the page around a SCO, and the validator of schemas. The validator is a module of its
 * own because its WebAssembly is loaded by an `await` that a CommonJS file can't have.
 * @returns folders of packages with code in them
 */
export async function makeVerify(root: string, folder: string): Promise<readonly string[]> {
  const shared = { absWorkingDir: root, bundle: true, minify: true, charset: 'utf8', logLevel: 'error', metafile: true } as const;
  const [page, validator] = await Promise.all([
    build({
      ...shared,
      entryPoints: ['build/verify/client/player.ts'],
      outfile: join(folder, 'player.js'),
      format: 'iife',
      target: 'es2022',
    }),
    build({
      ...shared,
      entryPoints: ['build/verify/xsd/validator.ts'],
      outfile: join(folder, 'validator.mjs'),
      platform: 'node',
      format: 'esm',
      target: 'node20',
      legalComments: 'none',
    }),
  ]);
  return [...packageFolders(page.metafile), ...packageFolders(validator.metafile)];
}
