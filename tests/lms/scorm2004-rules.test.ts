import { expect, test } from 'vitest';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { Thrift } from '../../src/model/standards/limits-leaving.ts';
import { begun, fresh, passed } from './bakery.ts';

/** An LMS that keeps all values, and refuses one element while that is switched on. */
function keeping(stored: Readonly<Record<string, string>> = {}, thrift?: readonly Thrift[]) {
  const kept: Record<string, string> = { ...stored };
  const log: string[] = [];
  const lms = { refuses: '', code: '101' };
  let last = '0';
  const done = (call: string): string => {
    log.push(call);
    last = '0';
    return 'true';
  };
  const driver = createScorm2004(
    {
      Initialize: () => 'true',
      GetValue(element: string) {
        log.push(`get ${element}`);
        return kept[element] ?? '';
      },
      SetValue(element: string, value: string) {
        last = element === lms.refuses ? lms.code : '0';
        if (last !== '0') return 'false';
        kept[element] = value;
        log.push(`${element}=${value}`);
        return 'true';
      },
      Commit: () => done('commit'),
      Terminate: () => done('end'),
      GetLastError: () => last,
    },
    thrift,
  );
  return { driver, lms, kept, take: () => log.splice(0) };
}

test('the limits of the standard', () => {
  expect(keeping().driver.limits).toEqual({ state: 64_000, text: 3999, registerFirst: false });
});

test.each([
  [undefined, 'Cuire le pain'],
  [['objective-texts'] as const, undefined],
])('texts of objectives, where %j is left out', (thrift, description) => {
  const { driver, kept } = keeping({}, thrift);
  driver.start();
  driver.save(passed);
  expect([kept['cmi.objectives.0.description'], kept['cmi.objectives.0.success_status']]).toEqual([description, 'passed']);
});

test.each(['review', 'browse'])('in %s mode the attempt is suspended at the end, and nothing else is written', (mode) => {
  const { driver, take } = keeping({ 'cmi.mode': mode });
  driver.start();
  driver.save(begun);
  driver.leave(begun);
  expect(take().filter((call) => !call.startsWith('get '))).toEqual(['cmi.exit=suspend', 'end']);
});

test('nothing is committed until the LMS knows that the attempt continues', () => {
  const { driver, lms, take } = keeping();
  lms.refuses = 'cmi.exit';
  driver.start();
  expect(driver.save(fresh).ok).toBe(false);
  expect([driver.leave(fresh).ok, take().filter((call) => /^(?:commit|end)$/.test(call))]).toEqual([false, []]);
  lms.refuses = '';
  expect([driver.save(fresh), take().at(-1)]).toEqual([{ ok: true }, 'commit']);
});

test('what the page has to send is added up once after each save, and not before the first', () => {
  const { driver, take } = keeping();
  driver.start();
  take();
  expect([driver.isHeavy?.(), take()]).toEqual([false, []]);
  driver.save(fresh);
  take();
  expect([driver.isHeavy?.(), take().length > 0]).toEqual([false, true]);
  expect([driver.isHeavy?.(), take()]).toEqual([false, []]);
});

test('a success of an earlier visit is known though the work is not complete; another one is not', () => {
  const known = (success: string, completion: string) =>
    keeping({ 'cmi.success_status': success, 'cmi.completion_status': completion }).driver.start().known?.status;
  expect([known('passed', 'incomplete'), known('failed', 'completed'), known('unknown', 'incomplete')]).toEqual([
    'passed',
    'completed',
    undefined,
  ]);
});

test('a success that the LMS has is left alone while the mark is not missed', () => {
  const { driver, take } = keeping({ 'cmi.success_status': 'passed' });
  driver.start();
  driver.save(begun);
  expect(take().filter((call) => call.startsWith('cmi.success_status'))).toEqual([]);
});

test.each([
  [undefined, ['2', 'PT0H0M12.3S']],
  [['weighting'] as const, [undefined, 'PT0H0M12.3S']],
  [['latency'] as const, ['2', undefined]],
])('answers, where %j is left out', (thrift, expected) => {
  const { driver, kept } = keeping({}, thrift);
  driver.start();
  driver.save(begun);
  expect(['weighting', 'latency'].map((name) => kept[`cmi.interactions.0.${name}`])).toEqual(expected);
});
