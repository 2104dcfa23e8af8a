import { expect, it } from 'vitest';
import { entryOf, iconsIn, sharedSource } from '../../build/toolchain/type-entry.ts';

/** Names that the entry registers. */
const registered = (source: string): string[] =>
  [...(/__x\(\{(.*)\}\)/s.exec(source)?.[1] ?? '').matchAll(/(\w+)(?=:|\s*$)/g)].map(([name]) => name);

it('registers scoring and runtime, whichever the type has', () => {
  const both = entryOf({ scoring: '/t/scoring.ts', runtime: '/t/runtime.ts' });
  expect([registered(both), both.includes('from "/t/scoring.ts"'), both.includes('from "/t/runtime.ts"')]).toEqual([
    ['score', 'report', 'draw', 'mount'],
    true,
    true,
  ]);
  expect(registered(entryOf({ scoring: '/t/scoring.ts', runtime: undefined }))).toEqual(['score', 'report', 'draw']);
  expect(registered(entryOf({ scoring: undefined, runtime: '/t/runtime.ts' }))).toEqual(['mount']);
});

it('re-exports the names of a shared piece', () => {
  expect(sharedSource('widgets/mark', ['mark', 'icon'])).toMatch(
    /^const __m = __r\("widgets\/mark"\);\nexport const mark = .*__m\.mark\)\(\);\nexport const icon = .*__m\.icon\)\(\);$/,
  );
});

it('finds icons by their quoted names only', () => {
  expect(iconsIn('icon("eye"); icon(\'x\'); icon(`info`); check', ['eye', 'x', 'info', 'check', 'eye-off'])).toEqual(['eye', 'x', 'info']);
});
