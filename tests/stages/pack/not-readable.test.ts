import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { reportNotReadable } from '../../../build/stages/pack/not-readable.ts';

function found(error: unknown) {
  const diagnostics = new Diagnostics();
  const isOurs = reportNotReadable(error, '/cours/modules', diagnostics);
  return [isOurs, ...diagnostics.list.map(({ code, values }) => `${code} ${values.file} ${values.why}`)];
}

it('reports a file of a course that disappeared while its package was made', () => {
  expect(found({ code: 'ENOENT', path: '/cours/modules/depot/quai.png' })).toEqual([true, 'not-readable depot/quai.png ENOENT']);
});

it('leaves errors about other files, and errors of the program, alone', () => {
  expect(found({ code: 'ENOENT', path: '/cours/dist/depot/rames.zip' })).toEqual([false]);
  expect([found({ code: 'ENOENT' }), found(new TypeError('x')), found({ path: '/cours/modules/depot/quai.png' })]).toEqual([
    [false],
    [false],
    [false],
  ]);
});
