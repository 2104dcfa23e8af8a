import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { ValidPage } from '../../../build/model/source.ts';
import { checkFurther } from '../../../build/stages/check/check-further.ts';

/** Pages by a word: those in capitals go further. */
function found(...titles: string[]): unknown[] {
  const diagnostics = new Diagnostics();
  const pages = titles.map((title, index) => ({
    id: `p-${index}`,
    title,
    at: { file: 'rames.md', line: index + 1, column: 1 },
    ...(title === title.toUpperCase() && { further: true as const }),
    nodes: [],
  })) satisfies ValidPage[];
  checkFurther(pages, diagnostics);
  return diagnostics.list.map(({ code, at, values }) => [code, at.line, values]);
}

test.each<[string[], unknown[]]>([
  [[], []],
  [['quai'], []],
  [['quai', 'SABLE', 'ROUE'], []],
  [['QUAI', 'SABLE'], [['all-further', 1, {}]]],
  [['SABLE', 'quai'], [['further-too-early', 1, { page: 'SABLE', next: 'quai' }]]],
  [
    ['quai', 'SABLE', 'ROUE', 'voie', 'fin'],
    [
      ['further-too-early', 2, { page: 'SABLE', next: 'voie' }],
      ['further-too-early', 3, { page: 'ROUE', next: 'voie' }],
    ],
  ],
])('%j', (titles, expected) => {
  expect(found(...titles)).toEqual(expected);
});
