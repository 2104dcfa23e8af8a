import { defineConfig, type Plugin } from 'vitest/config';
import { registrySource } from './build/program/registry.ts';

const root = import.meta.dirname;

/** Types are found by listing folders, in tests as in the program. */
function registry(): Plugin {
  return {
    name: 'registry',
    resolveId: (id) => (id === 'virtual:cartable-types' ? '\0cartable-types.ts' : undefined),
    load: (id) => (id === '\0cartable-types.ts' ? registrySource(root) : undefined),
  };
}

export default defineConfig({
  plugins: [registry()],
  test: {
    include: ['tests/**/*.test.ts', 'templates/*/*.test.ts'],
    exclude: ['node_modules/**', '.cartable/**', 'dist/**'],
    globalSetup: ['tests/setup/temporary.ts', 'tests/setup/program.ts'],
    setupFiles: ['tests/setup/colours.ts', 'tests/setup/pieces.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On a machine that is busy a second, which is what is given otherwise, is soon over: only a failure waits for all of it.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cartable/tests.json' }]],
  },
});
