import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';

/** Most lines of a function, and of one that has a reason to be longer. */
const [MOST, MOST_WITH_REASON] = [40, 60];

interface Override {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: { readonly complexity?: { readonly noExcessiveLinesPerFunction?: { options: { maxLines: number } } } };
  };
}

const text = readFileSync(join(root, 'biome.jsonc'), 'utf8');
const { overrides }: { overrides: readonly Override[] } = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));

/** Files for which the rule has this limit. */
function withLimit(limit: number): string[] {
  return overrides.flatMap(({ includes, linter }) =>
    linter.rules.complexity?.noExcessiveLinesPerFunction?.options.maxLines === limit ? includes : [],
  );
}

const folder = mkdtempSync(join(tmpdir(), 'cartable-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files with a function over the limit, one entry for each. */
function tooLong(files: readonly string[]): string[] {
  const rule = { level: 'error', options: { maxLines: MOST } };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ linter: { rules: { complexity: { noExcessiveLinesPerFunction: rule } } } }));
  const args = ['lint', `--config-path=${folder}`, '--only=complexity/noExcessiveLinesPerFunction', '--reporter=json', ...files];
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const { diagnostics }: { diagnostics: readonly { location: { path: string } }[] } = JSON.parse(stdout);
  return diagnostics.map(({ location }) => location.path.replaceAll('\\', '/'));
}

test('the linter refuses functions over 40 lines, in the build, the runtime and the types', () => {
  expect(withLimit(MOST)).toEqual(expect.arrayContaining(['build/**/*.ts', 'src/**/*.ts', 'templates/**/*.ts']));
  const limits = overrides.flatMap(({ linter }) => linter.rules.complexity?.noExcessiveLinesPerFunction?.options.maxLines ?? []);
  expect(limits).toEqual([MOST, MOST_WITH_REASON]);
});

test('at most ten files have one that is longer, each with its reason', () => {
  const exceptions = withLimit(MOST_WITH_REASON);
  expect(exceptions.length).toBeLessThanOrEqual(10);
  const lines = text.split('\n').map((line) => line.trim());
  const bare = exceptions.filter((file) => !lines[lines.findIndex((line) => line.startsWith(`"${file}"`)) - 1]?.startsWith('// '));
  expect(bare).toEqual([]);
});

test('each of them is needed, for one function', () => {
  const exceptions = withLimit(MOST_WITH_REASON);
  expect(exceptions.length === 0 ? [] : tooLong(exceptions).sort()).toEqual([...exceptions].sort());
});
