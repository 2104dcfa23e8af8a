import { expect, test } from 'vitest';
import type { Launch } from '../../src/lms/driver.ts';
import type { LearnerState } from '../../src/model/state/state.ts';
import { type OpenVisit, openVisit } from '../../src/visit/open-visit.ts';
import type { TrackerWorld } from '../../src/visit/world.ts';
import { bakery, bakeryTypes } from '../helpers/bakery.ts';
import { type FakeSession, fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { savedState } from '../helpers/saved-state.ts';

const same = (state: LearnerState): LearnerState => state;
const answered = (state: LearnerState): LearnerState => ({ ...state, activities: { 0: { answer: ['a'], tries: 1 } } });

/** Opens a visit of the bakery, with a picture that loads at once. */
function open({ launch = {}, elsewhere = false, ...session }: FakeSession & { launch?: Partial<Launch>; elsewhere?: boolean } = {}) {
  const [lms, time, store] = [fakeLms(), fakeTime(), memoryStorage()];
  const driver = lms.driver(session);
  let pictures = 0;
  const world = {
    ...{ content: bakery(), types: bakeryTypes, now: time.now, later: time.later, random: () => 0.4, elsewhere },
    ...{
      storage: () => store,
      witness: async () => ++pictures > 0,
      driver: { ...driver, start: () => ({ ...driver.start(), ...launch }) },
    },
  } as unknown as TrackerWorld;
  const visit: OpenVisit = openVisit(world, () => undefined);
  const saves = (): number => lms.calls.filter((call) => call === 'save').length;
  const copy = (): LearnerState | null => savedState(JSON.parse(store.getItem(store.key(0) ?? '') ?? '{"text":""}').text);
  return { lms, time, store, visit, saves, copy, pictures: () => pictures };
}

test.each([
  [{}, true],
  [{ mode: 'review' }, false],
  [{ mode: 'browse' }, false],
  [{ elsewhere: true }, false],
  [{ launch: { refused: true } }, false],
  [{ alone: true }, true],
] as const)('a visit of %j is open: %s; nothing is saved on request where it is not', async (session, isOpen) => {
  const { visit, saves } = open(session);
  expect(visit.isOpen()).toBe(isOpen);
  visit.change('page', 60_000, same);
  visit.flush();
  expect(saves()).toBe(isOpen ? 1 : 0);
  visit.leave();
  expect(visit.isOpen()).toBe(false);
});

test('pictures confirm saves, except where there is no LMS', async () => {
  const asked = async (session: FakeSession): Promise<number> => {
    const { visit, time, pictures } = open(session);
    visit.change('page', 0, same);
    await time.pass(10);
    const before = pictures();
    visit.leave();
    await time.pass(10);
    return before + 10 * (pictures() - before);
  };
  expect([await asked({}), await asked({ alone: true })]).toEqual([1, 0]);
});

test('the launch is known, and other work is none where this browser keeps none', () => {
  const { visit } = open({ alone: true });
  expect([visit.launch.alone, visit.launch.learner.id, visit.others(), visit.without()]).toEqual([true, 'l-7', [], []]);
  visit.eraseOthers();
});

test('each record has the next number', async () => {
  const { visit, lms, time } = open();
  for (let times = 0; times < 3; times++) {
    visit.change('page', 0, same);
    await time.pass(1000);
  }
  visit.leave();
  expect(time.waiting).toBe(0);
  expect(lms.given.map(({ state, silent }) => [savedState(state)?.counter, silent])).toEqual(
    [1, 2, 3, 4].map((count) => [count, undefined]),
  );
});

test('a visit that sleeps, or holds a text, reports only its time at the end', async () => {
  const { visit, lms, time } = open();
  visit.change('page', 0, same);
  await time.pass(30 * 60_000 + 1);
  expect(visit.isAsleep()).toBe(true);
  visit.leave();
  expect([visit.isAsleep(), lms.given.at(-1)?.silent]).toEqual([false, true]);
  const held = open({ state: 'Zm9v' });
  held.visit.change('page', 0, same);
  held.visit.change('answered', 0, answered, true);
  expect([held.visit.isHeld(), held.store.length]).toEqual([true, 0]);
  held.visit.leave();
  expect(held.lms.given.map(({ state, silent }) => [state, silent])).toEqual([['Zm9v', true]]);
});

test('unsaved work does not sleep, and a deed wakes', async () => {
  const { visit, lms, time } = open();
  lms.fault = 'refuse';
  visit.change('page', 0, same);
  await time.pass(31 * 60_000);
  expect(visit.isAsleep()).toBe(false);
  lms.fault = 'none';
  await time.pass(61_000);
  expect(visit.isAsleep()).toBe(true);
  visit.change('typed', 1000, same);
  await time.pass(20_000);
  expect([visit.saver.status(), visit.isAsleep()]).toEqual(['saved', false]);
});

test('a draft leaves the score as it is, until something else happens', () => {
  const { visit } = open();
  visit.change('typed', 0, answered);
  expect(visit.state().score).toBeUndefined();
  visit.change('page', 0, same);
  expect(visit.state().score).toBe(20);
});

test('an answer is kept at once, and only the time once all is saved', async () => {
  const { visit, time, copy } = open();
  visit.change('answered', 0, answered);
  expect(copy()?.activities).toEqual({ 0: { answer: ['a'], tries: 1 } });
  await time.pass(9000);
  expect([visit.saver.status(), copy()]).toEqual(['saved', null]);
  visit.leave();
  expect([copy()?.time, copy()?.activities]).toEqual([9, {}]);
});

test('an answer that was not confirmed before the end stays in this browser', () => {
  const { visit, copy } = open();
  visit.change('answered', 0, answered);
  visit.leave();
  expect(copy()?.activities).toEqual({ 0: { answer: ['a'], tries: 1 } });
});

test('a page that stays learns whether the end arrived', async () => {
  const { visit, time } = open();
  visit.change('page', 0, same);
  await time.pass(20_000);
  visit.leave(true);
  expect(visit.saver.status()).toBe('saving');
  await time.pass(10);
  expect(visit.saver.status()).toBe('saved');
  const closing = open().visit;
  closing.leave();
  expect(closing.saver.status()).toBe('saved');
});

test('what the learner types is a deed of the learner: a text that can’t be read is held no longer', () => {
  const { visit } = open({ state: 'Zm9v' });
  visit.change('typed', 1000, same, true);
  expect(visit.isHeld()).toBe(true);
  visit.change('typed', 1000, same);
  expect(visit.isHeld()).toBe(false);
});

test('a change of the status is saved as soon as was asked, or after 300 ms', async () => {
  const savedAfter = async (delay: number): Promise<number> => {
    const { visit, lms, time } = open();
    const begun = time.now();
    visit.change('page', delay, (state) => ({ ...state, status: 'completed' }));
    while (!lms.calls.includes('save') && time.now() - begun < 10_000) await time.pass(1);
    return time.now() - begun;
  };
  expect([await savedAfter(100), await savedAfter(5000)]).toEqual([100, 300]);
});
