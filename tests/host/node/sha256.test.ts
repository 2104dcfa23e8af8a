import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { sha256 } from '../../../build/host/node/sha256.ts';
import { noise } from '../../stages/pack/bakery-package.ts';

/** Files that were closed since the last test. */
const closed = vi.spyOn(fs, 'closeSync');
syncBuiltinESMExports();
afterAll(() => {
  closed.mockRestore();
  syncBuiltinESMExports();
});

const folder = mkdtempSync(join(tmpdir(), 'empreinte-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the digest of the standard’s example', () => {
  expect(sha256(['abc'])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test.each([0, 1, 1_048_576, 2_500_001])('texts, bytes and a file of %i bytes count in turn', (size) => {
  const path = join(folder, `${size}`);
  const content = noise(size, 3);
  writeFileSync(path, content);
  const whole = Buffer.concat([Buffer.from('pâte'), content, Buffer.from([1, 2])]);
  closed.mockClear();
  expect(sha256(['pâte', { path }, new Uint8Array([1, 2])])).toBe(sha256([whole]));
  expect(closed).toHaveBeenCalledTimes(1);
});

test('a file that can’t be read is an error', () => {
  expect(() => sha256([{ path: join(folder, 'absent') }])).toThrow('ENOENT');
});
