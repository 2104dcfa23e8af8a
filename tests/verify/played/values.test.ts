import { describe, expect, test } from 'vitest';
import type { PlayedCall, PlayedLaunch } from '../../../build/verify/played/record.ts';
import { visitOf, writesOf } from '../../../build/verify/played/values.ts';

type Short = readonly [method: string, ...args: readonly string[]];
const call = ([method, ...args]: Short, more: Partial<PlayedCall> = {}): PlayedCall => ({
  method,
  args,
  result: 'true',
  error: 0,
  at: 0,
  closing: false,
  ...more,
});
const launch = (calls: readonly PlayedCall[], version: '1.2' | '2004' = '1.2'): PlayedLaunch =>
  ({ calls, version }) as unknown as PlayedLaunch;
const set = (element: string, value: string, more: Partial<PlayedCall> = {}): PlayedCall => call(['LMSSetValue', element, value], more);
const commit = call(['LMSCommit', '']);

describe('what a page writes', () => {
  test('is the last accepted value of each element, in the order in which it was last set', () => {
    const writes = writesOf(
      launch([set('a', '1', { at: 5 }), set('b', '2'), set('a', '3', { at: 9, closing: true }), set('c', '4', { result: 'false' })]),
    );
    expect(writes).toEqual([
      { element: 'b', value: '2', at: 0, closing: false, kept: false },
      { element: 'a', value: '3', at: 9, closing: true, kept: false },
    ]);
  });

  test.each(['LMSCommit', 'LMSFinish', 'Commit', 'Terminate'])('is kept if %s follows', (method) => {
    const writes = writesOf(launch([set('a', '1'), call([method, '']), set('b', '2')]));
    expect(writes.map(({ kept }) => kept)).toEqual([true, false]);
  });

  test('is kept up to the last of several saves', () => {
    const calls = [set('a', '1'), commit, set('b', '2'), commit, set('c', '3')];
    expect(writesOf(launch(calls)).map(({ kept }) => kept)).toEqual([true, true, false]);
    expect(visitOf(launch(calls)).unsaved).toEqual([{ element: 'c', value: '3' }]);
  });

  test('is lost if the save was refused, or is another call', () => {
    const writes = writesOf(launch([set('a', '1'), call(['LMSCommit', ''], { result: 'false' }), call(['LMSCommitted', ''])]));
    expect(writes.map(({ kept }) => kept)).toEqual([false]);
  });
});

describe('a visit', () => {
  test('has started and ended if the LMS says so', () => {
    const facts = (...calls: readonly PlayedCall[]) => {
      const { hasStarted, hasEnded } = visitOf(launch(calls));
      return [hasStarted, hasEnded];
    };
    expect(facts()).toEqual([false, false]);
    expect(facts(call(['LMSInitialize', '']), call(['LMSFinish', '']))).toEqual([true, true]);
    expect(facts(call(['Initialize', '']), call(['Terminate', '']))).toEqual([true, true]);
    for (const method of ['LMSCommit', 'Commit', 'LMSGetValue', 'LMSTerminate', 'Finish'])
      expect([method, facts(call(['LMSInitialize', '']), call([method, '']))]).toEqual([method, [true, false]]);
    expect(facts(call(['LMSInitialize', ''], { result: 'false' }), call(['LMSFinish', ''], { result: 'false' }))).toEqual([false, false]);
  });

  test('has values set while it was opened, at all, lost and unsaved', () => {
    const visit = visitOf(
      launch([set('a', '1'), commit, set('b', '2'), set('c', '3', { closing: true }), set('a', '4', { closing: true })]),
    );
    const of = (list: readonly { element: string; value: string }[]): string[] => list.map(({ element, value }) => element + value);
    expect([of(visit.atOpening), of(visit.atAll), of(visit.lost), of(visit.unsaved)]).toEqual([
      ['a1', 'b2'],
      ['a4', 'b2', 'c3'],
      ['b2', 'c3', 'a4'],
      ['b2'],
    ]);
  });

  test('may set nothing to nothing', () => {
    const calls = [call(['LMSSetValue', 'a']), call(['LMSSetValue'])];
    const values = ['a', ''].map((element) => ({ element, value: '' }));
    expect([visitOf(launch(calls)).atOpening, writesOf(launch(calls)).map(({ element, value }) => ({ element, value }))]).toEqual([
      values,
      values,
    ]);
  });

  test('of 2004 has the same by other names', () => {
    const calls = [call(['SetValue', 'a', '1']), call(['Commit', '']), call(['SetValue', 'b', '2']), call(['GetValue', 'c'])];
    const [a, b] = [
      { element: 'a', value: '1' },
      { element: 'b', value: '2' },
    ];
    expect(visitOf(launch(calls, '2004'))).toMatchObject({ atOpening: [a, b], atAll: [a, b], unsaved: [b] });
    expect(writesOf(launch(calls, '2004')).map(({ element, kept }) => [element, kept])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('may consist of its end alone', () => {
    const only = call(['Terminate', '']);
    expect(visitOf(launch([only, commit]))).toMatchObject({ hasEnded: true, late: [commit] });
  });

  test.each([103, 104, 112, 113, 122, 123, 132, 133, 142, 143])(
    'of 2004: code %d belongs to calls before its start or after its end',
    (error) => {
      const calls = [call(['SetValue', 'a', '1'], { error })];
      expect([visitOf(launch(calls, '2004')).refused, visitOf(launch(calls)).refused]).toEqual([[], calls]);
    },
  );

  test('without a save has all of its values unsaved', () => {
    const unsaved = [
      { element: 'a', value: '1' },
      { element: 'b', value: '2' },
    ];
    expect(visitOf(launch([set('a', '1'), set('b', '2')])).unsaved).toEqual(unsaved);
  });

  test('has calls after its end', () => {
    expect(visitOf(launch([set('a', '1'), call(['LMSFinish', '']), commit])).late).toEqual([commit]);
    expect(visitOf(launch([set('a', '1')])).late).toEqual([]);
    const again = call(['LMSFinish', '']);
    expect(visitOf(launch([again, commit, again])).late).toEqual([commit, again]);
  });

  test.each<['1.2' | '2004', string, number, boolean]>([
    ['1.2', 'LMSSetValue', 405, true],
    ['1.2', 'LMSSetValue', 0, false],
    ['1.2', 'LMSSetValue', 301, false],
    ['1.2', 'LMSGetValue', 403, true],
    ['1.2', 'GetValue', 403, true],
    ['1.2', 'LMSSetValue', 101, false],
    ['2004', 'GetValue', 403, false],
    ['2004', 'SetValue', 403, true],
    ['2004', 'GetValue', 301, true],
    ['2004', 'Commit', 142, false],
  ])('of %s: %s with code %d is refused: %s', (version, method, error, isRefused) => {
    expect(visitOf(launch([call([method, 'a'], { error })], version)).refused).toHaveLength(isRefused ? 1 : 0);
  });
});
