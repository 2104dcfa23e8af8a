import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { packageFolders } from './libraries.ts';

/** Files whose rules make the style of the preview's pages. */
const STYLES = ['src/styles/tokens.css', 'build/preview/preview.css'];

/**
 * Compiles the script and the style of the preview's own pages, and copies scorm-again beside them unchanged.
 * @returns folders of packages with code in them
 */
export async function makePreview(root: string, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const css = STYLES.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  const [{ code }, { metafile }] = await Promise.all([
    transform(css, { loader: 'css', minify: true, charset: 'utf8' }),
    build({
      absWorkingDir: root,
      entryPoints: ['build/preview/client/main.ts'],
      outfile: join(folder, 'preview.js'),
      bundle: true,
      format: 'iife',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      logLevel: 'error',
      metafile: true,
    }),
  ]);
  writeFileSync(join(folder, 'preview.css'), code);
  const { resolve } = createRequire(join(root, 'package.json'));
  for (const standard of ['scorm12', 'scorm2004']) copyFileSync(resolve(`scorm-again/${standard}/min`), join(folder, `${standard}.js`));
  return [...packageFolders(metafile), 'node_modules/scorm-again'];
}
