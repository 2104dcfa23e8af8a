import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { reportNotReadable } from '../../../build/stages/pack/not-readable.ts';

function found(error: unknown, modules = '/cours/modules') {
  const diagnostics = new Diagnostics();
  const isOurs = reportNotReadable(error, modules, diagnostics);
  return [isOurs, ...diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at, values])];
}

it('reports a file of a course that disappeared while its package was made', () => {
  const path = '/cours/modules/depot/quai.png';
  const expected = ['error', 'not-readable', { file: path, line: 1, column: 1 }, { file: 'depot/quai.png', why: 'ENOENT' }];
  expect(found({ code: 'ENOENT', path })).toEqual([true, expected]);
  // On Windows, paths have backslashes.
  expect(found({ code: 'ENOENT', path: '\\cours\\modules\\depot\\quai.png' })).toEqual([true, expected]);
  expect(found({ code: 'ENOENT', path }, '\\cours\\modules')).toEqual([true, expected]);
});

it('leaves errors about other files, and errors of the program, alone', () => {
  expect(found({ code: 'ENOENT', path: '/cours/dist/depot/rames.zip' })).toEqual([false]);
  expect([found({ code: 'ENOENT' }), found(new TypeError('x')), found({ path: '/cours/modules/depot/quai.png' })]).toEqual([
    [false],
    [false],
    [false],
  ]);
});
