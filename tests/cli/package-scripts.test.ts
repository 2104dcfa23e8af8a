import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { missingScripts, newPackage } from '../../build/cli/package-scripts.ts';

function context(package_?: string, root = 'node_modules/cartable') {
  const project = mkdtempSync(join(tmpdir(), 'cartable-scripts-'));
  if (package_ !== undefined) writeFileSync(join(project, 'package.json'), package_);
  return { project, root: join(project, root) } as CommandContext;
}

test('a project without a package gets one', () => {
  expect(JSON.parse(newPackage(context()) ?? '')).toEqual({
    private: true,
    scripts: { build: 'cartable build --sheets', preview: 'cartable preview', validate: 'cartable validate' },
  });
  expect(JSON.parse(newPackage(context(undefined, '../clone')) ?? '').scripts.preview).toBe('node ../clone/build/cartable.cjs preview');
  expect(JSON.parse(newPackage(context(undefined, '../vieux-node_modules/clone')) ?? '').scripts.preview).toBe(
    'node ../vieux-node_modules/clone/build/cartable.cjs preview',
  );
  expect(newPackage(context('{}'))).toBeNull();
});

test('scripts that a package lacks, and the command that adds them', () => {
  expect(missingScripts(context('{"scripts":{"build":"x"}}'))).toEqual({
    names: 'preview, validate',
    command: 'npm pkg set "scripts.preview=cartable preview" "scripts.validate=cartable validate"',
  });
  expect(missingScripts(context('{"scripts":{"build":"x","preview":"y","validate":"z"}}'))).toBeNull();
  for (const text of [undefined, '{', '{}']) expect(missingScripts(context(text))?.names).toBe('build, preview, validate');
  expect(missingScripts(context('{}', '../le clone'))?.command).toContain('node \\"../le clone/build/cartable.cjs\\" preview');
});
