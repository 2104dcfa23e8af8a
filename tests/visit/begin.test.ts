import { expect, test } from 'vitest';
import type { Driver, Launch } from '../../src/lms/driver.ts';
import { encodeState } from '../../src/model/state/codec.ts';
import { revisionOf } from '../../src/model/state/revision.ts';
import { behind, withChecks } from '../../src/model/state/saved-text.ts';
import { newState } from '../../src/model/state/state.ts';
import { begin, registerSlots } from '../../src/visit/begin.ts';
import type { TrackerWorld } from '../../src/visit/world.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { elements, openStrict, startStrict } from '../helpers/open-strict.ts';
import { openTracker } from '../helpers/open-tracker.ts';
import { owner } from '../helpers/saved-state.ts';
import { StrictLms } from '../helpers/strict-lms.ts';

const content = bakery({ pass: 20, completion: 'score' });

test.each(['1.2', '2004'] as const)('%s: a saved state that is older than score and status in the LMS lowers neither', (version) => {
  const lms = new StrictLms({ version });
  const first = openStrict(lms, version, content);
  // From now on the LMS accepts everything except the saved state, as if that were too long.
  lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
  first.submit('levain', ['a']);
  first.leave();
  const next = lms.launchAgain();
  expect(startStrict(lms.launchAgain(), version, content).state()).toMatchObject({ activities: {}, score: 20, status: 'passed' });
  openStrict(next, version, content).leave();
  expect(next.stored[elements[version].raw]).toBe('20');
  expect(next.stored[version === '1.2' ? elements[version].status : 'cmi.success_status']).toBe('passed');
});

test.each(['1.2', '2004'] as const)('%s: a score of 0 in the LMS counts as a score if the saved state has none', (version) => {
  const lms = new StrictLms({ version });
  lms.faults.set = (element) => (element === 'cmi.suspend_data' ? 405 : 0);
  const first = openStrict(lms, version, content);
  first.submit('levain', ['b']);
  first.leave();
  expect(lms.stored[elements[version].raw]).toBe('0');
  const state = startStrict(lms.launchAgain(), version, content).state();
  expect(state).toMatchObject({ activities: {}, score: 0, status: 'incomplete' });
  const none = startStrict(new StrictLms({ version }), version, content).state();
  expect(none).not.toHaveProperty('score');
});

/** Begins a visit on a fake LMS that answers this. */
function beginOn(launch: Partial<Launch>, more: Partial<TrackerWorld> = {}, limits: Partial<Driver['limits']> = {}) {
  const registered: unknown[] = [];
  const driver = {
    limits: { state: 64_000, text: 255, registerFirst: true, ...limits },
    start: () => ({ mode: 'normal', alone: false, state: '', learner: { id: 'l-7', name: 'Moreau, Ines' }, interactions: -1, ...launch }),
    register: (slots: readonly { id: string; place: number }[]) => void registered.push(...slots.map(({ id, place }) => `${place}:${id}`)),
  } as unknown as Driver;
  const world = {
    content,
    types: bakeryTypes,
    driver,
    now: () => 0,
    later: () => () => {},
    random: () => 0.4,
    ...more,
  } as unknown as TrackerWorld;
  return { world, registered, ...begin(world) };
}

test('a first visit finds nothing, has a name of eight letters and digits, and holds nothing back', () => {
  const { found, state, isHeld, isHeard, aside, launch } = beginOn({});
  expect([found, isHeld, isHeard, aside, launch.mode]).toEqual(['nothing', false, false, [], 'normal']);
  expect(state.attempt).toBe('e'.repeat(8));
  expect(beginOn({}, { random: () => 0 }).state.attempt).toBe('0'.repeat(8));
  expect(beginOn({}, { random: () => 0.999 }).state.attempt).toBe('z'.repeat(8));
  expect(state.revision).toBe(revisionOf(content));
});

test.each(['completed', 'passed', 'failed'] as const)('a visit whose state is lost begins as %s, as in the LMS', (status) => {
  expect(beginOn({ known: { status } }).state).toMatchObject({ status });
  expect(beginOn({ known: { status, score: 10 } }).state).toMatchObject({ status, score: 10 });
});

test('a saved state is found again, as long as the work to do is the same', () => {
  const { state } = beginOn({});
  const text = encodeState({ ...state, counter: 3 }, owner());
  const next = beginOn({ state: text });
  expect([next.found, next.isHeld, next.isHeard, next.state.attempt]).toEqual(['state', false, true, state.attempt]);
  const other = encodeState({ ...state, revision: `${state.revision}`.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')) }, owner());
  expect(beginOn({ state: other }).found).toBe('updated');
});

test('a text that can’t be read is held, and counts as the LMS’s own', () => {
  const { found, isHeld, isHeard, state } = beginOn({ state: 'Zm9v' });
  expect([found, isHeld, isHeard, state.activities]).toEqual(['unreadable', true, true, {}]);
});

test('interactions of an attempt whose state is lost keep their places, unless the standard registers them first', () => {
  const unnamed = (launch: Partial<Launch>, registerFirst: boolean): number =>
    beginOn(launch, {}, { registerFirst }).state.places.filter((place) => place.join() === '0,0,0').length;
  expect([unnamed({ interactions: 3 }, false), unnamed({ interactions: 3 }, true)]).toEqual([3, 0]);
  expect([unnamed({ interactions: -1 }, false), unnamed({ interactions: 0 }, false)]).toEqual([0, 0]);
});

test('a local copy is only there for a visit that the LMS stores', () => {
  const storage = memoryStorage();
  const copyOf = (launch: Partial<Launch>, more: Partial<TrackerWorld> = {}) => beginOn(launch, { storage: () => storage, ...more }).copy;
  expect(copyOf({})).toBeDefined();
  for (const launch of [{ mode: 'review' }, { mode: 'browse' }, { refused: true }, { alone: true }] as const)
    expect(copyOf(launch)).toBeUndefined();
  expect(copyOf({}, { elsewhere: true })).toBeUndefined();
});

test('answers of this browser whose numbers mean something else now are set aside', () => {
  const storage = memoryStorage();
  const own = { storage: () => storage };
  const text = encodeState({ ...beginOn({}).state, counter: 1 }, owner());
  const { copy, state } = beginOn({ state: text }, own);
  const newer = { ...state, counter: 2, activities: { 0: { tries: 1, answer: ['a'] } } };
  copy?.keep(state.attempt, encodeState(withChecks(content, newer), content), true);
  expect(beginOn({ state: text }, own)).toMatchObject({ aside: [], state: { activities: newer.activities } });
  const [, ...others] = content.activities;
  const now = { ...content, activities: [activity(0, 'farine', 'pick'), ...others] };
  const { aside, state: next } = beginOn({ state: text }, { ...own, content: now });
  expect([aside.length, next.activities]).toEqual([1, {}]);
  const inLms = beginOn({ state: encodeState(withChecks(content, newer), content) }, { content: now });
  expect([inLms.found, inLms.aside.length, inLms.state.activities]).toEqual(['aside', 1, {}]);
});

const otherLine = (): string => encodeState({ ...newState('another1'), counter: 1 }, { ...owner(), line: 'other' });

test('a text of another version is set aside, held, and not one that the LMS has of this version', () => {
  const text = otherLine();
  const { found, aside, isHeld, isHeard } = beginOn({ state: text });
  expect([found, aside, isHeld, isHeard]).toEqual(['aside', [text], true, false]);
});

test('work that never reached the LMS is restored, unless the LMS has a text that can’t be read', () => {
  const storage = memoryStorage();
  const own = { storage: () => storage };
  const { copy, state } = beginOn({}, own);
  const newer = { ...state, counter: 2, activities: { 0: { tries: 1, answer: ['a'] } } };
  copy?.keep(state.attempt, encodeState(withChecks(content, newer), content), false);
  const seen = (text: string): unknown[] => {
    const { found, state, isHeld, isHeard } = beginOn({ state: text }, own);
    return [found, Object.keys(state.activities).length, isHeld, isHeard];
  };
  expect([seen(''), seen('Zm9v'), seen(otherLine())]).toEqual([
    ['state', 1, false, false],
    ['unreadable', 0, true, true],
    ['aside', 1, false, false],
  ]);
});

test('work of the LMS and of this browser is joined, each answer from where it is', () => {
  const storage = memoryStorage();
  const own = { storage: () => storage };
  const { copy, state } = beginOn({}, own);
  const textOf = (counter: number, activities: object): string =>
    encodeState(withChecks(content, { ...state, counter, activities } as typeof state), content);
  copy?.keep(state.attempt, textOf(2, { 0: { tries: 1, answer: ['a'] } }), true);
  const both = beginOn({ state: textOf(2, { 1: { tries: 1, answer: ['b'] } }) }, own);
  expect([both.found, both.state.attempt, both.state.activities]).toEqual([
    'state',
    state.attempt,
    { 0: { tries: 1, answer: ['a'] }, 1: { tries: 1, answer: ['b'] } },
  ]);
});

test('interactions of another version keep their places behind those of this one', () => {
  const { state } = beginOn({});
  const text = encodeState({ ...state, counter: 1 }, owner());
  const unnamed = (saved: string, interactions: number): number =>
    beginOn({ state: saved, interactions }).state.places.filter((place) => place.join() === '0,0,0').length;
  const both = behind(text, [otherLine()]);
  expect([unnamed(text, 8), unnamed(both, 8), unnamed(both, 6), unnamed(both, -1), unnamed(otherLine(), 3)]).toEqual([0, 2, 0, 0, 3]);
});

test('every slot is registered at its place', () => {
  const { world, state, registered } = beginOn({});
  registerSlots(world, state);
  expect(registered).toEqual(['0:levain', '1:gestes', '2:recette', '3:q-prix', '4:q-pain', '5:q-four']);
  registered.length = 0;
  registerSlots(world, { ...state, places: [] });
  expect(registered).toEqual([]);
});

test('work of one other attempt in this browser is offered, and none of it is taken over', async () => {
  const storage = memoryStorage();
  const lms = fakeLms();
  const setting = { lms, time: fakeTime(), storage: () => storage, witness: () => Promise.resolve(false) };
  lms.fault = 'lose';
  const { tracker } = await openTracker(setting);
  tracker.submit('levain', ['a']);
  tracker.leave();
  lms.fault = 'none';
  const next = await openTracker({ ...setting, state: encodeState({ ...newState('another1'), counter: 1 }, owner()) });
  expect([next.tracker.found, next.tracker.others().length, next.tracker.standing('levain').submitted]).toEqual(['another', 1, false]);
});
