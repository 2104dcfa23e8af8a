import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statOrNull } from '../../../build/host/node/stat.ts';

const folder = mkdtempSync(join(tmpdir(), 'cartable-stat-'));
writeFileSync(join(folder, 'four.md'), 'chaud');
symlinkSync(join(folder, 'four.md'), join(folder, 'lien.md'));
symlinkSync(join(folder, 'rien.md'), join(folder, 'mort.md'));

test('a file and a folder are there, and a link stands for what it leads to', () => {
  expect(statOrNull(join(folder, 'four.md'))?.size).toBe(5);
  expect(statOrNull(folder)?.isDirectory()).toBe(true);
  expect(statOrNull(join(folder, 'lien.md'))?.isFile()).toBe(true);
});

test.each(['rien.md', 'mort.md', 'four.md/pain.md', 'a'.repeat(300)])('nothing is at %s', (name) => {
  expect(statOrNull(join(folder, name))).toBeNull();
});
