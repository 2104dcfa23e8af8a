import { describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { openSaved, withChecks } from '../../../src/model/state/saved-text.ts';
import type { LearnerState } from '../../../src/model/state/state.ts';
import { activity, bakery } from '../../helpers/bakery.ts';
import { type FakeLms, fakeLms } from '../../helpers/fake-driver.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { startStrict } from '../../helpers/open-strict.ts';
import { openTracker, startTracker } from '../../helpers/open-tracker.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';

const levain = activity(0, 'levain', 'pick', { origins: 'L1L2L3' });
const pain = activity(1, 'pain', 'pick', { origins: 'P1P2' });
const four = activity(1, 'four', 'pick', { origins: 'F1F2' });
const base = bakery({ activities: [levain] });
const withPain = bakery({ activities: [levain, pain] });
const withFour = bakery({ activities: [levain, four] });
const textOf = (lms: FakeLms): string => lms.kept?.state ?? '';

/** A visit in which these are answered. */
async function visit(content: ModuleContent, lms: FakeLms, answers: Record<string, readonly string[]> = {}, storage?: () => Storage) {
  const time = fakeTime();
  const { tracker } = await openTracker({ content, lms, time, ...(storage && { storage }) });
  for (const [id, answer] of Object.entries(answers)) tracker.submit(id, answer);
  await time.pass(400);
  tracker.leave();
  return tracker;
}

/** A visit to the strict LMS, in which one activity is answered. */
function strictVisit(lms: StrictLms, version: '1.2' | '2004', content: ModuleContent, id: string, choice: string) {
  const tracker = startStrict(lms, version, content);
  tracker.visit('fournil');
  tracker.submit(id, [choice]);
  tracker.leave();
}

const answersIn = (tracker: Awaited<ReturnType<typeof visit>>) =>
  Object.fromEntries(Object.entries(tracker.state().activities).map(([n, { answer }]) => [n, answer]));

describe('state of another line', () => {
  const other = { ...base, line: 'autre' };

  test('is not applied, is reported, and stays as it is until the learner does something', async () => {
    const lms = fakeLms();
    await visit(other, lms, { levain: ['b'] });
    const text = textOf(lms);
    const tracker = await visit(base, lms);
    expect(tracker.found).toBe('aside');
    expect(answersIn(tracker)).toEqual({});
    expect(textOf(lms)).toBe(text);
  });

  test('is carried behind the new state, and is back when its line is, while the other one is carried in turn', async () => {
    const lms = fakeLms();
    await visit(other, lms, { levain: ['b'] });
    const text = textOf(lms);
    await visit(base, lms, { levain: ['a'] });
    expect(textOf(lms).endsWith(`.${text}`)).toBe(true);
    expect((await visit(base, lms)).found).toBe('state');
    const back = await visit(other, lms);
    expect([back.found, answersIn(back)]).toEqual(['state', { 0: ['b'] }]);
    const again = await visit(base, lms);
    expect(answersIn(again)).toEqual({ 0: ['a'] });
  });

  test('lies in this browser where the LMS has no room for it, and is back from there', async () => {
    const lms = fakeLms();
    const store = memoryStorage();
    await visit(other, lms, { levain: ['b'] }, () => store);
    const limit = textOf(lms).length + 10;
    const time = fakeTime();
    const { tracker } = await openTracker({ content: base, lms, time, storage: () => store, limits: { state: limit } });
    tracker.submit('levain', ['a']);
    await time.pass(400);
    tracker.leave();
    expect(textOf(lms)).not.toContain('.');
    const back = await visit(other, lms, {}, () => store);
    expect(answersIn(back)).toEqual({ 0: ['b'] });
  });

  test('is not taken for one of version 1, which has no line', async () => {
    const lms = fakeLms();
    await visit(base, lms, { levain: ['b'] });
    expect((await visit({ ...base, line: 'autre', old: true }, lms)).found).toBe('aside');
  });

  test.each(['null', 'page.3.of.7', '{"a":"é"}', '1abcdeAbC'])('what can not be read stays behind the new state, too: %s', async (text) => {
    const lms = fakeLms();
    const { tracker } = startTracker({ content: base, lms, state: text });
    expect(tracker.found).toBe('unreadable');
    tracker.visit('fournil');
    tracker.submit('levain', ['a']);
    tracker.leave();
    const [, ...behind] = textOf(lms).split('.');
    expect(behind).toHaveLength(1);
    expect(decodeURIComponent(behind[0]?.replace(/^x/, '') ?? '')).toBe(text);
    const again = await visit(base, lms, { levain: ['b'] });
    expect(again.found).toBe('state');
    expect(textOf(lms).split('.').slice(1)).toEqual(behind);
  });
});

describe('two branches gave one number', () => {
  test('the answer to the other question is not shown, is kept, and is back with its package', async () => {
    const lms = fakeLms();
    await visit(withPain, lms, { levain: ['a'], pain: ['b'] });
    const merged = await visit(withFour, lms, { four: ['a'] });
    expect([merged.found, answersIn(merged)]).toEqual(['aside', { 0: ['a'], 1: ['a'] }]);
    expect(merged.standing('four').tries).toBe(1);
    expect((await visit(withFour, lms)).found).toBe('state');
    const back = await visit(withPain, lms);
    expect(answersIn(back)).toEqual({ 0: ['a'], 1: ['b'] });
    expect(answersIn(await visit(withFour, lms))).toEqual({ 0: ['a'], 1: ['a'] });
  });

  test('a choice whose letter another one has now is not ticked', async () => {
    const lms = fakeLms();
    await visit(base, lms, { levain: ['c'] });
    const changed = { ...base, activities: [{ ...levain, origins: 'L1L2X3' }] };
    const tracker = await visit(changed, lms);
    expect([tracker.found, answersIn(tracker)]).toEqual(['aside', {}]);
    expect(answersIn(await visit(base, lms))).toEqual({ 0: ['c'] });
  });

  test('a new round of a quiz is not filled with what was set aside', async () => {
    const asked = { quiz: 'bilan', attempts: 1 };
    const quiz = activity(5, 'bilan', 'quiz', { attempts: 2 });
    const of = (question: typeof levain) => bakery({ activities: [quiz, { ...question, ...asked, n: 6 }] });
    const lms = fakeLms();
    await visit(of(pain), lms, { pain: ['b'] });
    const time = fakeTime();
    const { tracker } = await openTracker({ content: of(four), lms, time });
    tracker.submit('four', ['a']);
    tracker.restart([6]);
    await time.pass(400);
    tracker.leave();
    expect(answersIn(await visit(of(four), lms))).toEqual({});
  });

  test.each(['1.2', '2004'] as const)('%s: the record of the other question keeps its name and its response', (version) => {
    const lms = new StrictLms({ version, limits: { suspendData: 64_000, string: 64_000 } });
    strictVisit(lms, version, withPain, 'pain', 'b');
    const before = Object.entries(lms.stored).filter(([element]) => /^cmi\.interactions\.\d+\.(?:id|.*response)$/.test(element));
    const again = lms.launchAgain();
    strictVisit(again, version, withFour, 'four', 'a');
    for (const [element, value] of before) expect([element, again.stored[element]]).toEqual([element, value]);
    const ids = Object.entries(again.stored).flatMap(([element, value]) => (/interactions\.\d+\.id$/.test(element) ? [value] : []));
    expect(ids).toContain('four');
  });

  test.each(['1.2', '2004'] as const)('%s: state of another line leaves the record of that line alone', (version) => {
    const lms = new StrictLms({ version, limits: { suspendData: 64_000, string: 64_000 } });
    strictVisit(lms, version, { ...withPain, line: 'autre' }, 'pain', 'b');
    const before = Object.entries(lms.stored).filter(([element]) => element.startsWith('cmi.interactions.'));
    const again = lms.launchAgain();
    strictVisit(again, version, withFour, 'four', 'a');
    for (const [element, value] of before) expect([element, again.stored[element]]).toEqual([element, value]);
    const third = startStrict(again.launchAgain(), version, { ...withPain, line: 'autre' });
    expect(answersIn(third)).toEqual({ 1: ['b'] });
  });
});

describe('a rewritten question', () => {
  const rewritten = { ...base, activities: [{ ...levain, attempts: 1, origins: 'L1L2L3N4N5', gone: ['a', 'b', 'c'] }] };

  test('is open again, with all its tries, and the score stays', async () => {
    const lms = fakeLms();
    await visit({ ...base, activities: [{ ...levain, attempts: 1 }] }, lms, { levain: ['a'] });
    const { tracker } = startTracker({ content: rewritten, lms });
    expect(tracker.standing('levain')).toMatchObject({ answer: null, submitted: false, tries: 0, left: 1, locked: false, verdict: null });
    expect(tracker.progress().score).toBe(100);
  });

  test('of another type, too', async () => {
    const lms = fakeLms();
    await visit(base, lms, { levain: ['a'] });
    const note = { ...base, activities: [{ ...levain, type: 'note', was: ['pick'] }] };
    const { tracker } = startTracker({ content: note, lms });
    expect(tracker.standing('levain')).toMatchObject({ answer: null, submitted: false, tries: 0 });
    expect(tracker.found).toBe('state');
  });

  test('an answer of which one choice stands is still one', async () => {
    const lms = fakeLms();
    await visit(base, lms, { levain: ['a', 'b'] });
    const { tracker } = startTracker({ content: { ...base, activities: [{ ...levain, gone: ['b'] }] }, lms });
    expect(tracker.standing('levain')).toMatchObject({ submitted: true, tries: 1 });
  });
});

describe('what is set aside stays with its attempt and its meaning', () => {
  const other = { ...base, line: 'autre' };

  test('texts of an earlier attempt are not taken up in a new one, nor given to the LMS', async () => {
    const store = memoryStorage();
    const lms = fakeLms();
    await visit(other, lms, { levain: ['a'] }, () => store);
    const time = fakeTime();
    const limit = textOf(lms).length + 10;
    const { tracker } = await openTracker({ content: base, lms, time, storage: () => store, limits: { state: limit } });
    tracker.submit('levain', ['b']);
    await time.pass(400);
    tracker.leave();
    const fresh = fakeLms();
    await visit(base, fresh, { levain: ['b'] }, () => store);
    expect(textOf(fresh)).not.toContain('.');
    expect(answersIn(await visit(other, fresh, {}, () => store))).toEqual({});
    // The first attempt still has its own.
    expect(answersIn(await visit(other, lms, {}, () => store))).toEqual({ 0: ['a'] });
  });

  test('the last answer is back with its package, however often it was opened', async () => {
    const lms = fakeLms();
    await visit(withPain, lms, { pain: ['b'] });
    await visit(withPain, lms, { pain: ['a', 'b'] });
    await visit(withFour, lms, { four: ['a'] });
    await visit(withPain, lms);
    expect(answersIn(await visit(withPain, lms))).toEqual({ 1: ['a', 'b'] });
  });

  test('the one with more tries is shown, and the other one changes places with it', async () => {
    const early = fakeLms();
    await visit(withPain, early, { pain: ['b'] });
    await visit(withPain, early, { pain: ['a', 'b'] });
    await visit(withFour, early, { four: ['a'] });
    // Another window answered once, and knew nothing of it.
    const lms = fakeLms();
    await visit(withPain, lms, { pain: ['a'] });
    const { state, aside } = openSaved(`${textOf(lms)}.${textOf(early).split('.')[1]}`, [], withPain);
    expect(state?.activities[1]).toMatchObject({ tries: 2, answer: ['a', 'b'] });
    expect(aside.map((text) => openSaved(text, [], withPain).state?.activities[1])).toMatchObject([{ tries: 1, answer: ['a'] }]);
    const again = openSaved(`${encodeState(withChecks(withPain, state as LearnerState), withPain)}.${aside[0]}`, [], withPain);
    expect([again.state?.activities[1], again.aside]).toEqual([state?.activities[1], aside]);
  });

  test('a type that comes back, and a choice that comes back, bring their answers', async () => {
    const lms = fakeLms();
    await visit(withPain, lms, { levain: ['c'], pain: ['b'] });
    const poll = {
      ...withPain,
      activities: [
        { ...levain, gone: ['c'] },
        { ...pain, type: 'note', was: ['pick'] },
      ],
    };
    const between = await visit(poll, lms);
    expect([between.found, answersIn(between)]).toEqual(['state', {}]);
    const back = { ...withPain, activities: [levain, { ...pain, was: ['pick', 'note'] }] };
    expect(answersIn(await visit(back, lms))).toEqual({ 0: ['c'], 1: ['b'] });
  });

  test('without room for checks, the answer to an activity that once had another type stays', async () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      activity(n, `q-${n}`, 'pick', { origins: 'aAbB', ...(n === 0 && { was: ['order'] }) }),
    );
    const content = bakery({ activities: many });
    const answers = Object.fromEntries(many.map(({ id }) => [id, ['b']]));
    const whole = fakeLms();
    await visit(content, whole, answers);
    const lms = fakeLms();
    const time = fakeTime();
    const { tracker } = await openTracker({ content, lms, time, limits: { state: textOf(whole).length - 1 } });
    for (const { id } of many) tracker.submit(id, ['b']);
    await time.pass(400);
    tracker.leave();
    expect(textOf(lms).length).toBeLessThan(textOf(whole).length);
    expect(Object.keys(answersIn(await visit(content, lms)))).toHaveLength(30);
  });

  test.each(['.', '.2', '\0', '. .é', `.${'1000.'.repeat(20_000)}`])(
    'whatever follows a state that is whole, the state is read: %j',
    async (rest) => {
      const lms = fakeLms();
      await visit(base, lms, { levain: ['b'] });
      const text = textOf(lms) + (rest === '\0' ? `.${rest}` : rest);
      const { tracker } = startTracker({ content: base, lms, state: text });
      expect([tracker.found, answersIn(tracker)]).toEqual(['state', { 0: ['b'] }]);
      tracker.visit('fournil');
      tracker.leave();
      expect(textOf(lms).split('.').length).toBeLessThan(60);
    },
  );
});
