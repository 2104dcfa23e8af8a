import { expect, it } from 'vitest';
import { entryOf, iconsIn, sharedSource } from '../../build/toolchain/type-entry.ts';

/** Names that the entry registers. */
const registered = (source: string): string[] =>
  [...(/__x\(\{(.*)\}\)/s.exec(source)?.[1] ?? '').matchAll(/(\w+)(?=:|\s*$)/g)].map(([name]) => name);

it('registers scoring and runtime, whichever the type has', () => {
  const both = entryOf({ scoring: '/t/scoring.ts', runtime: '/t/runtime.ts' });
  expect(both).toMatch(
    /^import \* as scoring from "\/t\/scoring\.ts";\nimport \{ mount \} from "\/t\/runtime\.ts";\n__x\(\{ score: scoring\.score, report: scoring\.report, draw: scoring\.draw, mount \}\);$/,
  );
  const first = entryOf({ scoring: '/t/scoring.ts', runtime: undefined });
  const second = entryOf({ scoring: undefined, runtime: '/t/runtime.ts' });
  expect([registered(both), registered(first), registered(second)]).toEqual([
    ['score', 'report', 'draw', 'mount'],
    ['score', 'report', 'draw'],
    ['mount'],
  ]);
  expect([first, second].map((source) => source.match(/import .*;/g))).toEqual([
    ['import * as scoring from "/t/scoring.ts";'],
    ['import { mount } from "/t/runtime.ts";'],
  ]);
});

it('re-exports the names of a shared piece', () => {
  expect(sharedSource('widgets/mark', ['mark', 'icon'])).toBe(
    [
      'const __m = __r("widgets/mark");',
      'export const mark = /* @__PURE__ */ (() => __m.mark)();',
      'export const icon = /* @__PURE__ */ (() => __m.icon)();',
    ].join('\n'),
  );
});

it('finds icons by their quoted names only', () => {
  expect(iconsIn('icon("eye"); icon(\'x\'); icon(`info`); check', ['eye', 'x', 'info', 'check', 'eye-off'])).toEqual(['eye', 'x', 'info']);
  expect(iconsIn('icon("eye-off"); icon("off")', ['eye', 'off', 'eye-off', 'ff'])).toEqual(['off', 'eye-off']);
});
