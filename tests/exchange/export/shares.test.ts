import { expect, test, vi } from 'vitest';
import { withShares } from '../../../build/exchange/export/shares.ts';
import type { Question } from '../../../build/exchange/model.ts';

const lose = vi.fn();
const weights = (kind: string, ...list: readonly number[]): unknown => {
  lose.mockClear();
  const key = kind === 'short' || kind === 'numeric' ? 'answers' : 'choices';
  const question = { kind, [key]: list.map((weight) => ({ weight, text: 'a' })) } as unknown as Question;
  const after = withShares(question, lose) as unknown as Record<string, readonly { weight: number; text: string }[]>;
  return after[key]?.map(({ weight }) => weight);
};

test.each(['single', 'multiple', 'short', 'numeric'])('rounded shares of %s are Moodle’s exact ones', (kind) => {
  expect(weights(kind, 33.3, 66.7, -33.33, 14.29, 100, 0)).toEqual([100 / 3, 200 / 3, -100 / 3, 100 / 7, 100, 0]);
  expect(lose).not.toHaveBeenCalled();
});

test('others stay, and are reported with the nearest', () => {
  expect(weights('single', 37.126)).toEqual([37.126]);
  expect(lose.mock.calls).toEqual([['note', 'export.share', { share: 37.13, near: 40 }]]);
  weights('multiple', -33.2);
  expect(lose.mock.calls).toEqual([['note', 'export.share', { share: -33.2, near: -33.33 }]]);
});

test('questions without shares are as they were', () => {
  expect(weights('other', 37)).toEqual([37]);
});
