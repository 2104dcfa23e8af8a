import { expect, test } from 'vitest';
import { verdictSchema } from '../../build/verify/result-schema.ts';

const launch = { title: 'Quai', href: 'q.html', isSco: true, calls: [], written: [], lost: [], missing: [], elsewhere: [], errors: [] };
const verdict = (more: object = {}) => ({
  format: 1,
  file: 'a.zip',
  bytes: 0,
  verdict: 'fine',
  findings: [],
  played: { browser: '', why: '', launches: [launch], left: 0 },
  ...more,
});
const about = { title: '', standard: '1.2', files: 0, pages: [], schemas: 'valid' };
const finding = { rule: 'r', severity: 'note', sources: [], problem: '', advice: '', items: [] };
const accepts = (more: object): boolean => verdictSchema.safeParse(verdict(more)).success;

test('a verdict, with a package and findings or without', () => {
  expect([accepts({}), accepts({ package: about, findings: [finding, { ...finding, line: 0 }] })]).toEqual([true, true]);
  for (const standard of ['2004-2', '2004-3', '2004-4']) expect(accepts({ package: { ...about, standard } })).toBe(true);
  for (const schemas of ['invalid', 'unchecked']) expect(accepts({ package: { ...about, schemas } })).toBe(true);
  for (const severity of ['error', 'warning']) expect(accepts({ findings: [{ ...finding, severity }] })).toBe(true);
  for (const word of ['refused', 'warnings']) expect(accepts({ verdict: word })).toBe(true);
});

test.each([
  [{ format: 2 }],
  [{ bytes: -1 }],
  [{ bytes: 0.5 }],
  [{ verdict: 'good' }],
  [{ more: 1 }],
  [{ package: { ...about, standard: '2004' } }],
  [{ package: { ...about, schemas: '' } }],
  [{ package: { ...about, more: 1 } }],
  [{ package: undefined }],
  [{ findings: [{ ...finding, severity: 'bad' }] }],
  [{ findings: [{ ...finding, line: undefined }] }],
  [{ findings: [{ ...finding, more: 1 }] }],
  [{ played: { browser: '', why: '', launches: [{ ...launch, more: 1 }], left: 0 } }],
])('%j is refused', (more) => {
  expect(accepts(more)).toBe(false);
});

const whole = verdict({
  package: { ...about, pages: [{ title: 'Quai', href: 'q.html', isSco: true }] },
  findings: [{ ...finding, sources: ['x.md 1'], items: ['a'] }],
  played: {
    browser: 'Chrome',
    why: '',
    left: 0,
    launches: [
      {
        ...launch,
        calls: [{ method: 'LMSGetValue', args: ['a'], result: '', error: 0, at: 1, closing: false }],
        written: [{ element: 'a', value: '', at: 1, closing: false, kept: true }],
        lost: ['a'],
        missing: ['b'],
        elsewhere: ['c'],
        errors: ['d'],
      },
    ],
  },
});

/** Copies of a value, each without one of its properties or with null instead of one of its parts. */
function broken(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => broken(one).map((other) => value.with(at, other)));
  if (typeof value !== 'object' || value === null) return [null];
  return Object.entries(value).flatMap(([name, one]) => {
    const { [name]: _, ...others } = value as Record<string, unknown>;
    return [...(name === 'package' ? [] : [others]), ...broken(one).map((other) => ({ ...others, [name]: other }))];
  });
}

test('each part of a verdict is needed, and of its kind', () => {
  expect(verdictSchema.parse(whole)).toEqual(whole);
  const all = broken(whole);
  expect([all.length > 60, all.filter((one) => verdictSchema.safeParse(one).success)]).toEqual([true, []]);
});
