import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copyName, isTarball } from '../../create-cartable/src/tarball.js';

test('a tarball is known by its first bytes', () => {
  const home = mkdtempSync(join(tmpdir(), 'cartable-tgz-'));
  writeFileSync(join(home, 'a.tgz'), gzipSync('x'));
  writeFileSync(join(home, 'b.tgz'), 'PK');
  writeFileSync(join(home, 'c.tgz'), '');
  expect(['a.tgz', 'b.tgz', 'c.tgz', 'd.tgz', ''].map((name) => isTarball(join(home, name)))).toEqual([true, false, false, false, false]);
});

test.each([
  ['../cartable-0.3.0.tgz', 'cartable-0.3.0.tgz'],
  ['../Cartable 0.3 (1).tgz', 'cartable.tgz'],
  ['x/a#b.tgz', 'cartable.tgz'],
  ['cartable.tar.gz', 'cartable.tgz'],
  ['.tgz', 'cartable.tgz'],
])('%s is copied as %s', (path, name) => expect(copyName(path)).toBe(name));
