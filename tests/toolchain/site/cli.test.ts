import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { makeSite } from '../../../build/toolchain/site/make-site.ts';
import { root } from '../../helpers/examples-project.ts';

vi.mock('../../../build/toolchain/site/make-site.ts', () => ({ makeSite: vi.fn() }));

afterEach(() => vi.restoreAllMocks());

test('the site is made from the clone, and its folder is printed once it is there', async () => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  vi.mocked(makeSite).mockImplementation(async () => expect(print).not.toHaveBeenCalled());
  await import('../../../build/toolchain/site/cli.ts');
  expect(vi.mocked(makeSite).mock.calls).toEqual([[join(root), join(root, 'dist/site')]]);
  expect(print.mock.calls).toEqual([['dist/site']]);
});
