import { expect, it } from 'vitest';
import { doubtful } from '../../../build/stages/check/doubtful.ts';

const options = { min: 1, max: 8 };

it('notes the use of an option that was replaced, not of others', () => {
  const { options: watched, isAsked } = doubtful(options, new Set(['max']));
  expect([watched.min, isAsked(), watched.max, isAsked()]).toEqual([1, false, 8, true]);
  expect([watched.min, 'min' in watched, isAsked()]).toEqual([1, true, true]);
});

it('notes a question for its presence, and a use of all options', () => {
  const [asked, spread, other] = [1, 2, 3].map(() => doubtful(options, new Set(['max'])));
  expect(['max' in (asked?.options ?? {}), asked?.isAsked()]).toEqual([true, true]);
  expect([Object.keys(spread?.options ?? {}), spread?.isAsked()]).toEqual([['min', 'max'], true]);
  expect(['min' in (other?.options ?? {}), other?.isAsked()]).toEqual([true, false]);
});

it('has doubts about nothing, or about everything that follows an earlier report', () => {
  expect(doubtful(options, new Set()).isAsked()).toBe(false);
  expect(doubtful(options, new Set(), true).isAsked()).toBe(true);
  expect(doubtful(options, new Set(['max']), true).isAsked()).toBe(true);
  const sure = doubtful(options, new Set());
  expect([{ ...sure.options }, sure.isAsked()]).toEqual([options, false]);
  expect(doubtful(options, new Set(['max']), true).options).toEqual(options);
});
