import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pathOf } from '../../build/cli/path-of.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-path-'));
const folders = ['quai', 'depot'].map((name) => join(root, name));
for (const folder of folders) mkdirSync(folder);
writeFileSync(join(root, 'depot', 'rame.zip'), '');
for (const folder of folders) writeFileSync(join(folder, 'tram.zip'), '');

afterAll(() => rmSync(root, { recursive: true }));

test('a file is found in any folder; one that is in none is named in the first', () => {
  const found = ['rame.zip', 'tram.zip', 'bus.zip', join(root, 'absolu.zip')].map((name) => pathOf(name, { folders }));
  expect(found).toEqual([join(root, 'depot/rame.zip'), join(root, 'quai/tram.zip'), join(root, 'quai/bus.zip'), join(root, 'absolu.zip')]);
  expect(pathOf('rame.zip', { folders: [] })).toBe('rame.zip');
});
