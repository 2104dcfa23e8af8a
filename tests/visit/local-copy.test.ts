import { describe, expect, test } from 'vitest';
import { encodeState } from '../../src/model/state/codec.ts';
import { newState } from '../../src/model/state/state.ts';
import { bakery } from '../helpers/bakery.ts';
import { fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { openTracker, startTracker, stateOf } from '../helpers/open-tracker.ts';
import { owner } from '../helpers/saved-state.ts';

const DAY = 24 * 3_600_000;

/** A learner at a computer whose network may be cut. */
function computer() {
  const store = memoryStorage();
  const line = { isUp: true };
  const lms = fakeLms();
  const time = fakeTime();
  return {
    store,
    lms,
    time,
    setting: { lms, time, storage: () => store, witness: () => Promise.resolve(line.isUp) },
    cut() {
      line.isUp = false;
      lms.fault = 'lose';
    },
    mend() {
      line.isUp = true;
      lms.fault = 'none';
    },
  };
}

describe('the copy in this browser', () => {
  test('restores and sends an answer given offline just before the tab was closed', async () => {
    const { setting, lms, cut, mend } = computer();
    const { tracker, time } = await openTracker(setting);
    await time.pass(3000);
    cut();
    tracker.submit('levain', ['a']);
    tracker.leave();
    expect(stateOf(lms)?.activities).toEqual({});
    mend();
    const next = await openTracker(setting);
    expect(next.tracker.standing('levain')).toMatchObject({ answer: ['a'], submitted: true });
    expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 } });
    expect(lms.kept).toMatchObject({ score: 20, interactions: [{ id: 'levain' }] });
  });

  test('is erased once the save is confirmed, and not before', async () => {
    const { setting, store, cut, mend } = computer();
    const { tracker, time } = await openTracker(setting);
    await time.pass(3000);
    expect(store.length).toBe(0);
    cut();
    tracker.submit('levain', ['a']);
    await time.pass(30_000);
    expect(store.length).toBe(1);
    mend();
    await time.pass(60_000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(store.length).toBe(0);
  });

  test('after an end with everything saved, only the time stays on the computer', async () => {
    const { setting, store, lms } = computer();
    const { tracker, time } = await openTracker(setting);
    tracker.submit('recette', 'Le levain de ma grand-mère');
    await time.pass(100_000);
    expect(tracker.saveStatus()).toBe('saved');
    lms.fault = 'lose';
    tracker.leave();
    expect(store.length).toBe(1);
    lms.fault = 'none';
    expect(stateOf(lms)?.time).toBeLessThan(60);
    const next = startTracker(setting);
    expect(next.tracker.state()).toMatchObject({ time: 100, activities: { 2: { answer: 'Le levain de ma grand-mère' } } });
    const [key = ''] = [store.key(0) ?? ''];
    expect(store.getItem(key)?.length).toBeLessThan(150);
  });

  test('after a confirmed end, nothing stays', async () => {
    const { setting, store } = computer();
    const { tracker, time } = await openTracker(setting);
    tracker.submit('recette', 'Le levain de ma grand-mère');
    tracker.leave(true);
    expect(store.length).toBe(1);
    await time.pass(10);
    expect([tracker.saveStatus(), store.length]).toEqual(['saved', 0]);
  });

  test('merges the work of two computers without losing an answer', async () => {
    const phone = computer();
    const first = await openTracker(phone.setting);
    await phone.time.pass(3000);
    phone.cut();
    first.tracker.submit('levain', ['a']);
    first.tracker.leave();
    phone.mend();
    const other = await openTracker({ ...phone.setting, storage: () => memoryStorage() as Storage });
    other.tracker.submit('recette', 'Farine, eau');
    other.tracker.leave();
    const { tracker } = await openTracker(phone.setting);
    expect(tracker.state().activities).toEqual({ 0: { answer: ['a'], tries: 1 }, 2: { answer: 'Farine, eau', tries: 1 } });
  });

  test('restores an attempt that never reached the LMS, within seven days', async () => {
    const { setting, lms, time, cut, mend } = computer();
    cut();
    const { tracker } = await openTracker(setting);
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    lms.kept = undefined;
    time.jump(7 * DAY - 60_000);
    expect((await openTracker(setting)).tracker.standing('levain').submitted).toBe(true);
  });

  test('is only offered if it is older, or if the LMS has started another attempt', async () => {
    for (const [days, begun] of [
      [7, ''],
      [0, encodeState({ ...newState('another1'), counter: 1 }, owner())],
    ] as const) {
      const { setting, time, store, cut, mend } = computer();
      cut();
      const { tracker } = await openTracker(setting);
      tracker.submit('levain', ['a']);
      tracker.leave();
      mend();
      time.jump(days * DAY);
      const next = await openTracker({ ...setting, state: begun });
      expect(next.tracker.found).toBe('another');
      expect(next.tracker.standing('levain').submitted).toBe(false);
      expect(next.tracker.others()).toMatchObject([{ activities: { 0: { answer: ['a'] } } }]);
      next.tracker.eraseOthers();
      expect(next.tracker.others()).toEqual([]);
      next.tracker.leave();
      expect(store.length).toBe(1);
    }
  });

  test('of another attempt is erased if it holds nothing but time', async () => {
    const { setting, store, time } = computer();
    const { tracker } = await openTracker(setting);
    await time.pass(3000);
    tracker.leave();
    expect(store.length).toBe(1);
    const other = encodeState({ ...newState('another1'), counter: 1 }, owner());
    const next = await openTracker({ ...setting, state: other });
    expect([next.tracker.found, next.tracker.others()]).toEqual(['updated', []]);
    expect([...Array(store.length).keys()].filter((at) => !store.key(at)?.endsWith('another1'))).toEqual([]);
  });

  test('is not used if the LMS had its attempt and has deleted it', async () => {
    const { setting, lms, time, cut, mend } = computer();
    const { tracker } = await openTracker(setting);
    await time.pass(3000);
    cut();
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    lms.kept = undefined;
    const next = await openTracker(setting);
    expect(next.tracker.found).toBe('another');
    expect(next.tracker.standing('levain').submitted).toBe(false);
  });

  test('belongs to one learner of one module', async () => {
    const { setting, store, cut } = computer();
    cut();
    const { tracker } = await openTracker(setting);
    tracker.submit('levain', ['a']);
    tracker.leave();
    const other = await openTracker({ ...setting, lms: fakeLms(), learner: 'l-8' });
    expect(other.tracker.found).toBe('nothing');
    const day = await openTracker({ ...setting, lms: fakeLms(), content: bakery({ id: 'jour' }) });
    expect(day.tracker.found).toBe('nothing');
    expect(store.length).toBe(3);
  });

  test('if the LMS does not identify the learner, nobody gets the work of somebody else', async () => {
    const { setting, lms, time, cut, mend } = computer();
    cut();
    const { tracker } = await openTracker({ ...setting, learner: '' });
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    const other = await openTracker({ lms: fakeLms(), time, storage: setting.storage, learner: '' });
    expect([other.tracker.found, other.tracker.others(), other.tracker.standing('levain').submitted]).toEqual(['nothing', [], false]);
    expect(lms.kept).toBeUndefined();
  });

  test('if the LMS does not identify the learner, the copy of the same attempt is still used', async () => {
    const { setting, lms, cut, mend } = computer();
    const { tracker, time } = await openTracker({ ...setting, learner: '' });
    await time.pass(3000);
    cut();
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    await openTracker({ ...setting, learner: '' });
    expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 } });
  });

  test('leaves stored data in another format alone', async () => {
    const { setting, store } = computer();
    const { tracker } = await openTracker(setting);
    tracker.leave();
    const key = store.key(0) ?? '';
    for (const text of ['', 'null', '{"text":"1abc"}', '[]', '{"text":7,"heard":true,"at":"x"}']) {
      store.setItem(key.replace(/[^:]*$/, 'old'), text);
      expect((await openTracker(setting)).tracker.found).toBe('state');
    }
  });

  test("if the LMS's text can not be read, the copy is offered and kept, not merged", async () => {
    const { setting, store, cut, mend } = computer();
    const { tracker, time } = await openTracker(setting);
    await time.pass(3000);
    cut();
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    const next = await openTracker({ ...setting, state: 'cut' });
    expect([next.tracker.found, next.tracker.others().length, store.length]).toEqual(['unreadable', 1, 1]);
    expect(next.tracker.standing('levain').submitted).toBe(false);
  });

  test('ignores a copy with a date in the future, or with another attempt than in its key', async () => {
    const { setting, store, time, cut, mend } = computer();
    cut();
    const { tracker } = await openTracker(setting);
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    const key = store.key(0) ?? '';
    const kept = JSON.parse(store.getItem(key) ?? '') as { at: number };
    store.setItem(key, JSON.stringify({ ...kept, at: time.now() + 30 * DAY }));
    expect((await openTracker({ ...setting, lms: fakeLms() })).tracker.found).toBe('another');
    store.clear();
    store.setItem(key.replace(/[^:]*$/, 'forged'), JSON.stringify(kept));
    expect((await openTracker({ ...setting, lms: fakeLms() })).tracker.found).toBe('nothing');
  });

  test.each([
    [7 * DAY - 1, true],
    [7 * DAY, false],
    [1 - 7 * DAY, true],
    [-7 * DAY, false],
  ])('of an attempt that never reached the LMS, %d ms old: used %s', async (age, isUsed) => {
    const { setting, store, time, cut, mend } = computer();
    cut();
    const { tracker } = await openTracker(setting);
    tracker.submit('levain', ['a']);
    tracker.leave();
    mend();
    const key = store.key(0) ?? '';
    store.setItem(key, JSON.stringify({ ...JSON.parse(store.getItem(key) ?? ''), at: time.now() - age }));
    expect(startTracker({ ...setting, lms: fakeLms() }).tracker.standing('levain').submitted).toBe(isUsed);
  });

  test('keeps nothing, without failing, if storage is forbidden or full', async () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const forbidden = (): Storage => {
      throw new Error('SecurityError');
    };
    for (const storage of [() => full, forbidden]) {
      const { tracker, lms, time } = await openTracker({ storage });
      tracker.submit('levain', ['a']);
      await time.pass(1000);
      tracker.leave();
      expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 } });
    }
  });

  test('keeps nothing in review or browse mode, without an LMS, or in a second tab', async () => {
    for (const session of [{ mode: 'review' }, { mode: 'browse' }, { alone: true }, { elsewhere: true }] as const) {
      const store = memoryStorage();
      const { tracker, time } = await openTracker({ ...session, storage: () => store });
      tracker.submit('levain', ['a']);
      await time.pass(10_000);
      tracker.leave();
      expect(store.length).toBe(0);
    }
  });
});
