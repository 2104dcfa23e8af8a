import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicManifest, readManifest, stageCreate } from '../../build/toolchain/stage-create.ts';
import { root } from '../helpers/examples-project.ts';

test('as it lies here, npm can publish neither package', () => {
  expect([readManifest(root).private, readManifest(join(root, 'create-cartable')).private]).toEqual([true, true]);
  expect(readManifest(join(root, 'create-cartable')).version).toBeUndefined();
});

test('what is published has a version, and nothing of the development', () => {
  const manifest = { name: 'tram', version: '1.0.0', private: true, files: ['a'], scripts: { prepare: 'x' }, devDependencies: { y: '1' } };
  expect(publicManifest(manifest, '2.0.0')).toEqual({ name: 'tram', version: '2.0.0', files: ['a'] });
});

test('create-cartable is laid out with the version of Cartable, its texts and the licence', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-stage-')), 'create-cartable');
  stageCreate(root, folder);
  const { name, version, private: locked } = readManifest(folder);
  expect({ name, version, locked }).toEqual({ name: 'create-cartable', version: readManifest(root).version, locked: undefined });
  expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'main.js', 'package.json', 'src', 'template']);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  for (const file of ['LICENSE', 'create-cartable/README.md', 'create-cartable/src/create.js'].filter((path) =>
    existsSync(join(root, path)),
  ))
    expect(readFileSync(join(folder, file.replace('create-cartable/', '')), 'utf8')).toBe(readFileSync(join(root, file), 'utf8'));
  const { bin, dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect([existsSync(join(folder, bin['create-cartable'])), dependencies]).toEqual([true, undefined]);
});
