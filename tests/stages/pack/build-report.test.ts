import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import type { BuildReport, PackageReport } from '../../../build/model/report.ts';
import type { BuildRequest } from '../../../build/model/request.ts';
import { earlierBuild, reportWriteError, writeReport } from '../../../build/stages/pack/build-report.ts';
import { checkLimits } from '../../../build/stages/pack/write-package.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';
import { courseFile, session } from '../../helpers/one-course.ts';

const { files } = engine.host;
const pack = (file: string, more: Partial<PackageReport> = {}): PackageReport =>
  ({
    course: 'depot',
    module: 'matin',
    target: 'scorm12',
    file,
    bytes: 1,
    content: '',
    sheets: [],
    key: 'k',
    types: [],
    warnings: [],
    state: {},
    ...more,
  }) as unknown as PackageReport;

function folder(report: Partial<BuildReport>, there: readonly string[]): string {
  const out = mkdtempSync(join(tmpdir(), 'cartable-dist-'));
  for (const name of there) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), 'x');
  }
  writeFileSync(join(out, 'build.json'), JSON.stringify({ packages: [], stale: [], ...report }));
  return out;
}

const course = checkDepot({
  'course.yaml': courseFile(['matin', 'soir'], 'targets: [scorm12]\n'),
  ...session('matin', 'Le matin', 'completion: visited', '# A {#a}\n'),
  ...session('soir', 'Le soir', 'completion: visited', '# B {#b}\n'),
  'cohorts/nord.yaml': 'title: Nord\n',
}).course as NumberedCourse;

const names = ({ packages }: BuildReport) => packages.map(({ file }) => file);

describe('a report', () => {
  test('of the last build, with its time; none is empty', () => {
    const out = folder({ packages: [pack('a.zip')] }, ['a.zip']);
    utimesSync(join(out, 'build.json'), 5, 5);
    const { reports, time } = earlierBuild(out, files);
    expect([reports.map(({ file }) => file), time > 0 && time < 1e6]).toEqual([['a.zip'], true]);
    expect(earlierBuild(join(out, 'nowhere'), files)).toEqual({ reports: [], time: 0 });
  });

  test('keeps the packages of other builds that are there, sorted, each once', () => {
    const out = folder({ packages: [pack('c.zip'), pack('a.zip', { bytes: 7 }), pack('gone.zip')] }, ['a.zip', 'c.zip']);
    const report = writeReport([pack('b.zip'), pack('a.zip')], [course], out, files);
    expect([names(report), report.packages[0]?.bytes, report.stale]).toEqual([['a.zip', 'b.zip', 'c.zip'], 1, []]);
    expect(readFileSync(join(out, 'build.json'), 'utf8')).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });

  test('names the files of packages whose source is gone, unless a course is unknown', () => {
    const old = [
      pack('session.zip', { module: 'nuit', sheets: [{ file: 'session.html', bytes: 1 }] }),
      pack('course.zip', { course: 'port' }),
      pack('cohort.zip', { cohort: 'sud' }),
      pack('target.zip', { target: 'web' }),
      pack('nord.zip', { cohort: 'nord' }),
      { ...pack('whole.zip'), module: undefined } as unknown as PackageReport,
      { ...pack('whole-web.zip', { target: 'web' }), module: undefined } as unknown as PackageReport,
    ];
    const there = old.map(({ file }) => file);
    const stale = ['cohort.zip', 'course.zip', 'session.html', 'session.zip', 'target.zip', 'whole-web.zip'];
    const report = writeReport([], [course], folder({ packages: old }, there), files);
    expect([names(report), report.stale]).toEqual([['nord.zip', 'whole.zip'], stale]);
    expect(writeReport([], [], folder({ packages: old }, there), files).packages).toEqual([]);
    expect(writeReport([], null, folder({ packages: old }, there), files).stale).toEqual([]);
  });

  test('keeps packages of a whole course by the targets of the course, those of sessions by theirs', () => {
    const asked = checkDepot({
      'course.yaml': courseFile(['matin'], 'targets: [scorm12]\ncourse-targets: [web]\n'),
      ...session('matin', 'Le matin', 'completion: visited', '# A {#a}\n'),
    }).course as NumberedCourse;
    const whole = (file: string, more: Partial<PackageReport> = {}) =>
      ({ ...pack(file, more), module: undefined }) as unknown as PackageReport;
    const old = [pack('a.zip'), pack('b.zip', { target: 'web' }), whole('c.zip'), whole('d.zip', { target: 'web' })];
    const there = old.map(({ file }) => file);
    const report = writeReport([], [asked], folder({ packages: old }, there), files);
    expect([names(report), report.stale]).toEqual([
      ['a.zip', 'd.zip'],
      ['b.zip', 'c.zip'],
    ]);
  });

  test('keeps stale files while they are there, and no package has their name', () => {
    const out = folder({ stale: ['old.zip', 'gone.zip', 'again.zip'] }, ['old.zip', 'again.zip']);
    expect(writeReport([pack('again.zip')], [course], out, files).stale).toEqual(['old.zip']);
  });
});

test('an error of a build is reported if it is about a package, the output or a file of a course, else not', () => {
  const failed = (code: string, path: string): Error => Object.assign(new Error(code), { code, path });
  const reported = (error: unknown): unknown[] => {
    const diagnostics = new Diagnostics();
    const isReported = reportWriteError(error, { out: '/dist', modules: '/modules' } as BuildRequest, diagnostics);
    return [isReported, ...diagnostics.list.map(({ code, values }) => [code, values.file])];
  };
  expect(reported(failed('EACCES', '/dist/depot/a.zip'))).toEqual([true, ['not-writable', 'a.zip']]);
  expect(reported(failed('EACCES', '/modules/depot/a.png'))).toEqual([true, ['not-readable', 'depot/a.png']]);
  const film = { name: 'film.mp4', path: '/film.mp4', bytes: 2 ** 33 };
  const tooLarge = (): unknown => {
    try {
      return checkLimits('/dist/depot/b.zip', [film]);
    } catch (error) {
      return error;
    }
  };
  expect(reported(tooLarge())).toEqual([true, ['package-too-large', 'b.zip']]);
  expect(reported(failed('EACCES', '/elsewhere/a.png'))).toEqual([false]);
  expect(reported(new Error('other'))).toEqual([false]);
});
