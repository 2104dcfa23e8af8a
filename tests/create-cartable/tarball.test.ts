import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copyName, isCartable } from '../../create-cartable/src/tarball.js';
import { tarballOf } from '../helpers/tarball.ts';

test('Cartable is known by the manifest in its tarball', () => {
  const home = mkdtempSync(join(tmpdir(), 'cartable-tgz-'));
  const files = {
    'cartable.tgz': tarballOf({ 'package/README.md': 'Cartable', 'package/package.json': '{"name":"cartable"}' }),
    'other.tgz': tarballOf({ 'package/package.json': '{"name":"left-pad"}' }),
    'deeper.tgz': tarballOf({ 'package/x/package.json': '{"name":"cartable"}' }),
    'broken.tgz': tarballOf({ 'package/package.json': '{"name":' }),
    'list.tgz': tarballOf({ 'package/package.json': 'null' }),
    'cut.tgz': tarballOf({ 'package/package.json': '{"name":"cartable"}' }).subarray(0, 40),
    'gzip.tgz': gzipSync('x'),
    'zip.tgz': 'PK',
    'empty.tgz': '',
  };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(home, name), data);
  expect([...Object.keys(files), 'absent.tgz', ''].filter((name) => isCartable(join(home, name)))).toEqual(['cartable.tgz']);
});

test.each([
  ['../cartable-0.3.0.tgz', 'cartable-0.3.0.tgz'],
  ['../Cartable 0.3 (1).tgz', 'cartable.tgz'],
  ['x/a#b.tgz', 'cartable.tgz'],
  ['cartable.tar.gz', 'cartable.tgz'],
  ['.tgz', 'cartable.tgz'],
])('%s is copied as %s', (path, name) => expect(copyName(path)).toBe(name));
