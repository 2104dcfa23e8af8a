import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compilerOf } from '../../build/own-types/compiler.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-compiler-'));
const [root, program] = [join(folder, 'root'), join(folder, 'program')];

/** Writes a module that names itself. */
function write(path: string, name: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `module.exports = ${JSON.stringify(name)};\n`);
}

test('a clone has the compiler among its packages, and an installed program has its own', () => {
  write(join(root, 'node_modules/esbuild/index.js'), 'clone');
  expect(compilerOf(root, program)).toBe('clone');
  write(join(program, 'esbuild/lib/main.js'), 'installed');
  expect(compilerOf(root, program)).toBe('installed');
});
