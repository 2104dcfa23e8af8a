import { expect, test } from 'vitest';
import { buildTable } from '../../build/cli/build-table.ts';
import { strings } from '../../build/cli/strings.ts';
import type { PackageReport } from '../../build/model/report.ts';

const pack = (more: Partial<PackageReport>): PackageReport =>
  ({
    course: 'depot',
    target: 'scorm12',
    bytes: 2048,
    state: { marks: 100, texts: 20, limit: 4096 },
    warnings: [],
    ...more,
  }) as PackageReport;

test('a line for each package, sizes at the right', () => {
  const w = strings.fr;
  const [head = '', rule, ...rows] = buildTable(
    [pack({ module: 'rames' }), pack({ cohort: 'nord', bytes: 1_500_000, warnings: ['a', 'b'] })],
    'fr',
  ).split('\n');
  expect(head.split(/ {2,}/)).toEqual([w.module, w.target, w.cohort, w.size, w.state, w.warnings]);
  expect(rule).toMatch(/^─+( {2}─+)+$/);
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
    ['rames', 'scorm12', w.base, '2 Ko', '120 / 4096'],
    [w.whole, 'scorm12', 'nord', '1\u202f465 Ko', '120 / 4096', '2'],
  ]);
  expect(rows.map((row) => row.indexOf('Ko'))).toEqual([rows[1]?.indexOf('Ko'), rows[1]?.indexOf('Ko')]);
});

test('the course comes first if there are several', () => {
  const rows = buildTable([pack({ module: 'a', bytes: 1_500_000 }), pack({ course: 'port', module: 'b' })], 'en').split('\n');
  expect([rows[0]?.split(/ {2,}/)[0], rows[2]?.split(/ {2,}/).slice(0, 2), rows[3]?.split(/ {2,}/).slice(0, 2)]).toEqual([
    strings.en.course,
    ['depot', 'a'],
    ['port', 'b'],
  ]);
  expect(rows[2]).toContain('1,465 kB');
  expect(rows[3]?.indexOf('kB')).toBe(rows[2]?.indexOf('kB'));
});

test('sizes have a space at each thousand', () => {
  const size = (bytes: number, language: 'fr' | 'en' = 'fr'): string | undefined =>
    buildTable([pack({ module: 'a', bytes })], language)
      .split('\n')[2]
      ?.split(/ {2,}/)[3];
  expect([0, 511, 512, 1_023_000, 1_024_000, 1_500_000_000].map((bytes) => size(bytes))).toEqual([
    '0 Ko',
    '0 Ko',
    '1 Ko',
    '999 Ko',
    '1\u202f000 Ko',
    '1\u202f464\u202f844 Ko',
  ]);
  expect(size(1_500_000_000, 'en')).toBe('1,464,844 kB');
});

test('columns stand below their heads, two blanks apart', () => {
  const table = buildTable(
    [pack({ module: 'a' }), pack({ course: 'port', cohort: 'nord', warnings: ['x'], state: { marks: 1, texts: 0, limit: 64000 } })],
    'en',
  );
  expect(table.split('\n')).toEqual([
    'course  session         target   cohort  size  saved state / limit  warnings',
    '──────  ──────────────  ───────  ──────  ────  ───────────────────  ────────',
    'depot   a               scorm12  base    2 kB  120 / 4096',
    'port    (whole course)  scorm12  nord    2 kB  1 / 64000            1',
  ]);
});

test('a line is as wide as it must be', () => {
  const [, rule = '', row = ''] = buildTable([pack({ module: 'a-very-long-name-of-a-session' })], 'fr').split('\n');
  expect(rule.split('  ')[0]?.length).toBe('a-very-long-name-of-a-session'.length);
  expect(row).toBe(row.trimEnd());
});
