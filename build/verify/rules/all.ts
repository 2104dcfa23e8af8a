import { elementRules } from './elements.ts';
import { itemRules } from './items.ts';
import { nameRules } from './names.ts';
import { resourceRules } from './resources.ts';
import type { Rule } from './rule.ts';
import { structureRules } from './structure.ts';

/** Every rule about a package that could be read, in the order of its messages. */
export const rules: readonly Rule[] = [...structureRules, ...itemRules, ...resourceRules, ...elementRules, ...nameRules];
