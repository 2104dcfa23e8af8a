import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeStudio } from '../../build/toolchain/studio.ts';
import { root } from '../helpers/examples-project.ts';

vi.mock('../../build/toolchain/studio.ts', () => ({ makeStudio: vi.fn() }));

afterEach(() => vi.restoreAllMocks());

test('the studio is made from the clone, and its folder is printed once it is there', async () => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  vi.mocked(makeStudio).mockImplementation(async () => expect(print).not.toHaveBeenCalled());
  await import('../../build/toolchain/studio-cli.ts');
  expect(vi.mocked(makeStudio).mock.calls).toEqual([[join(root), join(root, 'dist/studio')]]);
  expect(print.mock.calls).toEqual([['dist/studio']]);
});
