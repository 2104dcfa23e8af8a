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
