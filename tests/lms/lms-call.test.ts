import { expect, test } from 'vitest';
import { lmsCalls } from '../../src/lms/lms-call.ts';
import { open } from '../helpers/strict-lms/calls.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

test('each call reaches the LMS as strings under its own name', () => {
  for (const [version, prefix, end] of [
    ['1.2', 'LMS', 'LMSFinish'],
    ['2004', '', 'Terminate'],
  ] as const) {
    const lms = new StrictLms({ version });
    const calls = lmsCalls(lms.api, version);
    const element = version === '1.2' ? 'cmi.core.lesson_location' : 'cmi.location';
    expect([calls.open(), calls.set(element, 'petrir'), calls.commit(), calls.get(element), calls.close()]).toEqual([
      true,
      true,
      true,
      'petrir',
      true,
    ]);
    expect(lms.calls.map(({ name, args }) => [name, ...args])).toEqual([
      [`${prefix}Initialize`, ''],
      [`${prefix}SetValue`, element, 'petrir'],
      [`${prefix}Commit`, ''],
      [`${prefix}GetValue`, element],
      [end, ''],
    ]);
    expect(calls.failures).toEqual([]);
  }
});

test('a refusal is recorded with the element and the code', () => {
  const calls = lmsCalls(open({ version: '1.2' }).api, '1.2');
  expect(calls.set('cmi.core.score.raw', '101')).toBe(false);
  expect(calls.get('cmi.core.exit')).toBe('');
  expect(calls.failures).toEqual([
    { call: 'SetValue cmi.core.score.raw', code: 405 },
    { call: 'GetValue cmi.core.exit', code: 404 },
  ]);
  expect(calls.last()).toEqual({ call: 'GetValue cmi.core.exit', code: 404 });
});

test('2004: a value not set yet is not a failure', () => {
  const calls = lmsCalls(open({ version: '2004' }).api, '2004');
  expect(calls.get('cmi.suspend_data')).toBe('');
  expect(calls.failures).toEqual([]);
  expect(calls.get('cmi.nothing')).toBe('');
  expect(calls.last()).toEqual({ call: 'GetValue cmi.nothing', code: 401 });
});

test('an LMS may throw, even when asked for the error', () => {
  const throws = (): never => {
    throw new Error('gone');
  };
  const calls = lmsCalls({ LMSInitialize: throws, LMSSetValue: () => 'false', LMSGetLastError: throws, LMSGetValue: () => '' }, '1.2');
  expect([calls.open(), calls.set('cmi.comments', 'x'), calls.get('cmi.comments'), calls.commit()]).toEqual([false, false, '', false]);
  expect(calls.failures.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(calls.failures.map(({ call }) => call)).toEqual(['Initialize', 'SetValue cmi.comments', 'GetValue cmi.comments', 'Commit']);
});

test('a refusal without a code is a failure of a call, and no failure of a value that is not there', () => {
  const calls = lmsCalls({ SetValue: () => 'false', Commit: () => 'false', GetValue: () => '', GetLastError: () => '0' }, '2004');
  expect([calls.set('cmi.exit', 'suspend'), calls.commit(), calls.read('cmi.exit')]).toEqual([false, false, '']);
  expect(calls.failures).toEqual([
    { call: 'SetValue cmi.exit', code: 0 },
    { call: 'Commit', code: 0 },
  ]);
  const unset = lmsCalls({ SetValue: () => 'false', GetLastError: () => '403' }, '2004');
  expect([unset.set('cmi.exit', 'x'), unset.last()]).toEqual([false, { call: 'SetValue cmi.exit', code: 403 }]);
});

test('1.2: no code excuses a value that is refused', () => {
  const read = (code: string, standard: '1.2' | '2004') => {
    const api = { GetValue: () => '', GetLastError: () => code, LMSGetValue: () => '', LMSGetLastError: () => code };
    const calls = lmsCalls(api, standard);
    return [calls.read('cmi.x'), calls.failures];
  };
  expect([read('403', '1.2'), read('403', '2004'), read('0', '1.2'), read('401', '2004')]).toEqual([
    [undefined, [{ call: 'GetValue cmi.x', code: 403 }]],
    ['', []],
    ['', []],
    [undefined, [{ call: 'GetValue cmi.x', code: 401 }]],
  ]);
});

test('only a read is tried again, three times in all', () => {
  let tries = 0;
  const failing = (times: number) => () => {
    tries++;
    if (tries <= times) throw new Error('gone');
    return 'true';
  };
  const outcome = (times: number, task: 'read' | 'set'): unknown[] => {
    tries = 0;
    const method = failing(times);
    const calls = lmsCalls({ GetValue: method, SetValue: method, GetLastError: () => '0' }, '2004');
    return [task === 'read' ? calls.read('a') : calls.set('a', 'b'), tries, calls.failures.length];
  };
  expect([outcome(2, 'read'), outcome(3, 'read'), outcome(1, 'set')]).toEqual([
    ['true', 3, 0],
    [undefined, 3, 1],
    [false, 1, 1],
  ]);
});

test('without any failure, the opening counts as the last one', () => {
  expect(lmsCalls({}, '1.2').last()).toEqual({ call: 'Initialize', code: 0 });
});

test('numbers, booleans and null become strings; an old error code does not spoil a good answer', () => {
  const values: Record<string, unknown> = { a: 80, b: null, c: undefined, d: false };
  const calls = lmsCalls(
    {
      GetValue: (element: string) => values[element],
      SetValue: () => true,
      GetLastError: () => 0,
      Initialize: () => true,
      Commit: () => 1,
    },
    '2004',
  );
  expect(['a', 'b', 'c', 'd'].map(calls.get)).toEqual(['80', '', '', 'false']);
  expect([calls.open(), calls.set('a', '1')]).toEqual([true, true]);
  expect(calls.failures).toEqual([]);
  const stale = lmsCalls({ SetValue: () => 'true', GetValue: () => 'x', GetLastError: () => 403 }, '2004');
  expect([stale.set('a', '1'), stale.get('a'), stale.failures.length]).toEqual([true, 'x', 0]);
});

test('only the last twenty failures are kept', () => {
  const calls = lmsCalls(open({ version: '1.2' }).api, '1.2');
  for (let index = 0; index < 30; index++) calls.get(`cmi.nothing.${index}`);
  expect(calls.failures).toHaveLength(20);
  expect(calls.last().call).toBe('GetValue cmi.nothing.29');
});
