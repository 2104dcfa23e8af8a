import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { schemaFolder } from '../../build/host/node/schemas.ts';
import { makeStudio } from '../../build/toolchain/studio.ts';
import { root } from '../helpers/examples-project.ts';

// The folder of the tarball is that of the clone: nothing is written there.
const { calls, record } = vi.hoisted(() => {
  const found: [string, ...unknown[]][] = [];
  return { calls: found, record: (name: string) => vi.fn((...args: unknown[]) => void found.push([name, ...args])) };
});
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  cpSync: record('copy'),
  mkdirSync: record('make'),
  rmSync: record('remove'),
}));
vi.mock('../../build/toolchain/studio.ts', () => ({ makeStudio: record('studio') }));

test('the tarball gets program, schemas, compiler, skeleton of a type and studio, in an empty folder', async () => {
  await import('../../build/toolchain/pack.ts');
  const goal = join(root, 'program');
  const whole = { recursive: true };
  expect(calls[0]).toEqual(['remove', goal, { recursive: true, force: true }]);
  expect(calls[1]).toEqual(['copy', join(root, '.cartable/program'), goal, whole]);
  const editions = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;
  const copied = vi.mocked(cpSync).mock.calls.slice(1);
  expect(copied.slice(0, 3)).toEqual(editions.map((one) => [schemaFolder(one, root), join(goal, 'schemas', one), whole]));
  expect(vi.mocked(mkdirSync).mock.calls[0]).toEqual([join(goal, 'schemas'), whole]);
  const compiler = ['package.json', 'LICENSE.md', 'lib/main.js', 'bin/esbuild', 'esbuild.wasm', 'wasm_exec.js', 'wasm_exec_node.js'];
  expect(copied.slice(3, -1)).toEqual(compiler.map((file) => [join(root, 'node_modules/esbuild-wasm', file), join(goal, 'esbuild', file)]));
  const [from, to, options] = copied.at(-1) ?? [];
  expect([from, to, options?.recursive]).toEqual([join(root, 'templates/_new'), join(goal, 'new-type'), true]);
  const kept = ['type.ts', 'type.test.ts', 'sub/a.test.ts', 'strings.json'].filter((name) => options?.filter?.(`/t/${name}`, ''));
  expect(kept).toEqual(['type.ts', 'strings.json']);
  expect([calls.at(-1), vi.mocked(makeStudio).mock.calls.length, vi.mocked(rmSync).mock.calls.length]).toEqual([
    ['studio', root, join(goal, 'studio')],
    1,
    1,
  ]);
});
