import { describe, expect, test } from 'vitest';
import { StrictLms, type StrictLmsOptions } from '../strict-lms.ts';
import { call, names, open, set } from './calls.ts';

describe.each(['1.2', '2004'] as const)('%s: the order of calls', (version) => {
  const element = version === '1.2' ? 'cmi.core.lesson_location' : 'cmi.location';
  const steps = ['get', 'set', 'commit', 'finish'] as const;
  const codes = (lms: StrictLms) =>
    steps.map((step) => {
      const args = { get: [element], set: [element, 'x'], commit: [''], finish: [''] }[step];
      expect(call(lms, step, ...args)).toBe(step === 'get' ? '' : 'false');
      return Number(call(lms, 'error'));
    });

  test('before Initialize', () => {
    expect(codes(new StrictLms({ version }))).toEqual(version === '1.2' ? [301, 301, 301, 301] : [122, 132, 142, 112]);
  });

  test('after the end, and a second Initialize', () => {
    const lms = open({ version });
    expect(call(lms, 'initialize', '')).toBe('false');
    expect(call(lms, 'error')).toBe(version === '1.2' ? '101' : '103');
    expect(call(lms, 'finish', '')).toBe('true');
    expect(codes(lms)).toEqual(version === '1.2' ? [301, 301, 301, 301] : [123, 133, 143, 113]);
    expect(call(lms, 'initialize', '')).toBe('false');
    expect(call(lms, 'error')).toBe(version === '1.2' ? '101' : '104');
  });

  test('arguments are strings, and as many as they should be', () => {
    const lms = new StrictLms({ version });
    expect(call(lms, 'initialize')).toBe('false');
    expect(call(lms, 'error')).toBe('201');
    expect(call(lms, 'initialize', '')).toBe('true');
    expect(call(lms, 'set', element, 5 as unknown as string)).toBe('false');
    expect(call(lms, 'commit', 'now')).toBe('false');
    expect(lms.refused.map(({ error }) => error)).toEqual([201, 201, 201]);
    expect(call(lms, 'message', '201')).toMatch(/argument/i);
  });

  test('every call is written down, and the refused ones apart', () => {
    const lms = open({ version });
    call(lms, 'get', element);
    call(lms, 'set', version === '1.2' ? 'cmi.core.entry' : 'cmi.entry', 'resume');
    call(lms, 'error');
    const { get, set: setName, error, initialize } = names[version];
    expect(lms.calls.map(({ name, args, result }) => [name, ...args, result])).toEqual([
      [initialize, '', 'true'],
      [get, element, ''],
      [setName, lms.calls[2]?.args[0], 'resume', 'false'],
      [error, version === '1.2' ? '403' : '404'],
    ]);
    expect(lms.refused).toEqual([lms.calls[2]]);
  });

  test('committed data survive a crash, the rest does not', () => {
    const lms = open({ version });
    set(lms, { [element]: 'kept', [version === '1.2' ? 'cmi.core.exit' : 'cmi.exit']: 'suspend' });
    const before = lms.stored;
    call(lms, 'commit', '');
    expect(before).toEqual({});
    set(lms, { [element]: 'lost' });
    expect(lms.get(element)).toBe('lost');
    const next = open(JSON.parse(JSON.stringify({ version, stored: lms.stored })) as StrictLmsOptions);
    expect(call(next, 'get', element)).toBe('kept');
    expect(call(next, 'get', version === '1.2' ? 'cmi.core.entry' : 'cmi.entry')).toBe('resume');
    // Nor does a visit interrupted before its first commit lose stored data.
    expect(call(open(JSON.parse(JSON.stringify({ version, stored: next.stored })) as StrictLmsOptions), 'get', element)).toBe('kept');
  });

  test('the end commits; total_time grows there only (moodle.md 19)', () => {
    const [time, total, exit] =
      version === '1.2'
        ? ['cmi.core.session_time', 'cmi.core.total_time', 'cmi.core.exit']
        : ['cmi.session_time', 'cmi.total_time', 'cmi.exit'];
    const minute = version === '1.2' ? '00:59:30.75' : 'PT59M30.75S';
    let lms = open({ version });
    for (let visit = 0; visit < 3; visit++) {
      set(lms, { [exit]: 'suspend', [time]: '1.2' === version ? '01:00:00' : 'PT1H' });
      set(lms, { [time]: minute });
      call(lms, 'commit', '');
      const broken = lms.launchAgain();
      expect(broken.get(total)).toBe(lms.get(total));
      call(lms, 'finish', '');
      lms = lms.launchAgain();
      call(lms, 'initialize', '');
    }
    expect(call(lms, 'get', total)).toBe(version === '1.2' ? '0002:58:32.25' : 'PT2H58M32.25S');
    call(lms, 'finish', '');
    expect(lms.stored[total]).toBe(version === '1.2' ? '0002:58:32.25' : 'PT2H58M32.25S');
  });

  test.each(['review', 'browse'] as const)('%s stores what is written, the last score wins (moodle.md 9, 12)', (mode) => {
    const raw = version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    const first = open({ version });
    set(first, { [raw]: '90', [version === '1.2' ? 'cmi.core.exit' : 'cmi.exit']: 'suspend' });
    call(first, 'finish', '');
    const again = first.launchAgain({ mode });
    call(again, 'initialize', '');
    expect(call(again, 'get', version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode')).toBe(mode);
    expect(call(again, 'get', version === '1.2' ? 'cmi.core.credit' : 'cmi.credit')).toBe('no-credit');
    set(again, { [raw]: '10' });
    call(again, 'commit', '');
    expect(again.stored[raw]).toBe('10');
  });
});

describe('1.2: what the LMS does to the data', () => {
  const status = 'cmi.core.lesson_status';

  test.each(['normal', 'browse'] as const)('no status set becomes completed at the end, in %s (moodle.md 11)', (mode) => {
    const lms = open({ version: '1.2', mode });
    expect(call(lms, 'get', status)).toBe('not attempted');
    call(lms, 'finish', '');
    expect(lms.stored[status]).toBe('completed');
  });

  test('the mastery score overrides, also half-way, but only with credit (moodle.md 5)', () => {
    const end = (options: Partial<StrictLmsOptions>, raw?: string) => {
      const lms = open({ version: '1.2', masteryScore: 60, ...options });
      set(lms, { [status]: 'incomplete', ...(raw === undefined ? {} : { 'cmi.core.score.raw': raw }) });
      call(lms, 'finish', '');
      return lms.stored[status];
    };
    expect([end({}, '60'), end({}, '59'), end({}), end({ mode: 'review' }, '90')]).toEqual([
      'passed',
      'failed',
      'incomplete',
      'incomplete',
    ]);
  });

  test('data come back whatever exit was, with entry "" (moodle.md 14)', () => {
    const lms = open({ version: '1.2' });
    expect(call(lms, 'get', 'cmi.core.entry')).toBe('ab-initio');
    set(lms, { [status]: 'incomplete', 'cmi.suspend_data': 'half', 'cmi.interactions.0.id': 'q' });
    call(lms, 'finish', '');
    const again = lms.launchAgain();
    call(again, 'initialize', '');
    expect(call(again, 'get', 'cmi.core.entry')).toBe('');
    expect(call(again, 'get', 'cmi.suspend_data')).toBe('half');
    expect(call(again, 'get', 'cmi.interactions._count')).toBe('1');
    expect(again.get('cmi.interactions._count')).toBe('1');
  });

  test('asMoodle: failed closes the attempt (moodle.md 5, 10)', () => {
    const lms = open({ version: '1.2', asMoodle: true });
    set(lms, { [status]: 'failed' });
    call(lms, 'finish', '');
    const again = lms.launchAgain();
    expect([again.get('cmi.core.lesson_mode'), again.get('cmi.core.credit')]).toEqual(['review', 'no-credit']);
  });
});

describe('2004: what the LMS does to the data', () => {
  test('without exit=suspend nothing comes back and total_time restarts (moodle.md 13)', () => {
    const lms = open({ version: '2004' });
    set(lms, { 'cmi.suspend_data': 'half', 'cmi.exit': 'suspend', 'cmi.session_time': 'PT5M' });
    call(lms, 'finish', '');
    const second = lms.launchAgain();
    call(second, 'initialize', '');
    expect(call(second, 'get', 'cmi.suspend_data')).toBe('half');
    // exit is valid for one visit only: if it isn't set in the second, the attempt ends.
    call(second, 'finish', '');
    expect(second.stored).toMatchObject({ 'cmi.suspend_data': 'half', 'cmi.total_time': 'PT0H5M0S' });
    const third = second.launchAgain();
    call(third, 'initialize', '');
    expect(call(third, 'get', 'cmi.suspend_data')).toBe('');
    expect(call(third, 'error')).toBe('403');
    expect(call(third, 'get', 'cmi.entry')).toBe('ab-initio');
    expect(call(third, 'get', 'cmi.total_time')).toBe('PT0H0M0S');
    expect(third.refused).toEqual([]);
  });

  test('the completion threshold overrides at Terminate only (moodle.md 6)', () => {
    const lms = open({ version: '2004', completionThreshold: 0.8 });
    set(lms, { 'cmi.completion_status': 'completed', 'cmi.progress_measure': '0.5' });
    call(lms, 'commit', '');
    expect(lms.stored['cmi.completion_status']).toBe('completed');
    call(lms, 'finish', '');
    expect(lms.stored['cmi.completion_status']).toBe('incomplete');
  });

  test.each([
    [false, undefined, 'unknown'],
    [false, '0.6', 'passed'],
    [false, '0.4', 'failed'],
    [true, '0.4', 'passed'],
  ])('the passing score, asMoodle %s, scaled %s: %s (moodle.md 6)', (asMoodle, scaled, success) => {
    const lms = open({ version: '2004', scaledPassingScore: 0.5, asMoodle });
    expect(call(lms, 'get', 'cmi.scaled_passing_score')).toBe('0.5');
    set(lms, { 'cmi.success_status': 'passed', ...(scaled === undefined ? {} : { 'cmi.score.scaled': scaled }) });
    call(lms, 'finish', '');
    expect(lms.stored['cmi.success_status']).toBe(success);
  });

  test("the manifest's objectives are there at launch, their ids fixed", () => {
    const lms = open({ version: '2004', objectives: ['primary'] });
    expect(call(lms, 'get', 'cmi.objectives._count')).toBe('1');
    expect(call(lms, 'set', 'cmi.objectives.0.id', 'mine')).toBe('false');
    expect(call(lms, 'error')).toBe('351');
    set(lms, { 'cmi.objectives.1.id': 'mine', 'cmi.objectives.0.success_status': 'passed' });
  });

  test('asMoodle: after a relaunch the type comes again before the patterns (moodle.md 24)', () => {
    const lms = open({ version: '2004', asMoodle: true });
    const pattern = { 'cmi.interactions.0.correct_responses.0.pattern': 'a' };
    set(lms, { 'cmi.exit': 'suspend', 'cmi.interactions.0.id': 'q', 'cmi.interactions.0.type': 'choice', ...pattern });
    call(lms, 'finish', '');
    const again = lms.launchAgain();
    call(again, 'initialize', '');
    expect(call(again, 'set', 'cmi.interactions.0.correct_responses.0.pattern', 'b')).toBe('false');
    set(again, { 'cmi.interactions.0.type': 'choice', ...pattern });
  });

  test('asMoodle: no newline in a response or description, no foreign brace (moodle.md 24)', () => {
    const lms = open({ version: '2004', asMoodle: true });
    set(lms, { 'cmi.interactions.0.id': 'q', 'cmi.interactions.0.type': 'long-fill-in' });
    for (const [leaf, value] of [
      ['learner_response', 'a\nb'],
      ['description', 'a\nb'],
      ['description', '{a} b'],
    ] as const) {
      expect(call(lms, 'set', `cmi.interactions.0.${leaf}`, value)).toBe('false');
      expect(call(lms, 'error')).toBe('406');
    }
  });
});
