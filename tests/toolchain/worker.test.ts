import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeWorker } from '../../build/toolchain/worker.ts';
import { root } from '../helpers/examples-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'atelier-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  "import { readFileSync } from 'node:fs'; console.log(readFileSync);",
  "export const found = import('node:fs').catch(() => null);",
  "export function read() { try { return require('node:fs'); } catch { return null; } }",
  "import { join } from 'path'; console.log(join);",
])('a module of Node is refused: %s', async (source) => {
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, source);
  await expect(makeWorker(root, join(folder, 'refused.js'), entry)).rejects.toThrow(/node:fs|"path"/);
});

test('the worker has the code of fflate, not that of Node’s zip writer', async () => {
  const packages = await makeWorker(root, join(folder, 'worker.js'));
  const text = readFileSync(join(folder, 'worker.js'), 'utf8');
  expect(text).toMatch(/^(?:"use strict";)?\(\(\)=>\{/);
  // Words of both languages stay as they are written, and comments go.
  expect([/\\u2019|\\xE9/.test(text), /\/\*!|@licen[cs]e/.test(text), text.includes('’')]).toEqual([false, false, true]);
  expect(packages).toContain('node_modules/fflate');
  expect(packages).not.toContain('node_modules/archiver');
});
