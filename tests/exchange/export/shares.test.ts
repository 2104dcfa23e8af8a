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

const EXACT = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];

test.each(EXACT)('Moodle accepts a share of %d', (share) => {
  expect((weights('single', share) as number[])[0]?.toFixed(5)).toBe(share.toFixed(5));
  expect(lose).not.toHaveBeenCalled();
});

test('a share is rounded by 0.05 at most; in the middle of two the larger is named', () => {
  expect(weights('single', 0.05, 0.051, 65)).toEqual([0, 0.051, 65]);
  expect(lose.mock.calls.map(([, , { near }]) => near)).toEqual([0, 66.67]);
  weights('single', 55);
  expect(lose.mock.calls).toEqual([['note', 'export.share', { share: 55, near: 60 }]]);
});

test('the rest of a question stays', () => {
  const choice = { text: 'pain', weight: 33.3, feedback: 'Oui.' };
  const question = { kind: 'single', name: 'four', choices: [choice] } as unknown as Question;
  expect(withShares(question, lose)).toEqual({ ...question, choices: [{ ...choice, weight: 100 / 3 }] });
  const typed = { kind: 'short', name: 'four', answers: [choice] } as unknown as Question;
  expect(withShares(typed, lose)).toEqual({ ...typed, answers: [{ ...choice, weight: 100 / 3 }] });
  const number = { kind: 'numeric', name: 'four', unit: 'g', answers: [choice] } as unknown as Question;
  expect(withShares(number, lose)).toEqual({ ...number, answers: [{ ...choice, weight: 100 / 3 }] });
});
