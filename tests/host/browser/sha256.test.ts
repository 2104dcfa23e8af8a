import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MemoryFiles } from '../../../build/host/browser/files.ts';
import { sha256In } from '../../../build/host/browser/sha256.ts';
import type { Hashed } from '../../../build/host/host.ts';
import { sha256 as nodeSha256 } from '../../../build/host/node/sha256.ts';
import { noise } from '../../stages/pack/bakery-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'empreinte-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'four.jpg');
const files = new MemoryFiles();
const sha256 = sha256In(files);

test.each<readonly [string, readonly Hashed[]]>([
  ['nothing', []],
  ['empty pieces', ['', new Uint8Array()]],
  ['a text', ['abc']],
  ['texts with accents and signs', ['pâte', '🥖', '\ud83e']],
  ['bytes', [noise(100_001, 1)]],
  ['a part of a buffer', [noise(64, 2).subarray(3, 50)]],
  ['a file', [{ path }]],
  ['all in turn', ['pâte', { path }, new Uint8Array([1, 2]), 'levain', { path }]],
])('the digest of %s is that of Node', (_, pieces) => {
  const content = noise(1_048_577, 3);
  writeFileSync(path, content);
  files.put(path, content);
  expect(sha256(pieces)).toBe(nodeSha256(pieces));
});

test('a file that isn’t there is an error', () => {
  expect(() => sha256([{ path: '/absent' }])).toThrow('ENOENT');
});
