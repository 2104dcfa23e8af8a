import { expect, test } from 'vitest';
import { apply, hitFor, hitIf, type PackageFacts, type Rule } from '../../../build/verify/rules/rule.ts';

test('names make one hit, with their number and the first', () => {
  expect(hitFor(['b.js', 'a.js'])).toEqual([{ items: ['b.js', 'a.js'], values: { n: 2, first: 'b.js' } }]);
  expect(hitFor(['b.js'], 0)).toEqual([{ items: ['b.js'], values: { n: 1, first: 'b.js' }, line: 0 }]);
  expect(hitFor([])).toEqual([]);
});

test('a fact that holds makes a hit', () => {
  expect([hitIf(true), hitIf(true, { line: 3 }), hitIf(false, { line: 3 })]).toEqual([[{}], [{ line: 3 }], []]);
});

test('findings have their rule, in the order of the rules', () => {
  const facts = { base: 'cours/' } as PackageFacts;
  const rules: readonly Rule[] = [
    { id: 'name-long', severity: 'warning', sources: ['scorm.md 6'], check: ({ base }) => [{ items: [base] }, { line: 2 }] },
    { id: 'zip64', severity: 'error', sources: [], check: () => [] },
  ];
  expect(apply(rules, facts)).toEqual([
    { rule: 'name-long', severity: 'warning', sources: ['scorm.md 6'], items: ['cours/'] },
    { rule: 'name-long', severity: 'warning', sources: ['scorm.md 6'], line: 2 },
  ]);
});
