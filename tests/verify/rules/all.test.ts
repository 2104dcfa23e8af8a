import { expect, test } from 'vitest';
import { rules } from '../../../build/verify/rules/all.ts';
import { elementRules } from '../../../build/verify/rules/elements.ts';
import { itemRules } from '../../../build/verify/rules/items.ts';
import { nameRules } from '../../../build/verify/rules/names.ts';
import { resourceRules } from '../../../build/verify/rules/resources.ts';
import { structureRules } from '../../../build/verify/rules/structure.ts';

test('every rule is applied once, in the order of its messages', () => {
  expect(rules).toEqual([...structureRules, ...itemRules, ...resourceRules, ...elementRules, ...nameRules]);
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
