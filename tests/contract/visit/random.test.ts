import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LearnerRecord } from '../../../src/lms/driver.ts';
import type { LearnerState } from '../../../src/model/state/state.ts';
import { createTracker, type Tracker } from '../../../src/visit/tracker.ts';
import { bakery, bakeryTypes } from '../../helpers/bakery.ts';
import { type FakeLms, fakeLms } from '../../helpers/fake-driver.ts';
import { type FakeTime, fakeTime } from '../../helpers/fake-time.ts';
import { savedState } from '../../helpers/saved-state.ts';
import { isLong } from '../../helpers/sweep.ts';

const content = bakery({ pass: 60, onFail: 'failed' });
const questions: Readonly<Record<number, string>> = { 6: 'q-prix', 7: 'q-pain', 8: 'q-four' };

/** An action of a learner. Times are whole seconds. */
type Act =
  | { readonly do: 'visit'; readonly page: string }
  | { readonly do: 'draft' | 'submit'; readonly id: string; readonly answer: readonly string[] | string }
  | { readonly do: 'draw'; readonly live: readonly number[] }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'flush' };

const anyTicks = fc.subarray(['a', 'b', 'c']);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('visit' as const), page: fc.constantFrom('fournil', 'vente') }),
  fc.record({
    do: fc.constantFrom('draft' as const, 'submit' as const),
    id: fc.constantFrom('levain', 'gestes', ...Object.values(questions)),
    answer: anyTicks,
  }),
  fc.record({
    do: fc.constantFrom('draft' as const, 'submit' as const),
    id: fc.constantFrom('recette', 'carnet'),
    answer: fc.string({ unit: 'grapheme', maxLength: 600 }),
  }),
  fc.record({ do: fc.constant('draw' as const), live: fc.subarray([6, 7, 8], { minLength: 2, maxLength: 2 }) }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ do: fc.constant('flush' as const) }),
);

const ratioOf = (right: string, ticked: readonly string[]): number =>
  Math.max(0, ticked.filter((token) => right.includes(token)).length - ticked.filter((token) => !right.includes(token)).length) /
  right.length;

const rights: Readonly<Record<string, string>> = { levain: 'a', gestes: 'ab', 'q-prix': 'a', 'q-pain': 'a', 'q-four': 'a' };
const limits: Readonly<Record<string, number>> = { gestes: 2, 'q-prix': 1, 'q-pain': 1, 'q-four': 1 };

interface Kept {
  answer?: readonly string[] | string;
  draft?: readonly string[] | string;
  tries: number;
  best: number;
}

/** The learner's own account of what was done: as plain as can be, and nothing shared with the tracker. */
class Account {
  readonly kept = new Map<string, Kept>();
  live: readonly number[] = [];
  rounds = 0;
  score: number | undefined;
  best: readonly (readonly [number, number])[] = [];

  of(id: string): Kept {
    const found = this.kept.get(id) ?? { tries: 0, best: 0 };
    this.kept.set(id, found);
    return found;
  }

  isLocked(id: string): boolean {
    const { answer, tries } = this.of(id);
    const right = rights[id];
    if (answer === undefined || right === undefined) return false;
    return ratioOf(right, answer as readonly string[]) === 1 || tries >= (limits[id] ?? Number.POSITIVE_INFINITY);
  }

  submit(id: string, answer: readonly string[] | string): void {
    const one = this.of(id);
    const right = rights[id];
    one.answer = answer;
    delete one.draft;
    one.tries++;
    if (right !== undefined) one.best = Math.max(one.best, ratioOf(right, answer as readonly string[]));
    this.count();
  }

  /** Percent of points won; the quiz counts with the better of its two draws, and by two questions before the first. */
  count(): void {
    const liveWon = this.live.reduce((sum, n) => sum + this.of(questions[n] ?? '').best, 0);
    const keptWon = this.best.reduce((sum, [, ratio]) => sum + ratio, 0);
    const isLiveBegun = this.live.some((n) => this.of(questions[n] ?? '').answer !== undefined);
    const isBegun = this.best.length > 0 || isLiveBegun || ['levain', 'gestes'].some((id) => this.of(id).answer !== undefined);
    if (!isBegun) return;
    const won = this.of('levain').best + 2 * this.of('gestes').best + Math.max(liveWon, keptWon);
    this.score = Math.max(this.score ?? 0, Math.round((won / 5) * 10_000) / 100);
  }
}

/** Does as the player and the quiz do, and writes it into the account. */
function perform(tracker: Tracker, account: Account, act: Act): void {
  const quiz = () => ({ live: account.live, kept: account.best });
  if (act.do === 'visit') tracker.visit(act.page);
  else if (act.do === 'flush') tracker.flush();
  else if (act.do === 'draw') {
    if (account.live.length > 0 && account.rounds === 0) return;
    account.live = act.live;
    account.rounds = 0;
    tracker.draft('bilan', quiz());
    const numbers = [6, 7, 8];
    tracker.restart(numbers);
    for (const n of numbers) account.kept.delete(questions[n] ?? '');
    account.count();
  } else if (act.do !== 'wait') {
    const locked = account.isLocked(act.id);
    expect(tracker.standing(act.id).locked).toBe(locked);
    if (act.do === 'submit') tracker.submit(act.id, act.answer);
    else tracker.draft(act.id, act.answer);
    if (locked) return;
    if (act.do === 'submit') account.submit(act.id, act.answer);
    else account.of(act.id).draft = act.answer;
    finishQuiz(tracker, account);
  }
}

function finishQuiz(tracker: Tracker, account: Account): void {
  if (account.live.length === 0 || account.rounds > 0 || account.live.some((n) => account.of(questions[n] ?? '').answer === undefined))
    return;
  const now = account.live.map((n) => [n, account.of(questions[n] ?? '').best] as const);
  const sum = (pairs: Account['best']): number => pairs.reduce((total, [, ratio]) => total + ratio, 0);
  account.rounds = 1;
  if (account.best.length === 0 || sum(now) > sum(account.best)) account.best = now;
  tracker.submit('bilan', { live: account.live, kept: account.best });
  account.count();
}

function open(lms: FakeLms, time: FakeTime, witness?: () => Promise<boolean>): Tracker {
  const world = { content, types: bakeryTypes, driver: lms.driver(), now: time.now, later: time.later, random: () => 0.4 };
  const tracker = createTracker({ ...world, ...(witness ? { witness } : {}) });
  const page = content.pages.find(({ n }) => n === tracker.state().page);
  tracker.visit(page?.id ?? 'fournil');
  return tracker;
}

/** Returns the members of a state that don't depend on how often and when it was saved. */
function essence({ counter, time, active, ...rest }: LearnerState): object {
  expect(counter + time + active).toBeGreaterThanOrEqual(0);
  return rest;
}

function toldTo(record: LearnerRecord | undefined): object {
  const { state, session, interactions, ...rest } = record as LearnerRecord;
  expect(state.length * (session + 1)).toBeGreaterThan(0);
  return { ...rest, interactions: interactions.map(({ time, latency, ...one }) => one) };
}

function expectAccount(state: LearnerState | null, account: Account): void {
  for (const [id, { answer, draft, tries }] of account.kept) {
    const n = content.activities.find((one) => one.id === id)?.n ?? -1;
    const same = draft === undefined || JSON.stringify(draft) === JSON.stringify(answer);
    const wanted =
      answer === undefined && same ? undefined : { ...(answer === undefined ? {} : { answer }), ...(same ? {} : { draft }), tries };
    const { best, ...found } = state?.activities[n] ?? {};
    expect(best ?? 0, id).toBeLessThanOrEqual(1);
    expect(found, id).toEqual(wanted ?? {});
  }
  expect(state?.score).toBe(account.score);
}

const order = ['incomplete', 'failed', 'completed', 'passed'];

function expectNeverLowered(lms: FakeLms): void {
  lms.given.reduce((before, now) => {
    expect(now.score ?? -1).toBeGreaterThanOrEqual(before.score ?? -1);
    expect(order.indexOf(now.status)).toBeGreaterThanOrEqual(order.indexOf(before.status));
    return now;
  });
}

test('save and restore at any point equals an uninterrupted run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyAct, fc.boolean()), { maxLength: 40 }), async (steps) => {
      const [lms, whole] = [fakeLms(), fakeLms()];
      const [time, wholeTime] = [fakeTime(), fakeTime()];
      const [account, wholeAccount] = [new Account(), new Account()];
      const uninterrupted = open(whole, wholeTime);
      let tracker = open(lms, time);
      for (const [act, isEnd] of steps) {
        perform(tracker, account, act);
        perform(uninterrupted, wholeAccount, act);
        if (act.do === 'wait') {
          await time.pass(act.seconds * 1000);
          await wholeTime.pass(act.seconds * 1000);
        }
        if (isEnd) {
          tracker.leave();
          tracker = open(lms, time);
        }
      }
      expect(essence(tracker.state())).toEqual(essence(uninterrupted.state()));
      expect(tracker.state().time).toBe(uninterrupted.state().time);
      expectAccount(tracker.state(), account);
      tracker.leave();
      uninterrupted.leave();
      expect(toldTo(lms.kept)).toEqual(toldTo(whole.kept));
      expect(essence(savedState(lms.kept?.state ?? '') as LearnerState)).toEqual(essence(uninterrupted.state()));
      expectNeverLowered(lms);
    }),
    { numRuns: isLong ? 150 : 30 },
  );
});

test('two launches without activity between them send the LMS the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), async (acts) => {
      const [lms, time, account] = [fakeLms(), fakeTime(), new Account()];
      const tracker = open(lms, time);
      for (const act of acts) perform(tracker, account, act);
      tracker.leave();
      const before = lms.kept;
      for (let launch = 0; launch < 2; launch++) {
        open(lms, time).leave();
        expect(toldTo(lms.kept)).toEqual(toldTo(before));
      }
    }),
    { numRuns: isLong ? 60 : 15 },
  );
});

test('after a crash nothing is missing that was submitted a second before, or typed ten seconds before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 30 }), anyAct, fc.constantFrom(1000, 10_000), async (acts, last, wait) => {
      const [lms, time, account] = [fakeLms(), fakeTime(), new Account()];
      const tracker = open(lms, time);
      for (const act of acts) {
        perform(tracker, account, act);
        if (act.do === 'wait') await time.pass(act.seconds * 1000);
      }
      const isTyping = [...acts, last].some((act) => act.do === 'draft');
      perform(tracker, account, last);
      await time.pass(isTyping ? 10_000 : wait);
      expectAccount(savedState(lms.kept?.state ?? ''), account);
      expectAccount(open(lms, time).state(), account);
    }),
    { numRuns: isLong ? 100 : 20 },
  );
});

test('whatever an LMS refuses or loses for a while is there once it listens again; the status was never « saved » in between', async () => {
  const anyFault = fc.constantFrom('none' as const, 'refuse' as const, 'throw' as const, 'lose' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyAct, anyFault), { minLength: 1, maxLength: 30 }), async (steps) => {
      const [lms, time, account] = [fakeLms(), fakeTime(), new Account()];
      const tracker = open(lms, time, async () => lms.fault !== 'lose');
      for (const [act, fault] of steps) {
        // The fetch can't detect an outage that ends before it begins.
        if (lms.fault === 'lose' && fault !== 'lose') await time.pass(11_000);
        lms.fault = fault;
        perform(tracker, account, act);
        if (act.do === 'wait') await time.pass(act.seconds * 1000);
        if (tracker.saveStatus() === 'saved') expectAccount(savedState(lms.kept?.state ?? ''), account);
      }
      await time.pass(11_000);
      lms.fault = 'none';
      await time.pass(90_000);
      expect(tracker.saveStatus()).toBe('saved');
      expectAccount(savedState(lms.kept?.state ?? ''), account);
      expectNeverLowered(lms);
    }),
    { numRuns: isLong ? 150 : 30 },
  );
});
