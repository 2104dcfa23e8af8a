import { expect, it } from 'vitest';
import { percentOf } from '../../build/text/percent.ts';

it('reads whole numbers and decimals up to 100, with or without a sign', () => {
  expect(['0', '25', '25,5', '25.55', '100', '30 %', ' 40% '].map(percentOf)).toEqual([0, 25, 25.5, 25.55, 100, 30, 40]);
});

it('refuses what is more, less, or no number', () => {
  expect(['100,1', '101', '-1', '25,555', 'x', '', '25 50'].map(percentOf)).toEqual(new Array(7).fill(undefined));
});
