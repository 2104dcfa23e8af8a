import { describe, expect, test } from 'vitest';
import { createScorm12 } from '../../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../../src/lms/scorm2004.ts';
import { createTracker, type Tracker } from '../../../src/visit/tracker.ts';
import { bakery, bakeryTypes } from '../../helpers/bakery.ts';
import { type FakeTime, fakeTime } from '../../helpers/fake-time.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { openTracker } from '../../helpers/open-tracker.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';

const LEARNER = { id: 'l-7', name: 'Moreau, Ines' };

/** A visit on a strict LMS, with its opening commit out and everything confirmed. */
async function visit(lms: StrictLms, version: '1.2' | '2004', store: Storage, time: FakeTime): Promise<Tracker> {
  const tracker = createTracker({
    content: bakery(),
    types: bakeryTypes,
    driver: version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api),
    now: time.now,
    later: time.later,
    random: () => 0.4,
    witness: () => Promise.resolve(true),
    storage: () => store,
  });
  tracker.visit('fournil');
  await time.pass(3000);
  return tracker;
}

const live = (numbers: readonly number[]) => ({ live: numbers, kept: [] });

describe.each(['1.2', '2004'] as const)('%s: a browser that dies at the press', (version) => {
  test('has the answer: the next visit takes it up over the older data of the LMS', async () => {
    const store = memoryStorage();
    const time = fakeTime();
    const lms = new StrictLms({ version, learner: LEARNER });
    const tracker = await visit(lms, version, store, time);
    expect(store.length).toBe(0);
    const before = lms.calls.length;
    tracker.submit('levain', ['a']);
    expect([store.length, lms.calls.length]).toEqual([1, before]);
    const next = await visit(lms.launchAgain(), version, store, time);
    expect(next.standing('levain')).toMatchObject({ answer: ['a'], submitted: true, tries: 1 });
    expect(store.length).toBe(0);
  });

  test('has the new round of a quiz, and not the answers of the old one', async () => {
    const store = memoryStorage();
    const time = fakeTime();
    const lms = new StrictLms({ version, learner: LEARNER });
    const tracker = await visit(lms, version, store, time);
    tracker.draft('bilan', live([6, 7]), true);
    tracker.submit('q-prix', ['a']);
    tracker.submit('q-pain', ['b']);
    await time.pass(3000);
    expect(store.length).toBe(0);
    tracker.draft('bilan', live([7, 8]), true);
    tracker.restart([6, 7, 8]);
    const next = await visit(lms.launchAgain(), version, store, time);
    expect(next.standing('bilan').answer).toEqual(live([7, 8]));
    expect(['q-prix', 'q-pain', 'q-four'].map((id) => next.standing(id).submitted)).toEqual([false, false, false]);
  });
});

test('what is only typed waits for the save', async () => {
  const store = memoryStorage();
  const { tracker, time } = await openTracker({ storage: () => store, witness: () => Promise.resolve(true) });
  await time.pass(3000);
  tracker.draft('recette', 'Farine');
  expect(store.length).toBe(0);
});

test('a picture that confirms the save before does not erase the answer of this moment', async () => {
  const store = memoryStorage();
  let arrive = (_: boolean): void => {};
  const witness = () =>
    new Promise<boolean>((resolve) => {
      arrive = resolve;
    });
  const { tracker, time, lms } = await openTracker({ storage: () => store, witness });
  await time.pass(1000);
  arrive(true);
  await time.pass(0);
  tracker.submit('levain', ['a']);
  await time.pass(2000);
  tracker.submit('recette', 'Farine, eau');
  arrive(true);
  await time.pass(0);
  expect(store.length).toBe(1);
  const next = await openTracker({ lms, time, storage: () => store });
  expect(next.tracker.standing('recette').submitted).toBe(true);
});

test('what an activity submits by itself does not touch what could not be read', async () => {
  const store = memoryStorage();
  const { tracker } = await openTracker({ state: 'cut', storage: () => store });
  tracker.submit('visite', [], true);
  expect([tracker.isHeld(), store.length]).toEqual([true, 0]);
  tracker.submit('levain', ['a']);
  expect([tracker.isHeld(), store.length]).toEqual([false, 1]);
});

test('nothing is kept of a review, of a look, of a page without an LMS, of a second tab', async () => {
  for (const session of [{ mode: 'review' }, { mode: 'browse' }, { alone: true }, { elsewhere: true }] as const) {
    const store = memoryStorage();
    const { tracker } = await openTracker({ ...session, storage: () => store });
    tracker.submit('levain', ['a']);
    tracker.restart([6, 7, 8]);
    expect([session, store.length]).toEqual([session, 0]);
  }
});

test('where storage throws the answer is taken all the same', async () => {
  const storage = (): Storage => {
    throw new Error('SecurityError');
  };
  const { tracker } = await openTracker({ storage });
  expect(tracker.submit('levain', ['a']).outcome).toBe('right');
});
