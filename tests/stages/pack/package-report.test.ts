import { describe, expect, test } from 'vitest';
import type { Files } from '../../../build/host/host.ts';
import type { Bundle, FittedModule } from '../../../build/model/built.ts';
import type { PackagePlan } from '../../../build/model/package.ts';
import type { ScoSize } from '../../../build/model/sco-size.ts';
import { measureSco } from '../../../build/stages/fit/leaving-page.ts';
import { besideOf, fileOf, isSameFile, reportOf, reportSheets, stateOf } from '../../../build/stages/pack/package-report.ts';
import { bakery, bakeryCourse } from '../../helpers/bakery.ts';
import { engine } from '../../helpers/engine.ts';

const size = (marks: number, texts: number): ScoSize => ({
  ...measureSco(bakery({ activities: [] }), engine.types),
  state: { marks, texts },
});
const module = (id: string, of: ScoSize, types: string[] = []) => ({ content: bakery({ id }), size: of, types }) as unknown as FittedModule;
const plan = (more: Partial<PackagePlan> = {}): PackagePlan =>
  ({
    course: { id: 'pain', profile: 'strict' },
    cohort: undefined,
    modules: [module('nuit', size(10, 5), ['order', 'choice']), module('matin', size(4, 12), ['choice'])],
    target: 'scorm12',
    whole: false,
    retired: {},
    papers: undefined,
    ...more,
  }) as unknown as PackagePlan;

test('the path of a package', () => {
  expect([
    fileOf(plan()),
    fileOf(plan({ whole: true, target: 'web' })),
    fileOf(plan({ cohort: { name: 'nord', title: 'Nord' } })),
    fileOf(plan({ modules: [] })),
  ]).toEqual(['pain/nuit.scorm12.zip', 'pain/pain.web.zip', 'pain/nord/nuit.scorm12.zip', 'pain/pain.scorm12.zip']);
});

test('a file is still the reported one, if it has its size and is no newer than the report', () => {
  const same = (facts: object | null) =>
    isSameFile('dist', { file: 'a.zip', bytes: 9 }, 100, {
      factsBehind: (path: string) => (path === 'dist/a.zip' ? facts : null),
    } as unknown as Files);
  expect([same({ bytes: 9, changed: 100 }), same({ bytes: 9, changed: 101 }), same({ bytes: 8, changed: 1 }), same(null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('the saved state', () => {
  test('is that of the largest session, with the limit of the target', () => {
    expect(stateOf(plan())).toEqual({ marks: 4, texts: 12, limit: 4096 });
    const first = stateOf(plan({ modules: [module('a', size(9, 7)), module('b', size(8, 8))] }));
    expect([first.marks, first.limit]).toEqual([9, 4096]);
  });

  test('in 2004 what a closing tab sends counts, too', () => {
    const { leaving, thrift, limit } = stateOf(plan({ target: 'scorm2004-4' }));
    expect([typeof leaving, thrift, limit]).toEqual(['number', undefined, 64_000]);
    expect(stateOf(plan({ target: 'scorm2004-4' }))).toMatchObject({ marks: 4, texts: 12 });
    expect(stateOf(plan({ target: 'scorm2004-3' })).leaving).toBe(leaving);
    expect(stateOf(plan({ target: 'web' }))).not.toHaveProperty('leaving');
    const large = (besides: ScoSize['besides']) => module('a', { ...size(1, 1), besides });
    const modules = [
      large({ kept: 61_000, weighting: 900, latency: 900 }),
      large({ kept: 100, weighting: 1 }),
      large({ kept: 62_000, patterns: 5 }),
    ];
    const left = stateOf(plan({ target: 'scorm2004-4', modules }));
    expect([left.leaving, left.thrift]).toEqual([62_002, ['weighting', 'latency', 'patterns']]);
    expect(stateOf(plan({ target: 'scorm2004-4', modules: modules.slice(2) })).thrift).toEqual(['patterns']);
  });
});

test('inputs of the sheets that are in no zip', () => {
  const state = { marks: 1, texts: 2, limit: 3 };
  expect(JSON.parse(besideOf(plan({ cohort: { name: 'nord', title: 'Nord' } }), state))).toEqual(['Nord', state, [null, null]]);
  const retired = { matin: { levain: [{ token: 'a', text: 'Sel' }] } } as unknown as PackagePlan['retired'];
  expect(besideOf(plan({ retired }), state)).toContain('Sel');
  const course = [{ ...module('pain', size(1, 1)), content: bakeryCourse() }] as FittedModule[];
  expect(besideOf(plan({ modules: course, retired }), state)).toContain('Sel');
});

test('sheets are reported beside the zip', () => {
  const sheets = [{ name: 'nuit.guide.html', data: new Uint8Array(7) }];
  expect(reportSheets(plan(), 'pain/nord/nuit.scorm12.zip', sheets)).toEqual({ sheets: [{ file: 'pain/nord/nuit.guide.html', bytes: 7 }] });
  expect(reportSheets(plan({ papers: { key: 'k' } as PackagePlan['papers'] }), 'a/b.zip', [])).toEqual({ sheets: [], papers: 'k' });
});

describe('the line of a package', () => {
  const made = {
    file: 'a.zip',
    bytes: 1,
    sha256: 's',
    content: 'c',
    files: 2,
    sheets: [],
    state: { marks: 1, texts: 1, limit: 1 },
    key: 'k',
  };
  const line = (more: Partial<PackagePlan>, state: object = {}) =>
    reportOf(plan(more), { scos: [{}, {}, {}] } as unknown as Bundle, { ...made, state: { ...made.state, ...state } });

  test('types once and sorted, session and cohort where there is one', () => {
    expect(line({ cohort: { name: 'nord', title: 'Nord' } })).toEqual({
      ...made,
      course: 'pain',
      module: 'nuit',
      cohort: 'nord',
      target: 'scorm12',
      scos: 3,
      types: ['choice', 'order'],
      warnings: [],
    });
    const whole = line({ whole: true });
    expect(['module' in whole, 'cohort' in whole, 'module' in line({ modules: [] })]).toEqual([false, false, false]);
  });

  test('warnings', () => {
    for (const target of ['scorm2004-3', 'scorm2004-4'] as const)
      expect(line({ whole: true, target }).warnings).toEqual(['several-scos-in-2004']);
    expect([
      line({ whole: true }).warnings,
      line({ target: 'scorm2004-4' }).warnings,
      line({ whole: true, target: 'scorm2004-4', modules: [module('a', size(1, 1))] }).warnings,
    ]).toEqual([[], [], []]);
    expect([line({}, { leaving: 65_536 }).warnings, line({}, { leaving: 65_537 }).warnings]).toEqual([[], ['leaving-page-too-large']]);
  });
});
