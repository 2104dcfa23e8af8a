import { expect, test } from 'vitest';
import { fill, strings } from '../../build/cli/strings.ts';
import { uploadLine } from '../../build/cli/upload-line.ts';
import type { PackageReport } from '../../build/model/report.ts';
import type { Target } from '../../src/model/course/course.ts';

function pack(name: string, more: Partial<PackageReport> = {}): PackageReport {
  const { target = 'scorm12' } = more;
  const file = `depot/${more.cohort ? `${more.cohort}/` : ''}${name}.${target}.zip`;
  const module = name === 'depot' ? {} : { module: name };
  return {
    course: 'depot',
    target,
    file,
    scos: 1,
    sheets: [{ file: file.replace('.zip', '.codebook.csv') }, { file: file.replace('.zip', '.depot.html') }],
    ...module,
    ...more,
  } as PackageReport;
}
const line = (...packages: PackageReport[]) => uploadLine(packages, 'dist', 'fr');
const one = (file: string) => fill(strings.fr.upload, { file: `dist/${file}.zip`, sheet: `dist/${file}.depot.html` });
const many = (file: string, cohort = '') => fill(strings.fr.uploadMany, { file: `dist/${file}.zip`, cohort });

test('the file to upload and its sheet', () => {
  expect(line(pack('rames'))).toBe(one('depot/rames.scorm12'));
});

test('nothing, if no package is for an LMS or has a sheet', () => {
  expect([line(), line(pack('rames', { target: 'web' })), line(pack('rames', { sheets: [] }))]).toEqual(['', '', '']);
});

test('the target that Moodle records best', () => {
  const all = (['scorm2004-3', 'scorm2004-4', 'web'] as Target[]).map((target) => pack('rames', { target }));
  expect(line(...all)).toBe(one('depot/rames.scorm2004-4'));
  expect(line(...all, pack('rames'))).toBe(one('depot/rames.scorm12'));
});

test('the course, if it is one SCO, else its sessions', () => {
  expect(line(pack('rames'), pack('soir'), pack('depot'))).toBe(one('depot/depot.scorm12'));
  expect(line(pack('rames'), pack('soir'), pack('depot', { scos: 2 }))).toBe(many('depot/rames.scorm12'));
  expect(line(pack('rames', { course: 'port' }), pack('depot'))).toBe(many('depot/rames.scorm12'));
});

test('of several courses that are one SCO each, the first is named', () => {
  const port = pack('depot', { course: 'port', file: 'port/port.scorm12.zip' });
  expect(line(pack('rames'), pack('depot'), port)).toBe(many('depot/depot.scorm12'));
  expect(line(port, pack('depot'), pack('rames'))).toBe(many('port/port.scorm12'));
});

test('packages without a cohort first, with the folders of the others', () => {
  expect(line(pack('rames', { cohort: 'nord' }), pack('rames'))).toBe(
    many('depot/rames.scorm12', fill(strings.fr.uploadCohort, { folder: 'dist/depot/nord' })),
  );
  expect(line(pack('rames'), pack('soir'), pack('rames', { cohort: 'nord' }), pack('rames', { cohort: 'sud' }))).toBe(
    many('depot/rames.scorm12', fill(strings.fr.uploadCohort, { folder: 'dist/depot/nord' })),
  );
  expect(line(pack('rames', { cohort: 'nord' }), pack('soir', { cohort: 'nord' }))).toBe(many('depot/nord/rames.scorm12'));
  expect(line(pack('rames', { cohort: 'nord' }))).toBe(one('depot/nord/rames.scorm12'));
  expect(line(pack('rames', { cohort: 'nord' }), pack('rames', { cohort: 'sud' }), pack('rames', { cohort: 'est' }))).toBe(
    many('depot/nord/rames.scorm12', fill(strings.fr.uploadCohort, { folder: 'dist/depot/sud' })),
  );
});
