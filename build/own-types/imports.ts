import type { Metafile, Plugin } from 'esbuild';
import type { SharedPiece } from '../host/engine.ts';
import { sharedSource } from '../toolchain/type-entry.ts';
import { contract } from './contract.ts';

/** Namespaces of the modules that stand for Cartable's own. */
const OURS = 'cartable';
const SHARED = 'shared';

/** Resolves Cartable's modules, for code of a type that the build runs, to the exports of the running program. */
export const forBuild: Plugin = {
  name: 'for-build',
  setup(setup) {
    setup.onResolve({ filter: /^cartable\/(?:types|scoring)$/ }, ({ path, namespace }) =>
      namespace === OURS ? { path, external: true } : { path, namespace: OURS },
    );
    setup.onLoad({ filter: /.*/, namespace: OURS }, ({ path }) => {
      // Names are exported one by one, so that the compiler reports a missing one with its line.
      const names = Object.keys(contract[path] ?? {}).join(', ');
      return { contents: `const all = require(${JSON.stringify(path)});\nexport const { ${names} } = all;`, loader: 'js' };
    });
  },
};

/** Returns the source of a module that re-exports names of shared pieces. @param offers selects the names */
function offered(shared: Readonly<Record<string, SharedPiece>>, offers: (name: string) => boolean): string {
  return Object.entries(shared)
    .map(([piece, { exports }]) => `export { ${exports.filter(offers).join(', ')} } from ${JSON.stringify(`${SHARED}:${piece}`)};`)
    .join('\n');
}

/** Resolves Cartable's modules, for scripts of a page, to the pieces that types share. */
export function forPages(shared: Readonly<Record<string, SharedPiece>>): Plugin {
  return {
    name: 'for-pages',
    setup(setup) {
      setup.onResolve({ filter: /^cartable\/(?:runtime|scoring)$/ }, ({ path }) => ({ path, namespace: OURS, sideEffects: false }));
      setup.onLoad({ filter: /.*/, namespace: OURS }, ({ path }) => {
        const pure = contract[path];
        return { contents: offered(shared, (name) => !pure || Object.hasOwn(pure, name)), loader: 'js' };
      });
      setup.onResolve({ filter: /^shared:/ }, ({ path }) => ({
        path: path.slice(SHARED.length + 1),
        namespace: SHARED,
        sideEffects: false,
      }));
      setup.onLoad({ filter: /.*/, namespace: SHARED }, ({ path }) => ({
        contents: sharedSource(path, shared[path]?.exports ?? []),
        loader: 'js',
      }));
    },
  };
}

/** Lists the shared pieces that a compiled script uses, each after its dependencies. */
export function sharedIn({ outputs }: Metafile, shared: Readonly<Record<string, SharedPiece>>): string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      path.startsWith(`${SHARED}:`) && bytesInOutput > 0 ? [path.slice(SHARED.length + 1)] : [],
    ),
  );
  return [...new Set(used.sort().flatMap((name) => [...(shared[name]?.uses ?? []), name]))];
}
