import { describe, expect, test } from 'vitest';
import { rules } from '../../../build/verify/rules/all.ts';
import { elementRules } from '../../../build/verify/rules/elements.ts';
import { itemRules } from '../../../build/verify/rules/items.ts';
import { nameRules } from '../../../build/verify/rules/names.ts';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import { structureRules } from '../../../build/verify/rules/structure.ts';
import { verifyStrings } from '../../../build/verify/strings.ts';
import { MUTATIONS_12, MUTATIONS_2004 } from '../mutations.ts';
import { check, depot, rulesOf, zipped } from '../packages.ts';

test('every rule is applied once, in the order of its messages', () => {
  expect(rules).toEqual([...structureRules, ...itemRules, ...resourceRules, ...elementRules, ...nameRules]);
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each([
  ['scorm12', MUTATIONS_12],
  ['scorm2004-4', MUTATIONS_2004],
] as const)('%s: one mistake', (target, mutations) => {
  test.each(mutations)('%s', async (_, mutate, rule) => {
    const files = depot(target);
    mutate(files);
    const verdict = await check(zipped(files));
    const found = verdict.findings.filter((finding) => finding.rule === rule);
    expect([rule, found.length > 0, rulesOf(verdict)]).toEqual([rule, true, rulesOf(verdict)]);
    const words = verifyStrings('fr').rule(found[0]?.rule as never, found[0]?.values);
    expect(`${words.problem} ${words.advice}`).not.toMatch(
      /\{(?:name|id|n|first|title|version|text|item|other|most|ref|folder|space|encoding|format)\}/,
    );
  });
});

test('every rule of the table has a mistake that breaks it', () => {
  const tried = new Set([...MUTATIONS_12, ...MUTATIONS_2004].map(([, , rule]) => rule));
  const apart = ['manifest-folder', 'several-12', 'several-2004', 'standard-2004', 'flow', 'zip64', 'package-large'];
  expect(rules.map(({ id }) => id as string).filter((id) => !tried.has(id) && !apart.includes(id))).toEqual([]);
});
