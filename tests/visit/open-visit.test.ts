import { describe, expect, test } from 'vitest';
import { encodeState } from '../../src/model/state/codec.ts';
import { newState } from '../../src/model/state/state.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { fakeLms } from '../helpers/fake-driver.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { noise } from '../helpers/noise.ts';
import { openTracker, startTracker, stateOf } from '../helpers/open-tracker.ts';
import { owner } from '../helpers/saved-state.ts';

describe('a second tab', () => {
  test('shows the work, changes nothing and sends nothing to the LMS', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['a']);
    await time.pass(3000);
    const calls = lms.calls.length;
    const second = await openTracker({ lms, time, elsewhere: true });
    expect(second.tracker.saveStatus()).toBe('elsewhere');
    expect(second.tracker.standing('levain')).toMatchObject({ submitted: true, locked: true });
    second.tracker.submit('recette', 'Farine');
    second.tracker.flush();
    await time.pass(100_000);
    second.tracker.leave();
    expect(lms.calls.slice(calls)).toEqual(['start']);
  });
});

describe('a module that was changed between two visits', () => {
  test('is reported once if the work to do has changed', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.submit('levain', ['a']);
    tracker.leave();
    const more = bakery();
    const content = { ...more, activities: [...more.activities, activity(9, 'fournee', 'pick')] };
    const second = await openTracker({ lms, time, content });
    expect(second.tracker.found).toBe('updated');
    expect(second.tracker.standing('levain').submitted).toBe(true);
    second.tracker.leave();
    expect((await openTracker({ lms, time, content })).tracker.found).toBe('state');
  });

  test('is not reported if only a text was corrected or something was moved', async () => {
    const { lms, time, tracker } = await openTracker();
    tracker.leave();
    const content = bakery();
    const activities = content.activities.map((one) => ({ ...one, title: `${one.title} !`, page: 'vente' }));
    expect((await openTracker({ lms, time, content: { ...content, activities } })).tracker.found).toBe('state');
  });
});

describe('an LMS that takes less than a text needs', () => {
  const fields = [{ maxCharacters: 2000 }];
  const content = bakery({ activities: [activity(0, 'levain', 'pick'), activity(2, 'recette', 'note', { options: { fields } })] });
  const long = noise(900, 1);

  test('gets the text as an interaction, and the scores; the learner is informed, and this browser restores the text', async () => {
    const store = memoryStorage();
    const lms = fakeLms();
    const time = fakeTime();
    const setting = { lms, time, content, storage: () => store, limits: { state: 400 }, witness: () => Promise.resolve(true) };
    const { tracker } = await openTracker(setting);
    tracker.submit('recette', long);
    tracker.submit('levain', ['a']);
    await time.pass(3000);
    expect(tracker.without()).toEqual([2]);
    expect(lms.kept?.state.length).toBeLessThanOrEqual(400);
    expect(lms.kept?.interactions.map(({ response }) => ('text' in response ? response.text : '')).join('')).toContain(long.slice(0, 200));
    expect(stateOf(lms)?.activities).toEqual({ 0: { answer: ['a'], tries: 1 }, 2: { answer: null, tries: 1 } });
    tracker.leave();
    expect((await openTracker(setting)).tracker.standing('recette').answer).toBe(long);
    const elsewhere = await openTracker({ ...setting, storage: () => memoryStorage() as Storage });
    expect(elsewhere.tracker.standing('recette')).toMatchObject({ answer: null, submitted: true });
    expect(lms.kept?.interactions.map(({ id }) => id)).toEqual(['levain']);
  });
});

describe('an answer', () => {
  test('is in this browser before any save, a text that is being typed is not', async () => {
    const storage = memoryStorage();
    const setting = { lms: fakeLms(), time: fakeTime(), storage: () => storage, witness: () => Promise.resolve(true) };
    const { tracker } = await openTracker(setting);
    await setting.time.pass(3000);
    expect(storage.length).toBe(0);
    tracker.draft('recette', 'Farine');
    expect(storage.length).toBe(0);
    tracker.submit('levain', ['a']);
    expect(storage.length).toBe(1);
    // The browser crashes here: the LMS has no answer yet.
    expect(stateOf(setting.lms)?.activities).toEqual({});
    expect((await openTracker(setting)).tracker.standing('levain')).toMatchObject({ submitted: true, answer: ['a'] });
  });
});

describe('a visit', () => {
  test.each([
    [{ alone: true }, 'alone'],
    [{ mode: 'review' }, 'review'],
    [{ mode: 'browse' }, 'browse'],
    [{}, 'saved'],
  ] as const)('%j is reported as %s', async (session, status) => {
    expect((await openTracker(session)).tracker.saveStatus()).toBe(status);
  });

  test('is asleep after half an hour without a deed, once all is saved', async () => {
    const { time, tracker } = await openTracker();
    expect([tracker.saveStatus(), tracker.isAsleep()]).toEqual(['saved', false]);
    await time.pass(30 * 60_000 - 50);
    expect(tracker.isAsleep()).toBe(false);
    await time.pass(1);
    expect(tracker.isAsleep()).toBe(true);
    tracker.visit('vente');
    expect(tracker.isAsleep()).toBe(false);
  });

  test('is saved 300 ms after an answer, and five seconds after a draft', async () => {
    const { lms, time, tracker } = await openTracker();
    await time.pass(20_000);
    const savedAfter = async (milliseconds: number): Promise<number[]> => {
      const before = lms.given.length;
      await time.pass(milliseconds - 1);
      const early = lms.given.length - before;
      await time.pass(1);
      return [early, lms.given.length - before];
    };
    tracker.submit('levain', ['b']);
    expect(await savedAfter(300)).toEqual([0, 1]);
    await time.pass(20_000);
    tracker.draft('recette', 'Farine');
    expect(await savedAfter(5000)).toEqual([0, 1]);
  });

  test('is saved at once on request, if it began, isn’t asleep and holds nothing back', async () => {
    const { lms, time, tracker } = startTracker();
    const flushed = (): number => {
      const before = lms.given.length;
      tracker.flush();
      return lms.given.length - before;
    };
    const counts = [flushed()];
    tracker.visit('fournil');
    counts.push(flushed());
    await time.pass(40 * 60_000);
    counts.push(flushed());
    tracker.draft('recette', 'Farine');
    counts.push(flushed());
    tracker.leave();
    counts.push(flushed());
    expect(counts).toEqual([0, 1, 0, 1, 0]);
    const held = await openTracker({ state: 'Zm9v' });
    held.tracker.flush();
    expect([held.tracker.isHeld(), held.lms.given]).toEqual([true, []]);
  });

  test('has the work of other attempts in this browser, until it is erased', async () => {
    const storage = memoryStorage();
    const lms = fakeLms();
    const setting = { lms, time: fakeTime(), storage: () => storage, witness: () => Promise.resolve(false) };
    const first = await openTracker(setting);
    first.tracker.submit('levain', ['a']);
    const attempt = first.tracker.state().attempt;
    const { tracker } = await openTracker({ ...setting, state: encodeState({ ...newState('another1'), counter: 1 }, owner()) });
    expect(tracker.others().map((state) => state.attempt)).toEqual([attempt]);
    tracker.eraseOthers();
    expect([tracker.others(), [...Array(storage.length).keys()].filter((at) => storage.key(at)?.endsWith(attempt))]).toEqual([[], []]);
    expect((await openTracker()).tracker.others()).toEqual([]);
  });

  test('counts whole seconds', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(65_900);
    expect(tracker.state().time).toBe(65);
  });

  test('counts at most five minutes of a pause as active, until the next action', async () => {
    const { time, tracker } = await openTracker();
    await time.pass(600_000);
    tracker.draft('recette', 'Farine');
    await time.pass(60_000);
    expect(tracker.state()).toMatchObject({ time: 660, active: 360 });
  });

  test('reports each change but the text that is being typed', async () => {
    const { tracker } = await openTracker();
    let count = 0;
    tracker.subscribe(() => count++);
    // The first change is reported in any case: it is not saved yet.
    tracker.draft('recette', 'Fa');
    count = 0;
    tracker.draft('recette', 'Far');
    expect(count).toBe(0);
    tracker.submit('recette', 'Farine');
    expect(count).toBe(1);
    tracker.visit('vente');
    expect(count).toBe(2);
  });

  test('keeps a text that it can’t read until the learner answers, not while pages are turned', async () => {
    const { lms, time, tracker } = await openTracker({ state: 'Zm9v' });
    tracker.visit('vente');
    await time.pass(6000);
    expect(lms.given.filter(({ state }) => state !== 'Zm9v')).toEqual([]);
    tracker.submit('levain', ['a']);
    await time.pass(3000);
    expect(stateOf(lms)?.activities).toMatchObject({ 0: { answer: ['a'] } });
  });
});

describe('a page turn', () => {
  test('is saved soon if it completes the module, and within five seconds otherwise', async () => {
    const content = bakery({ completion: 'visited', activities: [] });
    const { lms, time, tracker } = await openTracker({ content });
    const [last, ...others] = content.pages.map(({ id }) => id).reverse() as [string, ...string[]];
    for (const id of others) tracker.visit(id);
    await time.pass(6000);
    expect(lms.kept?.status).toBe('incomplete');
    tracker.visit(last);
    await time.pass(400);
    expect(lms.kept?.status).toBe('completed');
    const calls = lms.calls.length;
    tracker.visit(others[0] ?? '');
    await time.pass(400);
    expect(lms.calls.length).toBe(calls);
    await time.pass(5000);
    expect(lms.calls.length).toBeGreaterThan(calls);
  });
});
