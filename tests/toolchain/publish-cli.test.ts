import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publishAll } from '../../build/toolchain/publish.ts';
import { root } from '../helpers/examples-project.ts';

vi.mock('../../build/toolchain/publish.ts', () => ({ publishAll: vi.fn() }));

const { argv, exitCode } = process;
const print = vi.spyOn(console, 'log');

beforeEach(() => {
  vi.resetModules();
  print.mockReset().mockReturnValue();
  vi.mocked(publishAll).mockReset();
});
afterEach(() => {
  Object.assign(process, { argv, exitCode });
});

async function run(reasons: readonly string[], ...words: string[]): Promise<unknown> {
  const { publishAll: publish } = await import('../../build/toolchain/publish.ts');
  vi.mocked(publish).mockReset().mockReturnValue(reasons);
  process.argv = ['node', 'publish-cli.ts', ...words];
  await import('../../build/toolchain/publish-cli.ts');
  return [vi.mocked(publish).mock.calls, process.exitCode];
}

test('the version that was typed is published', async () => {
  expect(await run([], '1.2.0')).toEqual([[[join(root), '1.2.0']], 0]);
  expect(print).not.toHaveBeenCalled();
});

test('a single reason is enough', async () => {
  expect(await run(['commit'], '1.2.0')).toEqual([[[join(root), '1.2.0']], 1]);
  expect(print.mock.calls).toEqual([['Nothing was published. First:\n- commit']]);
});

test('without a version, what is to be done first is listed, and the command fails', async () => {
  expect(await run(['tag the commit', 'commit'])).toEqual([[[join(root), '']], 1]);
  expect(print.mock.calls).toEqual([['Nothing was published. First:\n- tag the commit\n- commit']]);
});
