import { describe, expect, test } from 'vitest';
import { activity, bakery } from '../../helpers/bakery.ts';
import { elements, openStrict, startStrict } from '../../helpers/open-strict.ts';
import { StrictLms, type StrictLmsOptions } from '../../helpers/strict-lms.ts';

const both = ['1.2', '2004'] as const;
const graded = bakery({ pass: 100, completion: 'score', onFail: 'failed' });

const moodle = (version: (typeof both)[number], more: Partial<StrictLmsOptions> = {}): StrictLms =>
  new StrictLms({ version, asMoodle: true, ...more });

/** Stored data of an attempt, without the values that each session sends again. */
function recordIn(lms: StrictLms): [string, string][] {
  return Object.entries(lms.stored).filter(([element]) => !/exit$|session_time$/.test(element));
}

describe.each(both)('%s', (version) => {
  const { status, raw } = elements[version];

  test('moodle 7: the score is raw, of a hundred, whatever the points', () => {
    const lms = moodle(version);
    const content = bakery({ activities: [activity(0, 'levain', 'pick', { points: 7 }), activity(1, 'gestes', 'pick', { points: 1 })] });
    const tracker = openStrict(lms, version, content);
    expect(lms.stored[raw]).toBeUndefined();
    tracker.submit('levain', ['a']);
    tracker.flush();
    const at = raw.replace(/raw$/, '');
    expect([lms.stored[raw], lms.stored[`${at}min`], lms.stored[`${at}max`]]).toEqual(['87.5', '0', '100']);
  });

  test('moodle 9: the best score is kept where a later one is worse', () => {
    const lms = moodle(version);
    const content = bakery({ activities: [activity(0, 'gestes', 'pick', { options: { right: 'ab' } })] });
    const tracker = openStrict(lms, version, content);
    for (const answer of [['a'], ['c'], []]) {
      tracker.submit('gestes', answer);
      tracker.flush();
      expect(lms.stored[raw]).toBe('50');
    }
    tracker.leave();
    const again = lms.launchAgain();
    openStrict(again, version, content).leave();
    expect(again.stored[raw]).toBe('50');
  });

  test('moodle 10: an attempt stays open to the end, below the pass mark too', () => {
    const lms = moodle(version);
    const tracker = openStrict(lms, version, graded);
    tracker.submit('levain', ['b']);
    tracker.leave();
    expect(lms.stored[status]).toBe('incomplete');
    if (version === '2004') expect(lms.stored['cmi.success_status']).toBe('failed');
    expect(startStrict(lms.launchAgain(), version, graded).launch.mode).toBe('normal');
  });

  test('moodle 11: incomplete is sent before anything else, and stays if nothing more comes', () => {
    const lms = moodle(version);
    const tracker = startStrict(lms, version);
    tracker.visit('fournil');
    tracker.flush();
    const set = lms.calls.filter(({ name }) => name.endsWith('SetValue')).map(({ args }) => args[0]);
    expect(set.slice(0, 2)).toContain(status);
    expect(lms.stored[status]).toBe('incomplete');
    const method = version === '1.2' ? 'LMSFinish' : 'Terminate';
    lms.api[method]?.('');
    expect(lms.stored[status]).toBe('incomplete');
  });

  test.each(['review', 'browse'] as const)('moodle 12: in %s nothing that was reached is touched', (mode) => {
    const lms = moodle(version);
    const tracker = openStrict(lms, version);
    tracker.submit('levain', ['a']);
    tracker.leave();
    const look = lms.launchAgain({ mode });
    const looking = openStrict(look, version);
    looking.submit('levain', ['b']);
    looking.draft('recette', 'Farine');
    looking.leave();
    expect(looking.saveStatus()).toBe(mode);
    expect(recordIn(look)).toEqual(recordIn(lms));
  });
});

test('moodle 8: completed never stands beside failed', () => {
  const lms = moodle('2004');
  const tracker = openStrict(lms, '2004', graded);
  for (const { id, type } of graded.activities) if (type === 'pick') tracker.submit(id, ['b']);
  tracker.submit('bilan', { live: [6, 7], kept: [] });
  tracker.submit('bilan', { live: [6, 7], kept: [] });
  tracker.leave();
  expect(tracker.progress().status).toBe('failed');
  expect([lms.stored['cmi.completion_status'], lms.stored['cmi.success_status']]).toEqual(['incomplete', 'failed']);
});

test('moodle 10: in 1.2 failed closes the attempt, so it is only sent where the course asks for it', () => {
  const fail = (content: typeof graded): string | undefined => {
    const lms = moodle('1.2');
    const tracker = openStrict(lms, '1.2', content);
    for (let round = 0; round < 2; round++) tracker.submit('bilan', { live: [6, 7], kept: [] });
    tracker.leave();
    return lms.stored['cmi.core.lesson_status'];
  };
  expect([fail(graded), fail({ ...graded, onFail: 'incomplete' })]).toEqual(['failed', 'incomplete']);
});

test('moodle 12: a preview in 1.2 that was never begun ends as browsed, not as completed', () => {
  const lms = moodle('1.2', { mode: 'browse' });
  openStrict(lms, '1.2').leave();
  expect(lms.stored['cmi.core.lesson_status']).toBe('browsed');
});
