import { expect, test } from 'vitest';
import { none } from '../../../../build/stages/check/forms/none.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';
import { readText } from '../../../helpers/read-text.ts';

test('a block without a body may hold nothing', () => {
  const found: unknown[] = [];
  const context = { name: 'figure', error: (...report: unknown[]) => void found.push(report) } as unknown as FormContext;
  expect([none.read([], context), found]).toEqual([{}, []]);
  none.read(readText('Une rame.').blocks, context);
  expect(found).toHaveLength(1);
  found.length = 0;
  none.read(readText('Une rame.\n\nDeux.').blocks, context);
  expect(found).toMatchObject([['inner-activity', { line: 1 }, { name: '…', outer: 'figure' }]]);
});
