import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../build/host/node/make-folder.ts';
import { statOrNull } from '../../../build/host/node/stat.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-dossiers-'));

test('a folder is made with those above it, and may be there', () => {
  makeFolder(join(root, 'a/b/c'));
  makeFolder(join(root, 'a/b/c'));
  makeFolder(`${root}/neuf/../autre`);
  expect(['a/b/c', 'neuf', 'autre'].map((name) => existsSync(join(root, name)))).toEqual([true, true, true]);
});

test('an error names the folder that failed, not one below it', () => {
  writeFileSync(join(root, 'fichier'), 'x');
  expect(() => makeFolder(join(root, 'fichier/b/c'))).toThrow(expect.objectContaining({ path: expect.stringMatching(/fichier$/) }));
});

test('what is missing, too long, or below a file has no facts', () => {
  expect([
    statOrNull(root)?.isDirectory(),
    statOrNull(join(root, 'x')),
    statOrNull(join(root, 'fichier/b')),
    statOrNull(join(root, 'x'.repeat(300))),
  ]).toEqual([true, null, null, null]);
});
