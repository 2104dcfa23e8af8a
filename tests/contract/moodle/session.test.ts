import { describe, expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { activity, bakery } from '../../helpers/bakery.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { noise } from '../../helpers/noise.ts';
import { elements, openStrict, startStrict } from '../../helpers/open-strict.ts';
import { StrictLms, type StrictLmsOptions } from '../../helpers/strict-lms.ts';

const both = ['1.2', '2004'] as const;

const moodle = (version: (typeof both)[number], more: Partial<StrictLmsOptions> = {}): StrictLms =>
  new StrictLms({ version, asMoodle: true, ...more });

const shortNames = (lms: StrictLms): string[] => lms.calls.map(({ name }) => name.replace(/^LMS|Value$/g, ''));

describe.each(both)('%s', (version) => {
  const { exit, total } = elements[version];
  const driver = (lms: StrictLms) => (version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api));

  test('moodle 14: what was saved is taken up though entry is empty', () => {
    const lms = moodle(version, { noEntry: true });
    const tracker = openStrict(lms, version);
    tracker.submit('levain', ['a']);
    tracker.leave();
    expect(startStrict(lms.launchAgain(), version).standing('levain').submitted).toBe(true);
  });

  test('moodle 16: leaving sets and ends, without a commit; hiding commits, without an end', () => {
    const lms = moodle(version);
    const tracker = openStrict(lms, version);
    const before = lms.calls.length;
    tracker.submit('levain', ['a']);
    tracker.flush();
    expect(shortNames(lms).slice(before)).toContain('Commit');
    expect(shortNames(lms)).not.toContain(version === '1.2' ? 'Finish' : 'Terminate');
    const hidden = lms.calls.length;
    tracker.submit('recette', 'Farine');
    tracker.leave();
    expect(shortNames(lms).slice(hidden)).not.toContain('Commit');
    expect(shortNames(lms).at(-1)).toBe(version === '1.2' ? 'Finish' : 'Terminate');
  });

  test('moodle 17: an expired login is a failure with its code, and nothing throws', () => {
    const lms = moodle(version);
    const tracker = openStrict(lms, version);
    lms.faults.expired = true;
    tracker.submit('levain', ['a']);
    tracker.flush();
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.lastFault()?.code).toBe(101);
    tracker.leave();
    expect(tracker.saveStatus()).toBe('failed');
  });

  test('moodle 19: the time of a visit is that visit alone, and the LMS adds it up', async () => {
    const time = fakeTime();
    let lms = moodle(version);
    for (let visit = 0; visit < 2; visit++) {
      const tracker = openStrict(lms, version, bakery(), time);
      await time.pass(60_000);
      tracker.leave();
      lms = lms.launchAgain();
    }
    expect(lms.get(total)).toMatch(version === '1.2' ? /^0000:02:00/ : /^PT0H2M0S$/);
  });

  test('moodle 19: the time of visits whose end never arrived comes with the next end', async () => {
    const time = fakeTime();
    let lms = moodle(version);
    const visit = async (milliseconds: number): Promise<void> => {
      const tracker = openStrict(lms, version, bakery(), time);
      await time.pass(milliseconds);
      tracker.submit('levain', ['a']);
      tracker.flush();
      // The tab is closed, and nothing more of it comes.
      if (milliseconds > 60_000) tracker.leave();
      lms = lms.launchAgain();
    };
    await visit(40_000);
    await visit(20_000);
    expect(lms.get(total)).toMatch(version === '1.2' ? /^0000:00:00/ : /^PT0H0M0S$/);
    await visit(90_000);
    expect(lms.get(total)).toMatch(version === '1.2' ? /^0000:02:30/ : /^PT0H2M30S$/);
    await visit(90_000);
    expect(lms.get(total)).toMatch(version === '1.2' ? /^0000:04:00/ : /^PT0H4M0S$/);
  });

  test('moodle 20: a session that is already open is used', () => {
    const lms = moodle(version, { opened: true });
    expect(driver(lms).start()).toMatchObject({ alone: false, mode: 'normal' });
    const tracker = openStrict(lms.launchAgain({ opened: true }), version);
    tracker.submit('levain', ['a']);
    tracker.flush();
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('moodle 34: a SCO whose session the LMS throws at is only to be read, and what was done stays', () => {
    const first = moodle(version);
    openStrict(first, version).submit('levain', ['a']);
    const lms = first.launchAgain({ faults: { throws: (kind) => kind === 'initialize' } });
    const { stored } = lms;
    const tracker = startStrict(lms, version);
    expect(tracker.launch).toMatchObject({ alone: true, refused: true });
    tracker.visit('fournil');
    expect(tracker.standing('recette').locked).toBe(true);
    tracker.flush();
    tracker.leave();
    expect(lms.stored).toEqual(stored);
  });

  test('moodle 21: the work goes on even if calls throw, and no navigation is requested', () => {
    const lms = moodle(version);
    lms.faults.throws = (kind) => kind === 'lastError' || kind === 'commit' || kind === 'terminate';
    const tracker = openStrict(lms, version);
    tracker.submit('levain', ['a']);
    tracker.flush();
    tracker.leave();
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.standing('levain').submitted).toBe(true);
    expect(lms.calls.filter(({ args }) => String(args[0]).startsWith('adl.nav'))).toEqual([]);
  });

  test('moodle 22: numbers that come as numbers are read as texts', () => {
    const lms = moodle(version, { numbers: true, learner: { id: '42', name: '7' } });
    const tracker = openStrict(lms, version);
    tracker.submit('levain', ['a']);
    tracker.leave();
    const { launch } = startStrict(lms.launchAgain(), version);
    expect(launch).toMatchObject({ learner: { id: '42', name: '7' }, known: { score: 20 }, interactions: version === '1.2' ? 6 : 1 });
  });

  test('moodle 13: exit is suspend from the first word on, at every save, and when all is done', () => {
    const lms = moodle(version);
    const tracker = startStrict(lms, version);
    tracker.visit('fournil');
    tracker.flush();
    const set = lms.calls.find(({ name }) => name.endsWith('SetValue'));
    if (version === '2004') expect(set?.args).toEqual([exit, 'suspend']);
    expect(lms.stored[exit]).toBe('suspend');
    for (const { id, type } of bakery().activities) if (type !== 'quiz') tracker.submit(id, type === 'pick' ? ['a', 'b'] : 'Farine');
    tracker.submit('bilan', { live: [6, 7], kept: [] });
    tracker.leave();
    expect(tracker.progress().status).toBe('completed');
    expect(lms.stored[exit]).toBe('suspend');
    expect(startStrict(lms.launchAgain(), version).standing('recette').answer).toBe('Farine');
  });
});

const long = bakery({ activities: [activity(2, 'recette', 'note', { options: { fields: [{ maxCharacters: 12_000 }] } })] });

test.each([
  [4096, 255],
  [64_000, 64_000],
])('moodle 4: saved state of %i characters at most, other strings of %i', (suspendData, string) => {
  const lms = moodle('1.2', { limits: { suspendData, string } });
  const tracker = openStrict(lms, '1.2', long);
  const text = noise(9000, 3);
  tracker.submit('recette', text);
  for (let save = 0; save < 2; save++) tracker.flush();
  expect(tracker.saveStatus()).toBe('saved');
  expect(tracker.without()).toEqual(suspendData === 4096 ? [2] : []);
  const parts = Object.entries(lms.stored).filter(([element]) => element.endsWith('student_response'));
  expect(parts.map(([, part]) => part).join('')).toBe(text);
});

test.each([
  ['refused', 'the end of the visit'],
  ['lost', 'the opening of the next one'],
] as const)('moodle 18: what a commit carried that was %s is there after %s, in 1.2 too', (fault, _when) => {
  const lms = moodle('1.2');
  const tracker = startStrict(lms, '1.2');
  tracker.visit('fournil');
  lms.faults.commit = fault;
  tracker.submit('levain', ['a']);
  tracker.flush();
  delete lms.faults.commit;
  tracker.leave();
  const next = lms.launchAgain();
  if (fault === 'lost') openStrict(next, '1.2').leave();
  expect(next.stored['cmi.interactions.0.student_response']?.trim()).toBe('a');
  expect(Number(next.stored['cmi.core.score.raw'])).toBe(20);
});

test('moodle 17: data of a commit that a slow picture shows as lost are sent again, though a later commit went through', async () => {
  const time = fakeTime();
  const lms = moodle('1.2');
  const pictures: ((came: boolean) => void)[] = [];
  const witness = () => new Promise<boolean>((resolve) => void pictures.push(resolve));
  const tracker = startStrict(lms, '1.2', bakery(), time, witness);
  const come = async (came: boolean, pause: number): Promise<void> => {
    pictures.shift()?.(came);
    await time.pass(0);
    await time.pass(pause);
  };
  tracker.visit('fournil');
  await time.pass(10);
  await come(true, 10_000);
  lms.faults.commit = 'lost';
  tracker.submit('levain', ['a']);
  await time.pass(1000);
  delete lms.faults.commit;
  tracker.submit('gestes', ['a']);
  await time.pass(3000);
  // A second one beside it would have come, and vouched for both.
  expect([pictures.length, tracker.saveStatus()]).toEqual([1, 'saving']);
  await come(false, 5000);
  while (pictures.length > 0) await come(true, 5000);
  expect(tracker.saveStatus()).toBe('saved');
  expect(lms.stored['cmi.interactions.0.student_response']?.trim()).toBe('a');
});

test('moodle 3: what a 2004 page carries when it is left is dropped whole beyond 64 KiB, and this is seen at the next launch only', () => {
  const leave = (characters: number): boolean => {
    const lms = moodle('2004');
    const tracker = openStrict(lms, '2004', long);
    lms.faults.closing = true;
    tracker.submit('recette', noise(characters, 3));
    tracker.leave();
    return startStrict(lms.launchAgain(), '2004', long).standing('recette').submitted;
  };
  expect([leave(5000), leave(45_000)]).toEqual([true, false]);
});
