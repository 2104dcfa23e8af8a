import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../build/pipeline.ts';
import { depot, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

function setting() {
  const project = depot({});
  const request = requestFor(project, { targets: ['web'], coursePackages: false });
  const zip = join(project, 'dist/depot/rames.web.zip');
  return { project, request, zip, text: join(project, 'modules/depot/rames.md') };
}

/** Identifies the file itself: one that is written again is another, though its bytes be the same. */
const identity = (path: string): string => `${statSync(path).ino} ${statSync(path, { bigint: true }).mtimeNs}`;

test('the same build again leaves the packages alone, and reports the same', async () => {
  const { request, zip } = setting();
  const first = await build(request, engine);
  const before = identity(zip);
  const second = await build(request, engine);
  expect(second.packages).toEqual(first.packages);
  expect(identity(zip)).toBe(before);
});

test('a text that changed makes a new package', async () => {
  const { request, zip, text } = setting();
  await build(request, engine);
  const before = readFileSync(zip);
  writeFileSync(text, rames('# Le quai {#quai}\n\nUne autre rame.\n')['rames.md'] as string);
  await build(request, engine);
  expect(readFileSync(zip).equals(before)).toBe(false);
});

test('another program makes a new package', async () => {
  const { request, zip } = setting();
  await build(request, engine);
  const before = identity(zip);
  await build(request, { ...engine, stamp: 'another' });
  expect(identity(zip)).not.toBe(before);
});

test('a target that is requested too makes its package alone', async () => {
  const { project, request, zip } = setting();
  await build(request, engine);
  const before = identity(zip);
  await build({ ...request, targets: ['web', 'scorm12'] }, engine);
  expect(existsSync(join(project, 'dist/depot/rames.scorm12.zip'))).toBe(true);
  expect(identity(zip)).toBe(before);
});

test('a package that is gone is made again', async () => {
  const { request, zip } = setting();
  await build(request, engine);
  const before = readFileSync(zip);
  rmSync(zip);
  await build(request, engine);
  expect(readFileSync(zip).equals(before)).toBe(true);
});

test('what is saved during a build is built by the next', async () => {
  const { request, zip, text } = setting();
  const change = rames('# Le quai {#quai}\n\nUne rame de plus.\n')['rames.md'] as string;
  await build({ ...request, progress: () => writeFileSync(text, change) }, engine);
  const before = readFileSync(zip);
  await build(request, engine);
  expect(readFileSync(zip).equals(before)).toBe(false);
});
