import type { OnLoadArgs, OnLoadResult, OnResolveArgs, OnResolveResult, PluginBuild } from 'esbuild';
import { expect, test } from 'vitest';
import { registryPlugin } from '../../build/toolchain/make.ts';

interface Step<Args, Result> {
  readonly filter: RegExp;
  readonly namespace?: string;
  run(args: Args): Result;
}
const resolvers: Step<Pick<OnResolveArgs, 'path'>, OnResolveResult>[] = [];
const loaders: Step<Pick<OnLoadArgs, 'path'>, OnLoadResult>[] = [];
const sources = new Map([
  ['virtual:cartable-types', (root: string) => `types of ${root}`],
  ['virtual:cartable-papers', (root: string) => `papers of ${root}`],
]);
registryPlugin('/depot', sources).setup({
  onResolve: (options: object, run: never) => resolvers.push({ ...options, run } as never),
  onLoad: (options: object, run: never) => loaders.push({ ...options, run } as never),
} as unknown as PluginBuild);

test.each([
  ['virtual:cartable-types', 'types of /depot'],
  ['virtual:cartable-papers', 'papers of /depot'],
])('the module %s is made from the sources: %s', (path, contents) => {
  const found = resolvers.find(({ filter }) => filter.test(path))?.run({ path });
  expect(found).toEqual({ path, namespace: 'registry' });
  const loader = loaders.find(({ filter, namespace }) => filter.test(path) && namespace === found?.namespace);
  expect(loader?.run({ path })).toEqual({ contents, loader: 'ts', resolveDir: '/depot' });
});

test.each(['virtual:cartable-types.ts', './virtual:cartable-types', 'virtual:cartable-other', 'virtual:cartable-papers/a'])(
  '%s is another module',
  (path) => {
    expect(resolvers.some(({ filter }) => filter.test(path))).toBe(false);
  },
);
