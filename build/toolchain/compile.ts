import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { build, type Plugin, transform } from 'esbuild';
import { packageFolders } from './libraries.ts';
import { scriptOptions, styleOptions } from './script-options.ts';
import { sharedSource } from './type-entry.ts';

/** Modules of `src/` that types import: each becomes a piece, so that two types share one copy. */
export interface SharedModule {
  readonly path: string;
  readonly name: string;
  readonly exports: readonly string[];
}

/** Compiles an entry, whose text is given. @returns its text, the files in it, and the folders of packages that it has code of */
export async function compile(root: string, contents: string, plugins: Plugin[]) {
  const result = await build({
    ...scriptOptions(root),
    stdin: { contents, resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' },
    plugins,
    logOverride: { 'import-is-undefined': 'silent' },
  });
  const { outputFiles = [], metafile } = result;
  return {
    text: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile?.inputs ?? {}),
    packages: metafile ? packageFolders(metafile) : [],
  };
}

/** Finds the modules of `src/` that these entries import, directly or not. */
export async function sharedModules(root: string, entries: readonly string[]): Promise<SharedModule[]> {
  const inputs = await Promise.all(entries.map((entry) => compile(root, entry, [])));
  const paths = [...new Set(inputs.flatMap((input) => input.inputs.filter((path) => path.startsWith('src/'))))].sort();
  return Promise.all(
    paths.map(async (path) => {
      const result = await build({ ...scriptOptions(root), entryPoints: [path], outdir: 'out' });
      const exports = Object.values(result.metafile?.outputs ?? {}).flatMap((output) => output.exports);
      return { path: join(root, path), name: path.split('/').slice(-2).join('/').replace('.ts', ''), exports };
    }),
  );
}

/** Resolves imports of shared modules to the registry of the assembled runtime. */
export function sharedPlugin(shared: readonly SharedModule[], self: string | null, uses: Set<string>): Plugin {
  return {
    name: 'shared',
    setup(setup) {
      setup.onResolve({ filter: /\.ts$/ }, (args) => {
        const path = join(args.resolveDir, args.path);
        const found = isAbsolute(args.path) ? undefined : shared.find((module) => module.path === path && module.path !== self);
        if (!found) return undefined;
        uses.add(found.name);
        return { path: found.name, namespace: 'shared' };
      });
      setup.onLoad({ filter: /.*/, namespace: 'shared' }, (args) => {
        const found = shared.find((module) => module.name === args.path);
        return { contents: sharedSource(args.path, found?.exports ?? []), loader: 'js' };
      });
    },
  };
}

/** Compiles style sheets into one; skips those that don't exist. */
export async function css(paths: readonly string[]): Promise<string> {
  const text = paths.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')).join('\n');
  return (await transform(text, styleOptions)).code;
}
