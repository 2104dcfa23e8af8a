import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeVerify } from '../../build/toolchain/verify.ts';
import { root } from '../helpers/examples-project.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'cartable-verify-')), 'verify');
let packages: readonly string[];
beforeAll(async () => {
  packages = await makeVerify(root, folder);
});

test('two files are made, each whole', () => {
  expect(readdirSync(folder).sort()).toEqual(['player.js', 'validator.mjs']);
  for (const name of ['player.js', 'validator.mjs']) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/from\s*"(?!node:)\.?\//);
});

test('the script of the page is no module: a browser runs it from a script element', () => {
  const text = readFileSync(join(folder, 'player.js'), 'utf8');
  expect(text).not.toMatch(/\b(?:import|export)\s*[{"*]/);
  expect(() => new Function(text)).not.toThrow();
  expect(text).toMatch(/^(?:"use strict";)?\(\(\)=>\{/);
  expect(text).toContain('API_1484_11');
});

test('the validator is a module of Node', async () => {
  const module = await import(join(folder, 'validator.mjs'));
  expect(Object.keys(module).length).toBeGreaterThan(0);
  expect(readFileSync(join(folder, 'validator.mjs'), 'utf8')).toMatch(/export\s*\{/);
});

test('the packages with code in them are named, so that their licences are passed on', () => {
  expect(packages).toContain('node_modules/libxml2-wasm');
  expect(readFileSync(join(folder, 'validator.mjs'), 'utf8')).not.toMatch(/\/\*!|@licen[cs]e/);
  for (const name of packages) expect(name).toMatch(/^node_modules\//);
});
