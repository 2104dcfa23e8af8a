import { expect, test } from 'vitest';
import { NEAR_MISSES } from '../../build/diagnostics/near-misses.ts';
import { rames } from '../bad-input/depot-project.ts';
import { checkDepot } from '../helpers/check-depot.ts';

/** Lists the codes about one page of the depot. */
const found = (body: string): string[] =>
  checkDepot({ ...rames(`# Le quai {#quai}\n\n${body}\n`), 'plan du quai.svg': '<svg/>', 'quai.svg': '<svg/>' }).found.map(
    (one) => one.split(' ')[0] ?? '',
  );

/** Texts that are almost right, and of which an activity misses something. */
const cases: readonly (readonly [code: string, body: string])[] = [
  ['no-space-after-sign', ':::choice{#tour}\nQui ?\n\n-[x] Le patin\n> Oui.\n- [ ] La cloche\n:::'],
  ['blank-in-address', ':::hotspots{#tour}\nOù ?\n\n![Le quai](plan du quai.svg)\n\n## 20 30 | Ici\nLe quai.\n:::'],
  ['blank-before-address', ':::hotspots{#tour}\nOù ?\n\n![Le quai] (quai.svg)\n\n## 20 30 | Ici\nLe quai.\n:::'],
  ['table-without-line', ':::matching{#tour}\nReliez.\n\n| a | b |\n| un | deux |\n| trois | quatre |\n:::'],
  ['pasted-bullet', ':::choice{#tour}\nQui ?\n\n• [x] Le patin\n• [ ] La cloche\n:::'],
  ['pasted-table', ':::matching{#tour}\nReliez.\n\nun\tdeux\ntrois\tquatre\n:::'],
  ['foreign-box', ':::choice{#frein}\nQuel frein ?\n\n- [[x]] Le patin\n- [[ ]] La cloche\n:::'],
];

test.each(cases)('%s is reported alone: what seems to be missing is not', (code, body) => {
  expect(found(body)).toEqual([code]);
});

test('these are all of them, and an activity without a near miss reports what it lacks', () => {
  expect([...NEAR_MISSES].sort()).toEqual(cases.map(([code]) => code).sort());
  expect(found(':::choice{#frein}\nQuel frein ?\n:::')).not.toEqual([]);
});
