import { describe, expect, test } from 'vitest';
import { StrictLms, type StrictLmsOptions } from '../strict-lms.ts';
import { call, open, set } from './calls.ts';

type Version = StrictLmsOptions['version'];

const names = {
  '1.2': {
    place: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    entry: 'cmi.core.entry',
    raw: 'cmi.core.score.raw',
    total: 'cmi.core.total_time',
    time: 'cmi.core.session_time',
    minute: '00:01:00',
  },
  '2004': {
    place: 'cmi.location',
    exit: 'cmi.exit',
    entry: 'cmi.entry',
    raw: 'cmi.score.raw',
    total: 'cmi.total_time',
    time: 'cmi.session_time',
    minute: 'PT1M',
  },
} as const;

const error = (lms: StrictLms): string => call(lms, 'error');

describe.each(['1.2', '2004'] as const)('%s', (version) => {
  const { place, exit, entry, raw, total, time, minute } = names[version];
  const begun = (options: Partial<StrictLmsOptions> = {}): StrictLms => {
    const lms = open({ version, ...options });
    set(lms, { [exit]: 'suspend', [place]: 'petrir' });
    return lms;
  };

  test.each([false, true])('a commit that is refused keeps nothing, and says so (asMoodle %s)', (asMoodle) => {
    const lms = begun({ asMoodle });
    lms.faults.commit = 'refused';
    expect([call(lms, 'commit', ''), error(lms)]).toEqual(['false', '101']);
    expect(lms.stored).toEqual({});
    expect(lms.refused).toEqual([]);
  });

  test('an end that is refused leaves the session open, and counts no time', () => {
    const lms = begun();
    set(lms, { [time]: minute });
    lms.faults.commit = 'refused';
    expect(call(lms, 'finish', '')).toBe('false');
    delete lms.faults.commit;
    expect(call(lms, 'finish', '')).toBe('true');
    expect(lms.stored[total]).toMatch(version === '1.2' ? '0000:01:00' : 'PT0H1M0S');
  });

  test.each([false, true])('with the network down a commit and an end answer true, and keep nothing (asMoodle %s)', (asMoodle) => {
    const lms = begun({ asMoodle });
    lms.faults.commit = 'lost';
    expect([call(lms, 'commit', ''), error(lms), call(lms, 'finish', ''), error(lms)]).toEqual(['true', '0', 'true', '0']);
    expect(lms.stored).toEqual({});
    expect(call(lms, 'set', place, 'x')).toBe('false');
  });

  test.each([101, 201, 301, 351, 391, 401, 402, 403, 405, 406, 407, 408])('a set that is refused with %i', (code) => {
    const lms = begun();
    lms.faults.set = (element) => (element === place ? code : 0);
    expect([call(lms, 'set', place, 'cuire'), error(lms)]).toEqual(['false', String(code)]);
    set(lms, { [raw]: '1' });
    expect(lms.get(place)).toBe('petrir');
    expect(lms.refused).toEqual([]);
  });

  test('a call that throws, even the question for the error', () => {
    const lms = begun();
    lms.faults.throws = (kind, element) => kind === 'lastError' || (kind === 'set' && element === place);
    expect(() => call(lms, 'set', place, 'x')).toThrow('broken');
    expect(() => error(lms)).toThrow();
    expect(call(lms, 'commit', '')).toBe('true');
    expect(lms.stored).toMatchObject({ [place]: 'petrir' });
  });

  test('a login that expired: 101 from then on, whatever is asked', () => {
    const lms = begun();
    call(lms, 'commit', '');
    lms.faults.expired = true;
    const answers = [call(lms, 'get', place), error(lms), call(lms, 'set', place, 'x'), error(lms), call(lms, 'finish', ''), error(lms)];
    expect(answers).toEqual(['', '101', 'false', '101', 'false', '101']);
    expect(lms.stored).toMatchObject({ [place]: 'petrir' });
  });

  test.each([0, 1, 2, 3])('a crash at the call after %i more: only what was committed is there', (crashAfter) => {
    const lms = begun();
    lms.faults.crashAfter = crashAfter;
    const steps = [
      () => call(lms, 'commit', ''),
      () => call(lms, 'set', place, 'cuire'),
      () => call(lms, 'commit', ''),
      () => call(lms, 'finish', ''),
    ];
    for (const [index, step] of steps.entries()) {
      if (index < crashAfter) expect(step()).toBe('true');
      else expect(step).toThrow();
    }
    expect(lms.launchAgain().stored[place]).toBe([undefined, 'petrir', 'petrir', 'cuire'][crashAfter]);
  });

  test('moodle 20: Initialize is refused where the session is open already, and all else works', () => {
    const lms = new StrictLms({ version, opened: true });
    expect([call(lms, 'initialize', ''), error(lms)]).toEqual(['false', version === '1.2' ? '101' : '103']);
    set(lms, { [place]: 'petrir' });
    expect([call(lms, 'get', place), call(lms, 'finish', '')]).toEqual(['petrir', 'true']);
  });

  test('entry may be empty at resume', () => {
    const lms = begun();
    call(lms, 'finish', '');
    expect(call(relaunched(lms), 'get', entry)).toBe('resume');
    const again = relaunched(lms, { noEntry: true });
    expect([call(again, 'get', entry), call(again, 'get', place)]).toEqual(['', 'petrir']);
  });

  test('moodle 22: numbers come as numbers, texts as texts', () => {
    const lms = begun({ numbers: true });
    set(lms, { [raw]: '80', [place]: '007' });
    expect([call(lms, 'get', raw), call(lms, 'get', place)]).toEqual([80, '007']);
  });

  test('moodle 3: a tab that is closed drops what is more than 64 KiB, counted in bytes', () => {
    const end = (text: string, closing: boolean): string | undefined => {
      const lms = begun({ asMoodle: true, limits: { suspendData: 64_000 } });
      set(lms, { 'cmi.suspend_data': text, [time]: minute });
      lms.faults.closing = closing;
      expect(call(lms, 'finish', '')).toBe('true');
      expect(lms.stored[total] === undefined).toBe(lms.stored['cmi.suspend_data'] === undefined);
      return lms.stored['cmi.suspend_data'];
    };
    expect(end('é'.repeat(40_000), true)).toBeUndefined();
    expect(end('é'.repeat(40_000), false)).toHaveLength(40_000);
    expect(end('e'.repeat(62_000), true)).toHaveLength(62_000);
  });

  test('faults are combined, and gone at the next visit', () => {
    const lms = begun();
    lms.faults.set = () => 405;
    lms.faults.commit = 'refused';
    lms.faults.throws = (kind) => kind === 'get';
    expect(call(lms, 'set', place, 'x')).toBe('false');
    expect(call(lms, 'commit', '')).toBe('false');
    expect(() => call(lms, 'get', place)).toThrow();
    const next = relaunched(lms);
    set(next, { [place]: 'x' });
    expect(call(next, 'commit', '')).toBe('true');
  });
});

function relaunched(lms: StrictLms, change: Partial<StrictLmsOptions> = {}): StrictLms {
  const next = lms.launchAgain(change);
  call(next, 'initialize', '');
  return next;
}

test.each(['interactions', 'objectives', 'children'] as const)('1.2 without %s', (lack) => {
  const lms = open({ version: '1.2', lacks: [lack] });
  const element = lack === 'children' ? 'cmi.core._children' : `cmi.${lack}._count`;
  expect([call(lms, 'get', element), error(lms)]).toEqual(['', '401']);
  if (lack !== 'children') expect([call(lms, 'set', `cmi.${lack}.0.id`, 'q'), error(lms)]).toEqual(['false', '401']);
  expect(call(lms, 'get', 'cmi.core.lesson_status')).toBe('not attempted');
  expect(lms.refused).toEqual([]);
});

describe('what a commit brings (moodle.md 3, 18)', () => {
  const resent = (version: Version, asMoodle: boolean, fault: 'refused' | 'lost'): string | undefined => {
    const { place } = names[version];
    const lms = open({ version, asMoodle });
    set(lms, { [place]: 'petrir' });
    lms.faults.commit = fault;
    call(lms, 'commit', '');
    delete lms.faults.commit;
    set(lms, { [place]: 'petrir' });
    call(lms, 'commit', '');
    return lms.stored[place];
  };

  test('1.2 in Moodle never sends again what a failed commit carried; others do', () => {
    expect([resent('1.2', true, 'refused'), resent('1.2', true, 'lost')]).toEqual([undefined, undefined]);
    expect([resent('2004', true, 'refused'), resent('2004', true, 'lost')]).toEqual(['petrir', 'petrir']);
    expect([resent('1.2', false, 'refused'), resent('2004', false, 'refused')]).toEqual(['petrir', 'petrir']);
  });

  test('2004 in Moodle leaves out a value that is back at that of the launch', () => {
    const lms = open({ version: '2004', asMoodle: true, stored: { 'cmi.exit': 'suspend', 'cmi.location': 'petrir' } });
    for (const place of ['cuire', 'petrir']) {
      set(lms, { 'cmi.location': place });
      call(lms, 'commit', '');
    }
    expect(lms.stored['cmi.location']).toBe('cuire');
  });

  test('2004 in Moodle carries everything when the page is left, 1.2 what changed', () => {
    const end = (version: Version): string | undefined => {
      const { place } = names[version];
      const lms = open({ version, asMoodle: true, limits: { suspendData: 64_000 } });
      set(lms, { 'cmi.suspend_data': 'é'.repeat(40_000), [place]: 'petrir' });
      call(lms, 'commit', '');
      lms.faults.closing = true;
      set(lms, { [place]: 'y'.repeat(100) });
      call(lms, 'finish', '');
      return lms.stored[place]?.slice(0, 6);
    };
    expect([end('1.2'), end('2004')]).toEqual(['yyyyyy', 'petrir']);
  });

  test('2004 in Moodle wraps each element in some 90 bytes when the tab is closed', () => {
    const end = (records: number): number => {
      const lms = open({ version: '2004', asMoodle: true });
      for (let place = 0; place < records; place++)
        set(lms, { [`cmi.interactions.${place}.id`]: 'q', [`cmi.interactions.${place}.type`]: 'choice' });
      lms.faults.closing = true;
      call(lms, 'finish', '');
      return Object.keys(lms.stored).length / 2;
    };
    // Two fields of 113 and 120 bytes each.
    expect([end(240), end(300)]).toEqual([240, 0]);
  });
});
