import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workFolder } from '../../build/cli/work-folder.ts';

test('a new folder is hidden from git; one that is there stays as it is', () => {
  const project = join(mkdtempSync(join(tmpdir(), 'cartable-travail-')), 'cours');
  const folder = workFolder(project);
  expect([folder, readFileSync(join(folder, '.gitignore'), 'utf8')]).toEqual([join(project, '.cartable'), '*\n']);
  rmSync(join(folder, '.gitignore'));
  expect([workFolder(project), readdirSync(folder)]).toEqual([folder, []]);
});
