import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReport, timeOf } from '../../../build/stages/pack/report.ts';
import { engine } from '../../helpers/engine.ts';

const PACKAGE = {
  course: 'depot',
  module: 'rames',
  file: 'depot/rames.scorm12.zip',
  key: 'k',
  types: [],
  warnings: [],
  state: {},
  content: 'c',
  sheets: [{ file: 'depot/rames.guide.html', bytes: 3 }],
};
const { files } = engine.host;

function read(report: unknown) {
  const path = join(mkdtempSync(join(tmpdir(), 'dist-')), 'build.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  return readReport(files, path);
}

it('reads the packages of an earlier build', () => {
  expect(read({ packages: [PACKAGE], stale: ['a.zip'] })).toEqual({ packages: [PACKAGE], stale: ['a.zip'] });
});

it('reads the package of a whole course, which has no module', () => {
  const { module: _, ...whole } = PACKAGE;
  expect(read({ packages: [whole] }).packages).toEqual([whole]);
});

it('skips what was edited into something else, and reads the rest', () => {
  const broken = [
    null,
    1,
    { ...PACKAGE, course: 1 },
    { ...PACKAGE, key: undefined },
    { ...PACKAGE, types: 'x' },
    { ...PACKAGE, state: null },
    { ...PACKAGE, cohort: 1 },
    { ...PACKAGE, module: 1 },
    { ...PACKAGE, file: 1 },
    { ...PACKAGE, warnings: {} },
    { ...PACKAGE, state: 'x' },
  ];
  expect(read({ packages: [...broken, PACKAGE], stale: [1, 'a.zip'] })).toEqual({ packages: [PACKAGE], stale: ['a.zip'] });
  expect(read({ packages: [{ ...PACKAGE, sheets: [null, {}, { file: 1 }, ...PACKAGE.sheets] }] }).packages).toEqual([PACKAGE]);
});

it('reads the stale files even if the packages are no list, and the packages if the stale files are none', () => {
  expect([read({ packages: {}, stale: ['a.zip'] }), read({ packages: [PACKAGE], stale: 'a.zip' }), read({ packages: [PACKAGE] })]).toEqual([
    { packages: [], stale: ['a.zip'] },
    { packages: [PACKAGE], stale: [] },
    { packages: [PACKAGE], stale: [] },
  ]);
});

it('completes reports of older versions', () => {
  const { content: _, sheets: __, ...old } = PACKAGE;
  expect(read({ packages: [old] })).toEqual({ packages: [{ ...old, content: '', sheets: [] }], stale: [] });
});

it('has the time of its file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'dist-')), 'build.json');
  writeFileSync(path, '{}');
  utimesSync(path, 12, 34);
  expect(timeOf(files, path)).toBe(34_000);
});

it('is empty if there is none, or none that can be read', () => {
  const empty = { packages: [], stale: [] };
  expect([
    read('{'),
    read('null'),
    read({ packages: {} }),
    readReport(files, '/nowhere/build.json'),
    timeOf(files, '/nowhere/build.json'),
  ]).toEqual([empty, empty, empty, empty, 0]);
});
