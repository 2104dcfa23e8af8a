import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildAll } from '../build/pipeline.ts';
import type { BuildRequest } from '../build/request.ts';
import { depot, rames, requestFor } from './bad-input/depot-project.ts';

function setting() {
  const project = depot({});
  const done: string[] = [];
  const progress = (_done: number, _total: number, file: string) => void done.push(file);
  const request = requestFor(project, { targets: ['web'], coursePackages: false, stamp: 'one', progress });
  const zip = join(project, 'dist/depot/rames.web.zip');
  return { project, request, done, zip, text: join(project, 'modules/depot/rames.md') };
}

test('the same build again makes nothing, and tells the same', async () => {
  const { request, done, zip } = setting();
  const first = await buildAll(request);
  const inode = statSync(zip).ino;
  done.length = 0;
  const second = await buildAll(request);
  expect(second.packages).toEqual(first.packages);
  expect([done, statSync(zip).ino]).toEqual([[], inode]);
});

test.each<[string, (one: ReturnType<typeof setting>) => Partial<BuildRequest>]>([
  [
    'a text',
    ({ text }) => {
      writeFileSync(text, rames('# Le quai {#quai}\n\nUne autre rame.\n')['rames.md'] as string);
      return {};
    },
  ],
  ['the program', () => ({ stamp: 'two' })],
  ['the request', () => ({ targets: ['web', 'scorm12'] })],
  [
    'a package that is gone',
    ({ zip }) => {
      rmSync(zip);
      return {};
    },
  ],
])('%s that changed makes a new build', async (_name, change) => {
  const one = setting();
  await buildAll(one.request);
  const before = readFileSync(one.zip);
  one.done.length = 0;
  await buildAll({ ...one.request, ...change(one) });
  expect(one.done.length).toBeGreaterThan(0);
  expect(existsSync(one.zip)).toBe(true);
  if (_name === 'a text') expect(readFileSync(one.zip).equals(before)).toBe(false);
});

test('what is saved during a build is built by the next', async () => {
  const { request, done, text } = setting();
  const change = rames('# Le quai {#quai}\n\nUne rame de plus.\n')['rames.md'] as string;
  await buildAll({ ...request, progress: () => writeFileSync(text, change) });
  done.length = 0;
  await buildAll(request);
  expect(done).toEqual(['depot/rames.web.zip']);
});
