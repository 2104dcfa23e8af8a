import { expect, it } from 'vitest';
import { Diagnostics, inOrder } from '../../build/diagnostics/diagnostics.ts';

const at = (file: string, line = 1, column = 1) => ({ file, line, column });

it('has failed once there is an error, not by warnings and notices', () => {
  const diagnostics = new Diagnostics();
  diagnostics.warning('no-question', at('a.md'));
  diagnostics.notice('heavy-cover', at('a.md'));
  expect(diagnostics.failed).toBe(false);
  diagnostics.error('no-page' as never, at('a.md'), { name: 'x' });
  expect(diagnostics.list).toEqual([
    { code: 'no-question', severity: 'warning', at: at('a.md'), values: {} },
    { code: 'heavy-cover', severity: 'notice', at: at('a.md'), values: {} },
    { code: 'no-page', severity: 'error', at: at('a.md'), values: { name: 'x' } },
  ]);
  expect([diagnostics.failed, diagnostics.failedSince(2), diagnostics.failedSince(3)]).toEqual([true, true, false]);
});

it('adds a course’s folder to the files of one of its collectors, in one list', () => {
  const diagnostics = new Diagnostics();
  const below = diagnostics.below('depot');
  below.error('no-question', at('rames.md', 4));
  expect(diagnostics.list.map((one) => one.at.file)).toEqual(['depot/rames.md']);
  const codes = new Set(['no-question'] as const);
  expect([
    below.hasReported(codes, at('rames.md', 4), 4),
    below.hasReported(codes, at('rames.md', 2), 3),
    below.hasReported(codes, at('rames.md', 5), 9),
  ]).toEqual([true, false, false]);
  expect([
    diagnostics.hasReported(codes, at('rames.md', 2), 4),
    below.hasReported(new Set(['bad-value'] as const), at('rames.md', 2), 4),
    below.hasReported(codes, at('autre.md', 2), 4),
    below.hasReported(codes, at('rames.md', 5), 4),
  ]).toEqual([false, false, false, false]);
  expect([
    below.hasReported(codes, at('rames.md', 1), 9),
    diagnostics.hasReported(new Set(['bad-value', 'no-question'] as const), at('depot/rames.md', 4), 4),
  ]).toEqual([true, true]);
});

it('sorts by file, line and column, and drops what several cohorts report', () => {
  const diagnostics = new Diagnostics();
  for (const [file, line, column] of [
    ['b.md', 1, 1],
    ['a.md', 10, 1],
    ['a.md', 2, 9],
    ['a.md', 2, 1],
    ['a.md', 2, 1],
  ] as const)
    diagnostics.error('no-question', at(file, line, column));
  expect(inOrder(diagnostics.list).map((one) => `${one.at.file}:${one.at.line}:${one.at.column}`)).toEqual([
    'a.md:2:1',
    'a.md:2:9',
    'a.md:10:1',
    'b.md:1:1',
  ]);
  const differing = new Diagnostics();
  differing.error('no-question', at('a.md'));
  differing.error('bad-value', at('a.md'));
  differing.error('no-question', at('a.md'), { name: 'x' });
  expect(inOrder(differing.list)).toHaveLength(3);
});

it('takes over what another collector has, behind its own', () => {
  const [one, two] = [new Diagnostics(), new Diagnostics()];
  one.warning('no-question', at('a.md'));
  two.error('bad-value', at('b.md'), { key: 'x' });
  one.take(two);
  expect(one.list.map(({ code, values }) => [code, values])).toEqual([
    ['no-question', {}],
    ['bad-value', { key: 'x' }],
  ]);
  expect([one.failed, two.list.length]).toEqual([true, 1]);
});
