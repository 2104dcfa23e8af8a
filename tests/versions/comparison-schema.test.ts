import { expect, test } from 'vitest';
import { comparisonSchema } from '../../build/versions/comparison-schema.ts';

const version = {
  name: 'a.zip',
  cartable: '1.0.0',
  course: 'depot',
  sessions: [{ id: 's', title: 'S' }],
  target: 'scorm12',
  content: 'ab',
};
const change = { kind: 'page-added', risk: 'added', what: 'x', why: 'y' };
const comparison = (more: object = {}) => ({
  format: 1,
  old: version,
  new: version,
  same: false,
  risk: 'safe',
  changes: [change],
  notes: [],
  ...more,
});
const accepts = (more: object): boolean => comparisonSchema.safeParse(comparison(more)).success;

test('a comparison, with places or without', () => {
  const named = { id: 'a', title: 'A' };
  const placed = { ...change, session: named, page: named, activity: named, part: '', at: 'a.md:1' };
  expect([accepts({}), accepts({ changes: [placed] }), accepts({ old: { ...version, cohort: '' } })]).toEqual([true, true, true]);
  for (const risk of ['redo', 'hidden', 'added', 'safe']) expect(accepts({ risk, changes: [{ ...change, risk }] })).toBe(true);
});

test.each([
  [{ format: 2 }],
  [{ risk: 'none' }],
  [{ more: 1 }],
  [{ old: { ...version, more: 1 } }],
  [{ new: { ...version, sessions: [{ id: 's' }] } }],
  [{ old: { ...version, cohort: undefined } }],
  [{ changes: [{ ...change, kind: 'page-painted' }] }],
  [{ changes: [{ ...change, risk: 'none' }] }],
  [{ changes: [{ ...change, page: { id: 'a' } }] }],
  [{ changes: [{ ...change, part: undefined }] }],
  [{ changes: [{ ...change, more: 1 }] }],
])('%j is refused', (more) => {
  expect(accepts(more)).toBe(false);
});
