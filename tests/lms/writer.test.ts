import { describe, expect, test } from 'vitest';
import { respell } from '../../src/lms/writer.ts';
import { openWriter as open } from '../helpers/refusing-lms.ts';

describe('the same value spelled differently', () => {
  test.each([
    ['cmi.core.score.raw', '80', '80.0'],
    ['cmi.core.score.raw', '83.3333', '83.33330'],
    ['cmi.core.session_time', '0000:01:30.5', '0000:01:30.50'],
    ['cmi.suspend_data', 'v1-2', 'v1-2 '],
    ['cmi.interactions.0.id', 'farine', 'farine_'],
    ['cmi.interactions.0.student_response', '80 %', '80 % '],
  ])('%s: %s', (element, value, other) => {
    expect(respell(element, value)).toBe(other);
  });

  test('never exceeds the 255 characters of a field in 1.2', () => {
    const lengths = (element: string): number[] => [253, 254, 255, 256].map((length) => respell(element, 'x'.repeat(length)).length);
    // Only saved state is longer.
    expect(lengths('cmi.core.lesson_location')).toEqual([254, 255, 254, 257]);
    expect(lengths('cmi.interactions.0.id')).toEqual([254, 255, 254, 257]);
    // A learner may have typed nothing but digits.
    const digits = (length: number): number => respell('cmi.interactions.0.student_response', '1'.repeat(length)).length;
    expect([252, 253, 254, 255, 256].map(digits)).toEqual([254, 255, 253, 254, 258]);
  });
});

const LOCATION = 'cmi.core.lesson_location';
const STATUS = 'cmi.core.lesson_status';

describe('values for the LMS', () => {
  test('are sent once, and again only when they change', () => {
    const { writer, take } = open();
    writer.put(LOCATION, 'quai');
    writer.put(LOCATION, 'quai');
    writer.put(LOCATION, 'voie');
    writer.put(LOCATION, 'voie', true);
    expect([take(), writer.held.get(LOCATION)]).toEqual([[`${LOCATION}=quai`, `${LOCATION}=voie`, `${LOCATION}=voie`], 'voie']);
    expect([writer.flush(false), writer.flush(true), take()]).toEqual([{ ok: true }, { ok: true }, ['commit', 'close']]);
  });

  test('that were refused are sent again in their order, and count as lost until then if they matter', () => {
    const { writer, lms, take } = open();
    lms.refuses.set(STATUS, 101).set(LOCATION, 101);
    writer.put(STATUS, 'incomplete');
    writer.put(LOCATION, 'quai');
    expect(writer.flush(false)).toEqual({ ok: false, call: `Set ${STATUS}`, code: 101 });
    expect(writer.awaits(STATUS)).toBe(true);
    take();
    lms.refuses.clear();
    expect([writer.flush(false), take(), writer.awaits(STATUS)]).toEqual([
      { ok: true },
      [`${STATUS}=incomplete`, `${LOCATION}=quai`, 'commit'],
      false,
    ]);
  });

  test('that were refused for good matter only if the record is wrong without them', () => {
    const { writer, lms } = open();
    lms.refuses.set('cmi.interactions.0.latency', 401);
    writer.put('cmi.interactions.0.latency', '00:01');
    expect([writer.flush(false), writer.awaits('cmi.interactions.0.latency')]).toEqual([{ ok: true }, false]);
    lms.refuses.set('cmi.core.score.raw', 405);
    writer.put('cmi.core.score.raw', '80');
    expect(writer.flush(false)).toEqual({ ok: false, call: 'Set cmi.core.score.raw', code: 405 });
  });

  test.each([
    [0, true, true],
    [101, true, false],
    [200, true, false],
    [201, false, true],
    [202, true, false],
    [351, false, true],
    [400, true, false],
    [401, false, true],
  ])('of little weight that were refused with %d are awaited: %s, and forgone: %s', (code, isAwaited, isForgone) => {
    const { writer, lms } = open();
    expect(writer.awaits(LOCATION)).toBe(false);
    lms.refuses.set(LOCATION, code);
    writer.put(LOCATION, 'quai');
    expect([writer.awaits(LOCATION), writer.flush(false).ok]).toEqual([isAwaited, isForgone]);
  });

  test('are no longer lost once they are again what the LMS has', () => {
    const { writer, lms } = open();
    writer.put(STATUS, 'incomplete');
    writer.flush(false);
    lms.refuses.set(STATUS, 101);
    writer.put(STATUS, 'completed');
    writer.put(STATUS, 'incomplete');
    expect(writer.flush(false)).toEqual({ ok: true });
  });

  test('of a commit that failed or did not arrive are sent again', () => {
    const { writer, lms, take } = open(new Map());
    lms.commits = false;
    writer.put(LOCATION, 'quai');
    expect(writer.flush(false)).toEqual({ ok: false, call: 'commit', code: 101 });
    lms.commits = true;
    take();
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, [`${LOCATION}=quai`, 'commit']]);
    writer.witnessed(true);
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, ['commit']]);
    writer.put(LOCATION, 'voie');
    writer.flush(false);
    writer.witnessed(false);
    take();
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, [`${LOCATION}=voie`, 'commit']]);
  });

  test('that the LMS may already have are first spelled differently, so that they count as a change', () => {
    const { writer, lms, take } = open();
    lms.commits = false;
    writer.put(LOCATION, 'quai');
    writer.flush(false);
    lms.commits = true;
    take();
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, [`${LOCATION}=quai `, 'commit', `${LOCATION}=quai`, 'commit']]);
  });

  test('that return to those at launch are spelled differently', () => {
    const { writer, take } = open(new Map([[LOCATION, 'quai']]));
    for (let times = 0; times < 2; times++) writer.put(LOCATION, 'quai');
    writer.put(LOCATION, 'voie');
    writer.put(LOCATION, 'quai');
    expect(take()).toEqual([`${LOCATION}=quai`, `${LOCATION}=voie`, `${LOCATION}=quai `]);
  });
});
