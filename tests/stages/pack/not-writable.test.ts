import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { isDiskFull, reportNotWritable } from '../../../build/stages/pack/not-writable.ts';

function found(error: object, out = '/cours/dist') {
  const diagnostics = new Diagnostics();
  const isOurs = reportNotWritable(error, out, diagnostics);
  return [isOurs, ...diagnostics.list.map(({ at, values }) => `${at.file} ${values.file} ${values.why}`)];
}
const path = resolve('/cours/dist/depot/rames.scorm12.zip');

it('reports a file of the output that the system refuses, by its final name', () => {
  expect(found({ code: 'EACCES', path })).toEqual([true, `${path} rames.scorm12.zip EACCES`]);
  expect(found({ code: 'EPERM', path: '/ailleurs/x', dest: path })).toEqual([true, `${path} rames.scorm12.zip EPERM`]);
  expect(found({ code: 'EACCES', path: '/cours/dist/depot/.rames.scorm12.zip.12-1.part' })).toEqual([
    true,
    `${path} rames.scorm12.zip EACCES`,
  ]);
  expect(found({ code: 'EACCES' })).toEqual([true, `${resolve('/cours/dist')} dist EACCES`]);
});

it('compares absolute paths, also for an output folder relative to the current one', () => {
  const inside = resolve('dist/depot/x.zip');
  expect(found({ code: 'EACCES', path: inside }, 'dist')).toEqual([true, `${inside} x.zip EACCES`]);
  expect(found({ code: 'EACCES', path: 'dist/depot/x.zip' }, resolve('dist'))).toEqual([true, `${inside} x.zip EACCES`]);
});

it.each('EACCES EPERM EBUSY EROFS EEXIST ENOENT ELOOP ENOTDIR EISDIR ENAMETOOLONG'.split(' '))(
  'explains what a system refuses with %s',
  (code) => {
    expect(found({ code, path })).toEqual([true, `${path} rames.scorm12.zip ${code}`]);
  },
);

it('reports a refused folder above the output, and a refused lock', () => {
  expect(found({ code: 'ENOTDIR', path: '/cours' })[0]).toBe(true);
  expect(found({ code: 'EACCES', path: '/cours/modules/depot/course.lock.yaml' })[0]).toBe(true);
});

it('leaves other errors to whoever can explain them', () => {
  expect(found({ code: 'EACCES', path: '/cours/modules/depot/quai.png' })).toEqual([false]);
  expect(found({ code: 'EPIPE', path })).toEqual([false]);
  expect(found(new TypeError('x'))).toEqual([false]);
});

it('reports a full disk wherever it is', () => {
  expect([
    found({ code: 'ENOSPC', path: '/tmp/x' })[0],
    isDiskFull({ code: 'EDQUOT' }),
    isDiskFull({ code: 'EACCES' }),
    isDiskFull(null),
  ]).toEqual([true, true, false, false]);
});

it('has the start of the file as its place', () => {
  const diagnostics = new Diagnostics();
  reportNotWritable({ code: 'EACCES', path }, '/cours/dist', diagnostics);
  expect(diagnostics.list[0]).toEqual({
    severity: 'error',
    code: 'not-writable',
    at: { file: path, line: 1, column: 1 },
    values: { file: 'rames.scorm12.zip', why: 'EACCES' },
  });
});
