import { expect, test } from 'vitest';
import { keepAsset } from '../../../build/studio/media/keep-asset.ts';

test('a file never replaces another of the same name', () => {
  const files = new Map<string, unknown>([['modules/oven/assets/plan.pdf', 'of an earlier session']]);
  const studio = {
    course: 'modules/oven',
    project: { bytes: (path: string) => files.get(path) },
    edit: (path: string, content: unknown) => void files.set(path, content),
  } as unknown as Parameters<typeof keepAsset>[0];
  expect(keepAsset(studio, 'Plan.PDF', 'pdf', 'new')).toBe('assets/plan-2.pdf');
  expect(keepAsset(studio, 'Plan.PDF', 'md', 'words')).toBe('assets/plan.md');
  expect(Object.fromEntries(files)).toEqual({
    'modules/oven/assets/plan.pdf': 'of an earlier session',
    'modules/oven/assets/plan-2.pdf': 'new',
    'modules/oven/assets/plan.md': 'words',
  });
});
