import { expect, test } from 'vitest';
import { hasSessionOf, isSameCourse } from '../../../build/versions/compare/package.ts';
import type { Version } from '../../../build/versions/model.ts';
import { item, version } from './made-version.ts';

const [rames, voies] = [item('rames', { activities: ['a', 'b', 'c'] }), item('voies', { activities: ['d'] })];

test('two packages are of one course by its id, or by their line', () => {
  const same = (before: Partial<Version>, after: Partial<Version>): boolean => isSameCourse(version(before), version(after));
  expect(same({}, {})).toBe(true);
  expect(same({}, { course: 'gare' })).toBe(true);
  expect(same({}, { course: 'gare', items: [item('rames', { line: 'm' })] })).toBe(false);
  expect(same({ items: [item('rames', { line: '' })] }, { course: 'gare', items: [item('rames', { line: '' })] })).toBe(false);
  expect(same({ items: [] }, { course: 'gare', items: [] })).toBe(false);
  const lines = (...all: readonly string[]) => ({ items: all.map((line) => item('rames', { line })) });
  expect([
    same(lines('l', 'm'), { course: 'gare', ...lines('l', 'n') }),
    same(lines('l', 'm'), { course: 'gare', ...lines('n', 'm') }),
  ]).toEqual([true, false]);
});

test('packages have a session in common, or one is of the whole course', () => {
  const has = (before: Partial<Version>, after: Partial<Version>): boolean => hasSessionOf(version(before), version(after));
  expect(has({ items: [rames] }, { items: [rames] })).toBe(true);
  expect(has({ items: [rames] }, { items: [voies] })).toBe(false);
  expect(has({ items: [rames], whole: true }, { items: [voies] })).toBe(true);
  expect(has({ items: [rames] }, { items: [voies], whole: true })).toBe(true);
});
