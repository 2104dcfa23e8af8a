import { defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config';
import { virtualModules } from './build/toolchain/registry.ts';
import { type Kind, kinds, sortTests } from './tests/setup/kinds.ts';
import { Minutes } from './tests/setup/minutes.ts';

const root = import.meta.dirname;

/** Types are found by listing folders, in tests as in the program. */
function registry(): Plugin {
  return {
    name: 'registry',
    resolveId: (id) => (virtualModules.has(id) ? `\0${id.slice('virtual:'.length)}.ts` : undefined),
    load: (id) => virtualModules.get(`virtual:${id.slice(1, -'.ts'.length)}`)?.(root),
  };
}

const packages = 'tests/setup/packages.ts';
const browser = { globalSetup: [packages, 'tests/setup/browser-server.ts'] };

/** Tests of a kind share what they import: what differs is where they run. */
const settings: Readonly<Record<Kind, TestProjectInlineConfiguration['test']>> = {
  unit: { pool: 'threads' },
  // A new page for each file: what one left behind would be there for the next.
  dom: { pool: 'vmThreads', setupFiles: ['tests/setup/bytes.ts', 'tests/setup/prototypes.ts'] },
  // A thread can't change its user.
  build: { pool: 'forks', globalSetup: [packages] },
  browser: { pool: 'forks', ...browser },
};

const { byKind, long } = sortTests(root);

/** One project after the other. */
const projects: readonly TestProjectInlineConfiguration[] = kinds.map((kind, groupOrder) => ({
  extends: true,
  test: { name: kind, include: [...byKind[kind]], isolate: false, sequence: { groupOrder }, ...settings[kind] },
}));

/** Values of `CARTABLE_SWEEPS` by mode. */
const sweeps: Readonly<Record<string, string>> = { long: 'all', rest: 'rest' };

function longProject(mode: string): TestProjectInlineConfiguration {
  const env = { CARTABLE_SWEEPS: sweeps[mode] ?? '' };
  return { extends: true, test: { name: mode, include: [...long], env, pool: 'forks', isolate: false, ...browser } };
}

export default defineConfig(({ mode }) => ({
  plugins: [registry()],
  test: {
    projects: mode in sweeps ? [longProject(mode)] : [...projects],
    globalSetup: ['tests/setup/temporary.ts', 'tests/setup/program.ts'],
    // A snapshot that is missing is a failure: written again it would prove nothing.
    update: 'none',
    setupFiles: ['tests/setup/colours.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On a machine that is busy a second, which is what is given otherwise, is soon over: only a failure waits for all of it.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // What one project has transformed, the next ones need not transform again.
    experimental: { fsModuleCache: true },
    reporters: ['default', ['json', { outputFile: `.cartable/${mode in sweeps ? `${mode}-` : ''}tests.json` }], new Minutes()],
  },
}));
