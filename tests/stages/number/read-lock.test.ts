import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { newLock, writeLock } from '../../../build/stages/number/lock.ts';
import { bodySum, faultyLine, readLockText, statedSum, sumOf } from '../../../build/stages/number/read-lock.ts';

const TEXT = writeLock({ ...newLock(), version: 2, line: 'abc12', modules: { rames: { pages: ['quai'], activities: [] } } });

function read(text: string, copy?: () => string | undefined) {
  const diagnostics = new Diagnostics();
  const found = readLockText(text, 'depot', 'course.lock.yaml', diagnostics, copy && { copy });
  return [found?.sum ?? null, ...diagnostics.list.map(({ code, at }) => `${code} ${at.line}`)];
}

it('recognises its own checksum, in spite of other line ends and a missing last one', () => {
  expect([sumOf(TEXT), sumOf(TEXT.replaceAll('\n', '\r\n')), sumOf(TEXT.trimEnd()), statedSum(TEXT) === bodySum(TEXT)]).toEqual([
    'right',
    'right',
    'right',
    true,
  ]);
  expect(read(TEXT)).toEqual(['right']);
});

it('reports a lock that was edited by hand, and reads it', () => {
  expect(read(TEXT.replace('quai', 'voie'))).toEqual(['wrong', 'lock-altered 1']);
});

it('accepts a lock without a checksum', () => {
  expect(read(TEXT.replace(/^# ?Sum:.*\n/m, ''))).toEqual(['none']);
});

it('reports a lock that can’t be read, with its line and the reason', () => {
  const lines = TEXT.split('\n').length;
  expect(read(`${TEXT}<<<<<<< HEAD\n`)).toEqual([null, `lock-conflict ${lines}`]);
  expect(read(TEXT.replace('"version": 2', '"version": 3'))).toEqual([null, expect.stringMatching(/^lock-newer /)]);
  expect(read('{\n"version": 2,\n}')).toEqual([null, 'lock-broken 3']);
  expect(read('{\n"version": 2,\n}', () => 'copie.yaml')).toEqual([null, 'lock-broken-copied 3']);
  expect(faultyLine('# un\n{\n<<<<<<< HEAD\n')).toBe(3);
});
