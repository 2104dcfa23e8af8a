import { beforeAll, describe, expect, test } from 'vitest';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { createTracker, type Tracker } from '../../../src/visit/tracker.ts';
import { answerEverything } from '../../helpers/everything-answered.ts';
import { type FakeTime, fakeTime } from '../../helpers/fake-time.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { realSessions } from '../../helpers/real-course.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';
import { scorings } from '../../soak/modules.ts';

const HOUR = 3_600_000;
const types = scorings();
let sessions: ReadonlyMap<string, ModuleContent>;

beforeAll(() => {
  sessions = realSessions();
});

const session = (id: string): ModuleContent => sessions.get(id) as ModuleContent;

/** Removes what a session leaves out, as in a package of an earlier version. */
function asBefore(content: ModuleContent): ModuleContent {
  const { thrift: _, ...before } = content;
  return before;
}

/** Counts the slots of activities that stand on the pages. */
function slotsOutsideQuizzes({ activities }: ModuleContent): number {
  return activities.reduce((sum, { quiz, slots }) => sum + (quiz === undefined ? slots.length : 0), 0);
}

/** Allows each text three times its length: more than a closing tab can send, which the build would report. */
function withLongTexts(content: ModuleContent): ModuleContent {
  const longer = (fields: readonly { readonly maxCharacters: number }[]) =>
    fields.map((field) => ({ ...field, maxCharacters: 3 * field.maxCharacters }));
  const activities = content.activities.map((activity) => {
    const { fields } = activity.options as { fields?: readonly { maxCharacters: number }[] };
    return fields ? { ...activity, options: { ...(activity.options as object), fields: longer(fields) } } : activity;
  });
  return { ...content, activities };
}

interface Seat {
  readonly time: FakeTime;
  readonly storage?: Storage;
}

const moodle = (): StrictLms => new StrictLms({ version: '2004', asMoodle: true });

/** Opens a visit: the first page is on screen, and the opening commit is out. */
async function open(lms: StrictLms, content: ModuleContent, { time, storage }: Seat): Promise<Tracker> {
  const driver = createScorm2004(lms.api, content.thrift);
  const { now, later } = time;
  const witness = () => Promise.resolve(true);
  const tracker = createTracker({
    content,
    types,
    driver,
    now,
    later,
    random: () => 0.4,
    witness,
    ...(storage && { storage: () => storage }),
  });
  tracker.visit(content.pages[0]?.id ?? '');
  await time.pass(1000);
  return tracker;
}

/** Closes the tab, or presses Moodle's Exit. */
function closeTab(lms: StrictLms, tracker: Tracker): void {
  lms.faults.closing = true;
  tracker.leave();
}

async function leaveByButton(tracker: Tracker, time: FakeTime): Promise<void> {
  tracker.leave(true);
  await time.pass(1000);
  expect(tracker.saveStatus()).toBe('saved');
}

/** Expects every answer in the LMS as it was given, with its score and saved state. */
function expectAnswers(lms: StrictLms, tracker: Tracker): void {
  const { stored } = lms;
  const { places } = tracker.state();
  const answers = places.flatMap(([, , piece], place) =>
    ['id', 'type', 'learner_response', ...(piece === 1 ? ['result'] : [])].map((name) => `cmi.interactions.${place}.${name}`),
  );
  const scores = ['raw', 'min', 'max', 'scaled'].map((name) => `cmi.score.${name}`);
  for (const element of [...answers, ...scores, 'cmi.completion_status', 'cmi.suspend_data']) {
    expect([element, stored[element]]).toEqual([element, lms.get(element)]);
    expect(stored[element]).toBeDefined();
  }
}

describe('an hour that ends by closing the tab', () => {
  test.each([
    ['seance-1', { rounds: 2, texts: 1 }],
    ['seance-2', { rounds: 2, texts: 1 }],
    ['seance-3', { rounds: 2, texts: 1 }],
    // The largest, with the long note.
    ['seance-3-note', { rounds: 2, texts: 1 }],
  ] as const)('moodle 36: %s, everything answered %j: the hour and all answers are there', async (id, diligence) => {
    const time = fakeTime();
    const lms = moodle();
    const tracker = await open(lms, session(id), { time });
    await time.pass(HOUR - 11_000);
    answerEverything(tracker, session(id), types, diligence);
    await time.pass(10_000);
    closeTab(lms, tracker);
    expect(lms.stored['cmi.total_time']).toBe('PT1H0M0S');
    expect(tracker.state().places.length).toBeGreaterThanOrEqual(slotsOutsideQuizzes(session(id)));
    expectAnswers(lms, tracker);
    expect(lms.refused).toEqual([]);
  });

  test('moodle 36: without leaving anything out the hour would be lost', async () => {
    const time = fakeTime();
    const lms = moodle();
    const content = asBefore(session('seance-3-note'));
    const tracker = await open(lms, content, { time });
    answerEverything(tracker, content, types, { rounds: 1, texts: 1 });
    await time.pass(HOUR);
    closeTab(lms, tracker);
    expect(lms.stored['cmi.total_time']).toBeUndefined();
  });
});

describe('more than a closing tab can send', () => {
  const everything = { rounds: 2, texts: 1 } as const;

  test.each([
    ['in this browser', memoryStorage(), /^PT1H1M0S$/],
    // Only this browser knows the seconds after the last save.
    ['on another computer', undefined, /^PT1H0M5\dS$/],
  ])('moodle 19, 36: the page knows it; the next visit, %s, reports the time of the one whose end was lost', async (_, storage, total) => {
    const time = fakeTime();
    const first = moodle();
    const content = withLongTexts(session('seance-3-note'));
    const seat = { time, ...(storage && { storage }) };
    const tracker = await open(first, content, seat);
    expect(tracker.isHeavy()).toBe(false);
    await time.pass(HOUR - 11_000);
    answerEverything(tracker, content, types, everything);
    await time.pass(10_000);
    expect(tracker.isHeavy()).toBe(true);
    closeTab(first, tracker);
    expect([tracker.isHeavy(), first.stored['cmi.total_time']]).toEqual([false, undefined]);
    const next = first.launchAgain();
    const again = await open(next, content, seat);
    await time.pass(59_000);
    await leaveByButton(again, time);
    expect(next.stored['cmi.total_time']).toMatch(total);
    expectAnswers(next, again);
  });

  test('« Enregistrer et quitter » brings all of it', async () => {
    const time = fakeTime();
    const lms = moodle();
    const content = withLongTexts(session('seance-3-note'));
    const tracker = await open(lms, content, { time });
    answerEverything(tracker, content, types, everything);
    await time.pass(HOUR - 1000);
    await leaveByButton(tracker, time);
    expect(lms.stored['cmi.total_time']).toBe('PT1H0M0S');
  });

  test('moodle 36: an attempt begun with an earlier package is heavy from its first save on', async () => {
    const time = fakeTime();
    const lms = moodle();
    const content = session('seance-3-note');
    const before = await open(lms, asBefore(content), { time });
    answerEverything(before, content, types, { rounds: 1, texts: 0.3 });
    await time.pass(60_000);
    await leaveByButton(before, time);
    const next = lms.launchAgain();
    const tracker = await open(next, content, { time });
    expect(tracker.isHeavy()).toBe(true);
    closeTab(next, tracker);
    expect(next.stored['cmi.total_time']).toBe(lms.stored['cmi.total_time']);
    // One that begins with this package has room.
    const fresh = await open(moodle(), content, { time });
    answerEverything(fresh, content, types, { rounds: 1, texts: 0.3 });
    await time.pass(60_000);
    expect(fresh.isHeavy()).toBe(false);
  });

  test('moodle 36: answers that a tab in the background sent in vain come from this browser', async () => {
    const time = fakeTime();
    const storage = memoryStorage();
    const lms = moodle();
    const content = withLongTexts(session('seance-3-note'));
    const tracker = await open(lms, content, { time, storage });
    // Questions of a bank are answered where their quiz draws them.
    const late = content.activities.findLast(({ quiz, type }) => quiz === undefined && type === 'open-question');
    if (!late) throw new Error('no text to write');
    const { id: last } = late;
    answerEverything(tracker, { ...content, activities: content.activities.filter((one) => one !== late) }, types, everything);
    await time.pass(60_000);
    // From now on Moodle sends by beacon, whatever the page does.
    lms.faults.closing = true;
    answerEverything(tracker, { ...content, activities: [late] }, types, everything);
    await time.pass(60_000);
    tracker.leave();
    const elsewhere = await open(lms.launchAgain(), content, { time });
    expect(elsewhere.standing(last).submitted).toBe(false);
    const again = await open(lms.launchAgain(), content, { time, storage });
    expect(again.standing(last).submitted).toBe(true);
  });
});
