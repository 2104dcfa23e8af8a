import { createHash } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { FileOutput } from '../../build/zip/file-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'depot-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('counts and hashes what it writes', async () => {
  const path = join(folder, 'horaires');
  const output = new FileOutput(openSync(path, 'w'));
  const parts = Array.from({ length: 50 }, (_, index) => Buffer.alloc(index * 1000, index));
  for (const part of parts) output.write(part);
  output.end();
  await finished(output);
  const whole = Buffer.concat(parts);
  expect(readFileSync(path).equals(whole)).toBe(true);
  expect(output.bytes).toBe(whole.length);
  expect(output.sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
});

test('tells when a content is in the file, not before', async () => {
  const path = join(folder, 'film');
  const output = new FileOutput(openSync(path, 'w'));
  const content = Buffer.allocUnsafeSlow(3_000_000).fill(7);
  output.cork();
  output.write('before');
  let done = false;
  const written = output.written(content).then(() => {
    done = true;
  });
  output.write(content.subarray(0, 1_000_000));
  output.write(content.subarray(1_000_000));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  output.uncork();
  await written;
  expect(readFileSync(path)).toHaveLength(3_000_006);
  await output.written(Buffer.alloc(0));
  output.destroy();
});

test('a file that takes no bytes is an error, and is closed', async () => {
  const path = join(folder, 'fermé');
  writeFileSync(path, 'as it was');
  const output = new FileOutput(openSync(path, 'r'));
  output.write('new');
  await expect(finished(output)).rejects.toThrow();
  expect(output.closed).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('as it was');
});

test('is closed only after the write that is under way', async () => {
  const path = join(folder, 'interrompu');
  const fd = openSync(path, 'w');
  const output = new FileOutput(fd);
  const content = Buffer.alloc(20_000_000, 5);
  output.write(content);
  output.destroy();
  await new Promise((resolve) => output.once('close', resolve));
  expect(readFileSync(path).equals(content)).toBe(true);
});
